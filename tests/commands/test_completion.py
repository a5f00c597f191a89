"""What is offered while one types: known names and one's own entries, at once and to the point."""

import time

import pytest

from bot.advice.learner import Credential, Education, Experience, Learner, Project
from bot.commands.command import Completes
from bot.commands.completion import MOST, Completer
from bot.commands.service import Service
from bot.commands.table import COMMANDS
from tests.sizes import size

MINE = Learner(
    credentials=(Credential(id="c1", title="Quux: the Basics"), Credential(id="c2", title="CSM")),
    experience=(Experience(id="e1", area="led a sales team"),),
    education=(Education(id="d1", title="BSc Biology"),),
    projects=tuple(Project(id=f"p{n}", title=f"report {n}") for n in range(1, 41)),
)
ROWS = [
    (Completes.ROLE, "data an", "data analyst"),
    (Completes.ROLE, "DATA AN", "data analyst"),
    (Completes.ROLE, "analyst", "data analyst"),
    (Completes.ROLE, "registered n", "registered nurse"),
    (Completes.CREDENTIAL, "az-900", "Microsoft Certified: Azure Fundamentals (AZ-900)"),
    (Completes.CREDENTIAL, "google data a", "Google Data Analytics Professional Certificate"),
    (Completes.PROVIDER, "cours", "Coursera"),
    (Completes.PROVIDER, "harvard", "Harvard University"),
    (Completes.INDUSTRY, "tech", "technology"),
    (Completes.COMMAND, "goal s", "goal set"),
    (Completes.COMMAND, "", "advise"),
    (Completes.OWN_CREDENTIAL, "", "c1"),
    (Completes.OWN_CREDENTIAL, "basics", "c1"),
    (Completes.OWN_CREDENTIAL, "c2", "c2"),
    (Completes.OWN_EXPERIENCE, "SALES", "e1"),
    (Completes.OWN_EDUCATION, "bio", "d1"),
    (Completes.OWN_PROJECT, "report 40", "p40"),
]
NOTHING = [
    (Completes.ROLE, "zzzz"),
    (Completes.PROVIDER, "zzzz"),
    (Completes.OWN_PROJECT, "quux"),
    (Completes.OWN_CREDENTIAL, "az-900"),
    (Completes.COMMAND, "answer"),
    (Completes.COMMAND, "share"),
]


@pytest.fixture(scope="module")
def completer(service: Service) -> Completer:
    """Completes from the built-in knowledge."""
    return Completer(service.library)


@pytest.mark.parametrize(("kind", "typed", "sent"), ROWS)
def test_what_is_typed_is_completed(
    completer: Completer, kind: Completes, typed: str, sent: str
) -> None:
    """The beginning of a name, or of a word in it, offers the name."""
    assert sent in [value for _, value in completer.complete(kind, typed, MINE)]


@pytest.mark.parametrize(("kind", "typed"), NOTHING)
def test_what_does_not_fit_is_not_offered(
    completer: Completer, kind: Completes, typed: str
) -> None:
    """Nothing is offered that does not hold what was typed, nor what is not for typing."""
    assert completer.complete(kind, typed, MINE) == ()


@pytest.mark.parametrize("kind", list(Completes))
@pytest.mark.parametrize("typed", ["", "a", "e", "c", " p", "1"])
def test_never_too_many(completer: Completer, kind: Completes, typed: str) -> None:
    """At most 25 are offered, each once, none of them empty: more is what no platform takes."""
    found = completer.complete(kind, typed, MINE)
    assert len(found) <= MOST == 25
    assert len({sent for _, sent in found}) == len(found)
    assert all(shown and sent for shown, sent in found)


def test_others_entries_are_not_offered(completer: Completer) -> None:
    """Without entries of one's own there is nothing to complete from them."""
    for kind in Completes:
        if kind.value.startswith("own"):
            assert completer.complete(kind, "", Learner()) == ()
            assert completer.complete(kind, "", MINE)


@pytest.mark.parametrize("kind", [Completes.ROLE, Completes.CREDENTIAL, Completes.PROVIDER])
def test_a_whole_name_is_offered(completer: Completer, service: Service, kind: Completes) -> None:
    """Typing a known name in full offers that name, whatever else begins so."""
    names = [entry.name for entry in getattr(service.library.knowledge, f"{kind.value}s").values()]
    for name in names[:: size(40, 1)]:
        assert (name, name) in completer.complete(kind, name, MINE), name


def test_every_kind_is_used() -> None:
    """Every kind of completion belongs to an option of some command."""
    used = {o.completes for c in COMMANDS.values() for o in c.fields if o.completes}
    assert used == set(Completes)


HOSTILE = ["\0", "\ud800", "\u202e", "z" * 100_000, "a " * 50_000, "(((", "\\", "{0}", "😀" * 5_000]


@pytest.mark.parametrize("typed", HOSTILE, ids=[ascii(t[:8]) for t in HOSTILE])
def test_a_flood_is_answered_at_once(completer: Completer, typed: str) -> None:
    """Whatever is typed, and however often, an answer comes within 50 ms, and most far sooner."""
    for kind in Completes:
        completer.complete(kind, "a", MINE)
    spent = []
    for _ in range(size(3, 100)):
        begun = time.thread_time()
        for kind in Completes:
            completer.complete(kind, typed, MINE)
        spent.append(time.thread_time() - begun)
    assert min(spent) < 0.05 * len(Completes)
