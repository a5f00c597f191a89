"""What admins decide for their server, and that nobody else can."""

import asyncio

from tests.discord.people import DIRECT, SERVER, Member
from tests.discord.seeing import buttons, read


async def test_trust_is_shown_to_members(ada: Member) -> None:
    """What an admin decides on an issuer counts in advice there, with who, when and why."""
    admin = ada.at(number=100000000000000009, name="grace", admin=True)
    before = await ada.run(
        "advise", credential="SQL course", provider="Acme Academy", goal="data analyst"
    )
    decided = await admin.run(
        "providers trust", provider="Acme Academy", reason="our own training centre", industry=""
    )
    assert "is trusted here" in read(decided)
    shown = read(await ada.run("providers list"))
    for part in ("Acme Academy", "our own training centre", "Grace", "2026-11-24"):
        assert part in shown
    after = await ada.run(
        "advise", credential="SQL course", provider="Acme Academy", goal="data analyst"
    )
    assert read(after) != read(before)
    assert "Acme Academy is trusted here: Grace added it on" in read(after)
    assert "our own training centre" in read(after)


async def test_a_server_is_its_own(ada: Member) -> None:
    """What one server decides is unknown in every other, and in direct messages."""
    await ada.at(admin=True).run("providers trust", provider="Acme Academy", reason="ours")
    await ada.at(admin=True).run("settings", sharing="off")
    for elsewhere in (ada.at(guild=SERVER + 1), ada.at(where=DIRECT)):
        assert "No admin has decided" in read(await elsewhere.run("providers list"))
    other = ada.at(guild=SERVER + 1)
    assert "Share" in buttons(await other.run("advise", credential="PL-300", goal="data analyst"))


async def test_members_are_refused(ada: Member) -> None:
    """A member who sends an admin's command is refused by the server, whatever the client shows."""
    for name, values in (
        ("providers trust", {"provider": "Acme", "reason": "x"}),
        ("providers distrust", {"provider": "Coursera", "reason": "x"}),
        ("settings", {}),
        ("settings", {"sharing": "off"}),
    ):
        assert "Only an admin" in read(await ada.run(name, **values)), name
    assert "Only an admin" in read(await ada.at(where=DIRECT, admin=True).run("settings"))
    assert "No admin has decided" in read(await ada.run("providers list"))


async def test_sharing_can_be_switched_off(ada: Member) -> None:
    """With sharing off no Share is offered, and one offered before is refused."""
    answer = await ada.run("advise", credential="PL-300", goal="data analyst")
    look = await ada.press(answer, buttons(answer)["Share"])
    await ada.at(admin=True).run("settings", sharing="off")
    late = await ada.press(look, buttons(look)["Post it for everybody"])
    assert "switched sharing off" in read(late)
    again = await ada.run("advise", credential="PL-300", goal="data analyst")
    assert "Share" not in buttons(again)
    shown = read(await ada.at(admin=True).run("settings"))
    assert "Posting answers for everybody not allowed" in shown.replace("*", "")


async def test_two_admins_at_once(ada: Member) -> None:
    """Decisions taken at the same moment are all kept."""
    admin = ada.at(admin=True)
    names = [f"Academy {n}" for n in "ABCDEF"]
    payloads = [admin.slash("providers trust", provider=n, reason="ours") for n in names]
    found = await asyncio.gather(*(admin.discord.interact(p) for p in payloads))
    told = [read(f) for f in found]
    kept = read(await ada.run("providers list"))
    for name, answer in zip(names, told, strict=True):
        assert (name in kept) == ("is trusted here" in answer), (answer, kept)
    assert "Academy A" in kept
