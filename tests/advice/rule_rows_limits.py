"""Where a credential falls short: when each rule says so, and when not."""

from datetime import date
from typing import Any

from bot.advice.reading.facts import Hope
from bot.advice.recognition import LocalWord
from tests.advice.rule_row import AGAINST, CAUTION, CONDITION, FOR, Row, fires, hoping, silent
from tests.advice.world import (
    DEGREE,
    LICENCE,
    SLIP,
    SUSPECT,
    UNKNOWN,
    UNSAID,
    case,
    holds,
    made,
    named,
    worked,
)


def _local(name: str, *, trusted: bool, industry: str = "") -> dict[str, Any]:
    word = LocalWord(
        name=name, trusted=trusted, industry=industry, reason="our own", decided_by="Kim",
        decided_on=date(2026, 6, 1),
    )  # fmt: skip
    return {"local": (word,)}


LIMITS: tuple[Row, ...] = (
    fires("experience-first", "only practice counts, and there is none",
           case("leading-teams", "team-lead"), AGAINST, "practice", skills=("leading", "coaching")),
    fires("experience-first", "a certificate in it is no practice",
           case("leading-teams", "team-lead", holds("leading-by-numbers")), AGAINST, "practice"),
    fires("experience-first", "an open project is no practice",
           case("leading-teams", "team-lead", made("leading", done=False)), AGAINST, "practice"),
    fires("experience-first", "work to show is missing", case("writing-well", "editor"), CONDITION,
           "show-work", skills=("writing",)),
    fires("experience-first", "one wants practice, the other work to show",
           case("leading-in-writing", "editor"), CONDITION, "show-work"),
    silent("experience-first", "one shared skill needs no proof",
            case("leading-by-numbers", "team-lead")),
    silent("experience-first", "led people", case("leading-teams", "team-lead",
                                                   worked("leading"))),
    silent("experience-first", "held the job", case("leading-teams", "team-lead",
                                                     worked(role="team-lead"))),
    silent("experience-first", "has work to show", case("writing-well", "editor",
                                                         made("writing"))),
    silent("experience-first", "no proof is needed", case()),
    fires("degree-gate", "a licence is missing", case("nursing-refresher", "nurse"), CONDITION,
           "licence", role="nurse", note="the nursing board"),
    fires("degree-gate", "a degree is no licence", case("nursing-refresher", "nurse", DEGREE),
           CONDITION, "licence"),
    silent("degree-gate", "licence held", case("nursing-refresher", "nurse", LICENCE)),
    silent("degree-gate", "has worked as one, so held one",
            case("nursing-refresher", "nurse", worked(role="nurse"))),
    fires("degree-gate", "it is the licence", case("nursing-licence", "nurse"), FOR, "is-licence"),
    fires("degree-gate", "the licence of another job", case("nursing-licence", "engineer"),
           CONDITION, "degree"),
    fires("degree-gate", "a degree is required", case("concrete-one", "engineer"), CONDITION,
           "degree", note="the chamber of engineers"),
    fires("degree-gate", "work is no required degree",
           case("concrete-one", "engineer", worked(role="engineer")), CONDITION, "degree"),
    silent("degree-gate", "required degree held", case("concrete-one", "engineer", DEGREE)),
    fires("degree-gate", "a degree is usual", case("statistics-one", "researcher"), CAUTION,
           "usual"),
    silent("degree-gate", "usual degree held", case("statistics-one", "researcher", DEGREE)),
    silent("degree-gate", "has the job without the usual degree",
            case("statistics-one", "researcher", worked(role="researcher"))),
    fires("degree-gate", "hopes to do without one", case(**hoping(Hope.NO_DEGREE)), CAUTION,
           "hope"),
    silent("degree-gate", "no gate and no such hope", case(**hoping(Hope.SALARY))),
    fires("trusted-provider", "known in the industry", case(), FOR, "here", issuer="Data Guild"),
    fires("trusted-provider", "known everywhere", case(issuer=named("everywhere")), FOR, "here"),
    fires("trusted-provider", "known in the field of the core skill",
           case("charts-first", "pie-chartist"), FOR, "here"),
    fires("trusted-provider", "made by its own issuer for this very job",
           case("kitchen-analyst"), FOR, "here"),
    fires("trusted-provider", "made for this job, from another issuer",
           case("kitchen-analyst", issuer=named("people-guild")), CONDITION, "elsewhere"),
    fires("trusted-provider", "known, no goal", case("sql-short", None), FOR, "known"),
    fires("trusted-provider", "known elsewhere", case(issuer=named("kitchen-guild")), CONDITION,
           "elsewhere", industry="data"),
    fires("trusted-provider", "unknown", case(issuer=UNKNOWN), AGAINST, "unknown"),
    fires("trusted-provider", "looks like a known one", case(issuer=SUSPECT), AGAINST, "suspect",
           real="Data Guild"),
    fires("trusted-provider", "one letter off", case(issuer=SLIP), CAUTION, "slip",
           real="Data Guild"),
    fires("trusted-provider", "not said", case(issuer=UNSAID), CONDITION, "unsaid"),
    fires("trusted-provider", "trusted by an admin",
           case(issuer=UNKNOWN, **_local("nobody's college", trusted=True)), FOR, "local",
           by="Kim", reason="our own"),
    fires("trusted-provider", "distrusted by an admin",
           case(**_local("Data Guild", trusted=False)), AGAINST, "local-distrust"),
    fires("trusted-provider", "trusted by an admin for another industry",
           case(issuer=UNKNOWN, **_local("Nobody's College", trusted=True, industry="kitchen")),
           AGAINST, "unknown"),
    fires("trusted-provider", "an admin's word saves no look-alike",
           case(issuer=SUSPECT, **_local("Dαta Guild", trusted=True)), AGAINST, "suspect"),
    silent("trusted-provider", "no credential", case(None)),
)  # fmt: skip
