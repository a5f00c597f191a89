"""The one place where findings become sentences. Keys on the left, our own words on the right."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

from bot.advice.findings import Said
from bot.advice.knowledge import Knowledge
from bot.advice.remembered import Remembered
from bot.advice.words import N_, Words

SENTENCES: dict[str, str] = {
    "focused.long": N_("This is a large one, about {weeks} weeks part time: weigh it against a degree or the same months at work."),
    "focused.costly": N_("Short ones are cheap and done in weeks; this one is not, so weigh it against a degree or the same time at work."),
    "fresh-skills.missing": N_("You work in this field already, and it would add {skills}, which your profile does not show yet."),
    "fresh-skills.practised": N_("You work in this field already; it would put {skills} on paper beside what you do."),
    "fresh-skills.new": N_("You work in this field already; it adds what is new to you in {skills}."),
    "fresh-skills.seasoned": N_("It is meant for people who know the work, as you do: it tells strangers what your years have taught you."),
    "fresh-skills.updated": N_("You work in this field already, and its content was renewed lately, so it keeps you current."),
    "field-switch.switching": N_("It gives you a first foot in the door as {a_role}; it does not take the place of full training."),
    "field-switch.first": N_("For a first job as {a_role} it shows that you have begun; it does not take the place of full training."),
    "keyword-scan": N_("Ads for {a_role} ask for {terms}; your profile does not say so yet, and this would."),
    "keyword-scan.new": N_("Ads for {a_role} ask for {terms}, and this would put that on your CV."),
    "keyword-scan.practised": N_("Ads for {a_role} ask for {terms}; you know it from work, and this would put the word on your CV."),
    "re-entry": N_("You are coming back to work: something recent on paper gives you footing and something to talk about."),
    "initiative": N_("Choosing this yourself while you work shows that you keep up."),
    "freelance-proof": N_("As a freelancer you can show clients by name that you know {skills}."),
    "experience-first.practice": N_("A certificate in {skills} says little until you have done it, and I see no such practice of yours yet."),
    "experience-first.show-work": N_("In {skills} people want to see work; I see none of yours yet."),
    "degree-gate.licence": N_("To work as {a_role} you need a licence; this adds to it and does not stand in for it. What that takes: {note}."),
    "degree-gate.is-licence": N_("{A_role} needs a licence; this is such a licence or a step of the official way to it. Check that it holds where you want to work. What that takes: {note}."),
    "degree-gate.degree": N_("To work as {a_role} you need a degree; this adds to it and does not stand in for it. What that takes: {note}."),
    "degree-gate.usual": N_("Many ads for {a_role} still ask for a degree; this helps beside one and rarely makes up for it."),
    "degree-gate.hope": N_("It will not count as a degree; where a degree is asked for, it is an addition."),
    "trusted-provider.here": N_("{issuer} is a known and trusted name in {industry}."),
    "trusted-provider.maker": N_("For {skills} hardly any name counts more than {issuer}."),
    "trusted-provider.marketplace": N_("{issuer} is a name that people in {industry} know; what it counts for depends on who teaches."),
    "trusted-provider.known": N_("{issuer} is a known issuer."),
    "trusted-provider.elsewhere": N_("{issuer} is a real issuer, though not one that {industry} usually looks to."),
    "trusted-provider.unknown": N_("I do not know {issuer} as an issuer, and an employer may not either."),
    "trusted-provider.slip": N_("I do not know “{issuer}”; it is one letter away from {real}."),
    "trusted-provider.suspect": N_("“{issuer}” looks like {real} and is not it. That is a warning sign."),
    "trusted-provider.unsaid": N_("You did not say who issues it, and that decides how much it counts."),
    "trusted-provider.local": N_("{issuer} is trusted here: {by} added it on {day} ({reason})."),
    "trusted-provider.local-distrust": N_("{issuer} is not trusted here: {by} decided so on {day} ({reason})."),
    "goal-link.strong": N_("It leads straight to your goal. Core to the work of {a_role}: {skills}."),
    "goal-link.made-for": N_("It leads straight to your goal: it is made for {a_role}."),
    "goal-link.partial": N_("It touches your goal at the edge. Helpful for {a_role}, not the core of the job: {skills}."),
    "goal-link.related": N_("It touches your goal at the edge: {skills} lies close to {core}, which is core for {a_role}."),
    "goal-link.ads": N_("You found it named in ads for {a_role}, so I count it as partly connected."),
    "goal-link.general": N_("I see no direct link between {title} and {role}. Useful everywhere, so it sets nobody apart: {skills}."),
    "goal-link.none": N_("I see no direct link between {title} and {role}. If I overlooked one, tell me what it teaches."),
    "goal-link.unknown": N_("I do not know what {title} teaches, so I cannot tell yet whether it helps {a_role}."),
    "goal-link.no-goal": N_("I do not know your goal yet, and that is what everything hangs on."),
    "goal-link.for-whom": N_("It is made for {a_roles}: worth a look if that is the work you want."),
    "goal-link.needed-by": N_("It is asked of {a_roles}, often before the first day: needed if that is your aim."),
    "goal-link.registered": N_("Work as {a_role} in {places} is done in {skills}, and whoever registers you there asks for proof of it."),
    "goal-link.there": N_("Work in {places} is done in {skills}: helpful for {a_role}, not the core of the job."),
    "goal-link.asked": N_("Work as {a_role} is regulated: whoever registers newcomers asks for proof of the language, so this helps where {skills} is spoken at work."),
    "goal-link.elsewhere": N_("Work as {a_role} in {places} is not done in {skills}, so I see no direct link between {title} and that goal."),
    "goal-link.no-role": N_("I do not know the role “{goal}”, so I cannot tell yet whether this helps."),
    "apply-it.applied": N_("You can back it with work of your own in {skills}; that is what convinces."),
    "apply-it.idea": N_("Put a finished piece of work beside it, for example: {idea}."),
    "apply-it.unknown": N_("Put a finished piece of work beside it, something that uses what it teaches."),
    "support-not-pillar": N_("Your list has more credentials ({earned}) than pieces of work ({work}): put the work first and let credentials support it."),
    "pile-of-badges.idle": N_("You hold {number} credentials that you have not applied, {best} among them: one more adds less than using that one."),
    "pile-of-badges.off-goal": N_("You hold {number} credentials that do not lead to {role}; another certificate alone will not change the picture."),
    "no-shortcut.no-licence": N_("No certificate replaces the licence that the law asks for."),
    "no-shortcut.fast-job": N_("No certificate brings a job by itself, and hardly within weeks: it helps an application that has more behind it."),
    "no-shortcut.no-experience": N_("It does not stand in for experience; it makes the experience you gather easier to see."),
    "no-shortcut.no-degree": N_("It is no stand-in for a degree; think of it as one step beside others."),
    "no-shortcut.salary": N_("More pay follows from what you can do with it; the paper alone seldom moves a salary."),
    "steady-work.dropped": N_("You dropped it once. That is no shame: go on only if it still serves the goal, in smaller steps."),
    "steady-work.stalled": N_("You are stuck halfway: twenty minutes on the next open part, on a fixed day, beats a new start."),
    "steady-work.unfinished": N_("It is under way: finish it before you take up another."),
    "steady-work.finished": N_("You have just finished it; now use it, or it fades."),
    "steady-work.another": N_("{other} is still open: finishing one thing counts for more than beginning two."),
    "beyond.regulated": N_("Working as {a_role} is regulated, and no certificate permits it. What that takes: {note}."),
    "beyond.attendance-only": N_("{title} is given for being there, without an assessment, so it proves little."),
    "beyond.expired": N_("Yours ran out on {day}: list it as expired or renew it."),
    "beyond.expires-soon": N_("Yours runs out on {day}: decide whether it still serves the goal before you renew."),
    "beyond.expiry": N_("It is valid for {months} months and has to be renewed after that."),
    "beyond.replaced": N_("{title} is no longer issued; its successor is {other}."),
    "beyond.retired": N_("{title} is no longer issued; look for its successor."),
    "beyond.permit": N_("{title} is a permit, not a claim of skill: where it is asked for, nobody starts without it."),
    "beyond.next-rung": N_("It is a step up from {other}, which you hold."),
    "beyond.rung-below": N_("{other} is the step below it: begin there, unless you are past that."),
    "beyond.entry-conditions": N_("Before you may take it, it asks for {requires}."),
    "beyond.marketplace": N_("On {issuer} anybody may teach; its certificate says that the course was watched."),
    "beyond.exact-name": N_("Write it exactly as issued, “{title}”, with issuer and date."),
    "beyond.not-yet-earned": N_("Until you have earned it, say that it is in progress."),
    "next.project": N_("{Idea}."),
    "next.real-issuer": N_("Do not pay. Go to {real}'s own site and see whether the course exists there."),
    "next.check-issuer": N_("Before you pay, look for the issuer in five job ads and ask two people who hire."),
    "next.check-issuer+issuers": N_("Before you pay, look for the issuer in five job ads; for this skill {issuers} would count."),
    "next.successor": N_("Look at {other}, which took its place."),
    "next.no-successor": N_("Look for one that can still be earned: ads of this year name it."),
    "next.no-successor+titles": N_("Look at one that can still be earned, such as {titles}."),
    "next.language": N_("Before you book {title}, ask the regulator where you want to work which test and which level it takes from {a_role}."),
    "next.language-elsewhere": N_("Ask the regulator in {places} which language test and which level it takes from {a_role}, and book that one."),
    "next.permit": N_("Ask whoever lets you begin, be it site, employer or council, whether {title} is what they want to see; then book it."),
    "next.permit-short": N_("Ask whoever lets you begin, be it site, employer or council, whether {title} is what they want to see; then book it, for it is done within days."),
    "next.licence-step": N_("Look up what {title} asks of you where you want to work, set a date, and plan backwards from it."),
    "next.show-permit": N_("Put {title} on your CV with its number and the date until which it holds, and keep it at hand."),
    "next.start-short": N_("Book {title}; it is short, so use it in the same month and note what came of it."),
    "next.promise": N_("Ask what became of last year's learners and how that was counted; no serious issuer promises work or pay."),
    "next.promise+issuers": N_("Leave it, and look at {issuers} for the same skill: no serious issuer promises work or pay."),
    "next.licence": N_("Ask the body that grants the licence for {a_role} which steps you still lack."),
    "next.licence-body": N_("Ask the body that grants the licence what it takes; no course can promise it."),
    "next.other": N_("For {a_role}, begin with {skill}: {idea}."),
    "next.other+titles": N_("For {a_role}, turn to {skill} instead, for example with {titles}."),
    "next.renew": N_("Decide whether {title} still serves the goal; if it does, renew it, else let it go."),
    "next.show": N_("Put {title} below your work in the CV, with one line on what you did with it."),
    "next.show-work": N_("Show a result instead: describe in two lines what you achieved with {skills}, with a number in it."),
    "next.apply-held": N_("Apply {title} first: {idea}."),
    "next.practice": N_("First the smallest real practice: {practice}."),
    "next.gate-licence": N_("Ask the body that grants the licence which steps you still lack; keep this as an addition."),
    "next.gate-degree": N_("Find out how you could get the degree that {a_role} needs; keep this as an addition."),
    "next.choose-issuer": N_("Find out who issues it, and whether people who hire in your field know the name."),
    "next.choose-issuer+issuers": N_("Take it from an issuer that counts here, such as {issuers}."),
    "next.ask-teacher": N_("Ask what you would have made by the end of {title}; choose it only if the answer is something you can show."),
    "next.core": N_("Pair it with the core of the job, {skill}: {idea}."),
    "next.start": N_("Book {title}, block two fixed hours a week, and add what you make with it to your portfolio."),
    "next.make-the-best": N_("Make the best of it: finish it and show it in use, for example: {idea}."),
    "next.make-the-best-known": N_("Make the best of it: finish {title}, and put it beside what you do already."),
    "next.make-the-best-off": N_("If the money can come back, ask for it; if not, finish {title} quickly and keep your weeks for the goal."),
    "next.sent-off": N_("If it is asked of you, finish {title} in working hours and keep your own weeks for the goal."),
    "change.project": N_("finish a project that uses {skills} and link it to {title}"),
    "change.practice": N_("practise {skills} in real work"),
    "change.apply-held": N_("apply the credentials you already hold"),
    "change.issuer": N_("take it from an issuer that is trusted in {industry}"),
    "change.promise": N_("choose an offer that promises no job, no income and no licence"),
    "change.licence": N_("hold the licence that {a_role} needs"),
    "change.degree": N_("hold the degree that {a_role} needs"),
    "ask.credential": N_("Which credential do you mean? Give its name or code, and who issues it if you know, such as: AZ-900 from Microsoft."),
    "ask.goal": N_("What do you want to work as?"),
    "ask.role": N_("I do not know the role “{goal}”. Which of these comes closest?"),
    "ask.role-freely": N_("I do not know the role “{goal}”. Which common job title comes closest?"),
    "ask.skills": N_("What does {title} mainly teach?"),
    "ask.ads": N_("Do job ads for {a_role} name {title}?"),
    "ask.issuer": N_("You wrote “{issuer}”. Did you mean {real}?"),
    "name.role": N_("{role}"),
    "name.skill": N_("{skill}"),
    "choice.none": N_("None of these"),
    "choice.something-else": N_("Something else"),
    "choice.yes": N_("Yes"),
    "choice.no": N_("No"),
}  # fmt: skip

VERDICT_NAMES = {
    "do": N_("Do"),
    "do_if": N_("Do if…"),
    "wait": N_("Wait"),
    "skip": N_("Skip"),
    "tell_me": N_("Tell me first"),
}


_SPOKEN_WITH_VOWEL = "AEFHILMNORSX"


@lru_cache(maxsize=4_096)
def with_article(name: str) -> str:
    """An English noun with *a* or *an*, by its sound: an HR manager, a UX designer."""
    first = name.split(" ", maxsplit=1)[0]
    if len(first) > 1 and first[:2].isupper():  # MLOps is spelled out too
        vowel = first[0] in _SPOKEN_WITH_VOWEL
    else:
        vowel = first[:1].lower() in "aeiou" and not re.match(
            r"(?:uni|use|usa|eu|one|uro)", first.lower()
        )
    return f"{'an' if vowel else 'a'} {name}"


@lru_cache(maxsize=4_096)
def spoken_to(idea: str, name: str) -> str:
    """A project idea with the name of a job in its place."""
    return re.sub(r"\ba \{role\}", with_article(name), idea).replace("{role}", name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_NAMES = 5_000
_FULLER = dict(key.split("+") for key in SENTENCES if "+" in key)  # by the list that it names
_Piece = tuple[str, Callable[[Mapping[str, Any]], str]]


def _nothing(_: Mapping[str, Any]) -> str:
    return ""


class Wording:
    """Sentences in one language, with the names of the knowledge.

    Sentences are cut at their places once, and names and lists that were put in words are
    remembered: a table says the same of many.
    """

    def __init__(
        self, words: Words, knowledge: Knowledge, called: Mapping[str, str] | None = None
    ) -> None:
        """Args: called: the person's own words for roles, by role id."""
        self.words = words
        self._knowledge = knowledge
        self._called = called or {}
        self._cut: Mapping[str, tuple[_Piece, ...]] = Remembered(self._pieces)
        skills: Mapping[tuple[str, ...], str] = Remembered(
            lambda ids: words.listed(self.skill(s) for s in ids), _NAMES
        )
        terms: Mapping[tuple[str, ...], str] = Remembered(words.listed, _NAMES)
        either: Mapping[tuple[str, ...], str] = Remembered(
            lambda names: words.listed(names, "or"), _NAMES
        )
        a_role: Mapping[str, str] = Remembered(lambda id_: with_article(self.role(id_)), _NAMES)
        ideas: Mapping[tuple[str, str], str] = Remembered(lambda of: self.idea(*of), _NAMES)
        self._shown: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
            "skills": lambda facts: skills[facts["skills"]],
            "core": lambda facts: skills[facts["core"]],
            "terms": lambda facts: terms[facts["terms"]],
            "issuers": lambda facts: either[facts["issuers"]],
            "titles": lambda facts: either[facts["titles"]],
            "role": lambda facts: self.role(facts["role"]),
            "a_role": lambda facts: a_role[facts["role"]],
            "A_role": lambda facts: _capital(a_role[facts["role"]]),
            "a_roles": lambda facts: words.listed((a_role[r] for r in facts["roles"]), "or"),
            "places": lambda facts: words.listed(map(words.place, facts["places"]), "or"),
            "skill": lambda facts: self.skill(facts["skill"]),
            "idea": lambda facts: ideas[facts["skill"], facts.get("role", "")],
            "Idea": lambda facts: _capital(ideas[facts["skill"], facts.get("role", "")]),
            "practice": lambda facts: knowledge.skills[facts["skill"]].practice,
            "industry": lambda facts: self.industry(facts["industry"]),
            "day": lambda facts: words.day(facts["day"]) if facts["day"] else "",
            "note": lambda facts: facts["note"].rstrip(". "),
        }

    def to_one_who_says(self, word: str, id_: str) -> "Wording":
        """The same, for a person who calls a role by a word of their own.

        Only a name of the job itself will do ("dental nurse"), not one of its field ("dentistry").
        """
        role = self._knowledge.roles.get(id_)
        own = word.casefold().strip()
        name = next((a for a in role.aliases if a.casefold() == own), "") if role else ""
        if not name or name.split()[-1].casefold() not in self._knowledge.job_words:
            return self
        spelled = self._knowledge.acronyms
        name = " ".join(spelled.get(word, word) for word in name.split())
        return Wording(self.words, self._knowledge, {id_: name})

    def skill(self, id_: str) -> str:
        """A skill's name."""
        return self._knowledge.skills[id_].name

    def role(self, id_: str) -> str:
        """A role's name, in the person's own word where that is one of its names."""
        if id_ in self._called:
            return self._called[id_]
        role = self._knowledge.roles.get(id_)
        return role.name if role else ""

    def industry(self, id_: str) -> str:
        """An industry's name."""
        industry = self._knowledge.industries.get(id_)
        return industry.name if industry else id_

    def idea(self, skill: str, role: str) -> str:
        """A project idea for a skill, spoken to a goal."""
        known = self._knowledge.roles.get(role)
        name = self.role(role) if known else self.words("beginner")
        ideas = self._knowledge.skills[skill].projects
        fitting = next((i for i in ideas if "{role}" in i), ideas[0]) if known else ideas[-1]
        return spoken_to(fitting, name)

    def __call__(self, said: Said) -> str:
        """The sentence for what was said."""
        return self.put(SENTENCES[self._key(said)], said.facts)

    def put(self, sentence: str, facts: Mapping[str, Any]) -> str:
        """A sentence with its facts put in, as people read them."""
        return "".join([text + shown(facts) for text, shown in self._cut[sentence]])

    def _pieces(self, sentence: str) -> tuple[_Piece, ...]:
        """The sentence in this language: texts, each with what shows the fact that follows it."""
        pieces = Formatter().parse(self.words(sentence))
        return tuple(
            (text, self._showing(name) if name else _nothing) for text, name, _, _ in pieces
        )

    def _showing(self, name: str) -> Callable[[Mapping[str, Any]], str]:
        return self._shown.get(name) or (lambda facts: str(facts[name]))

    @staticmethod
    def _key(said: Said) -> str:
        """A sentence has a fuller form where a list of names is at hand."""
        names = _FULLER.get(said.key, "")
        return f"{said.key}+{names}" if names and said.facts.get(names) else said.key
