"""How verdicts and the lines that decide look and read."""

from bot.advice.findings import Effect
from bot.advice.verdict import Verdict
from bot.advice.words import N_
from bot.reply import Tone

TONES = {
    Verdict.DO: Tone.GOOD,
    Verdict.DO_IF: Tone.CONDITION,
    Verdict.WAIT: Tone.WAIT,
    Verdict.SKIP: Tone.BAD,
    Verdict.TELL_ME: Tone.ASK,
}
EFFECTS = {
    Effect.FOR: Tone.GOOD,
    Effect.AGAINST: Tone.BAD,
    Effect.CAUTION: Tone.WAIT,
    Effect.CONDITION: Tone.CONDITION,
}
LINES = {
    "unreadable": N_("I found no credential in that."),
    "suspect-issuer": N_("The issuer's name imitates a real one."),
    "promises-a-job": N_("The issuer promises a job, and no serious one does."),
    "promises-an-income": N_("The issuer promises an income, and no serious one does."),
    "promises-a-licence": N_("The issuer promises a licence, which only the regulator gives."),
    "instead-of-a-licence": N_("The work needs a licence, and this is none."),
    "no-longer-issued": N_("Nobody can earn it any more."),
    "no-goal": N_("That depends on the work you want it for."),
    "no-connection": N_("It does not lead towards your goal, whoever issues it."),
    "unknown-connection": N_("I cannot tell yet how it connects to your goal."),
    "already-earned": N_("You hold it already; use it now."),
    "adds-nothing": N_("It adds nothing that you do not show already."),
    "pile-of-badges": N_("Apply what you hold before you add to it."),
    "experience-first": N_("Practice comes first here, the certificate after it."),
    "unknown-issuer": N_("The issuer is not one that I can vouch for."),
    "conditions": N_("It helps, once the open points are settled."),
    "all-clear": N_("It leads to your goal, the issuer counts, and nothing stands in the way."),
}
