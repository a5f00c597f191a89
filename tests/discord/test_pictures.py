"""Pictures of answers: drawn from what is really sent, and small enough for the README."""

import re

from tests.pictures.discord import HERE, KEPT, pages
from tests.pictures.discord_html import markdown

ROOT = HERE.parents[1]


async def test_every_kind_of_answer_can_be_drawn() -> None:
    """Each kind of answer is made of what Discord's phone app shows, and none is an error."""
    found = await pages()
    assert set(KEPT) <= found.keys()
    assert len(found) > 25
    for name, html in found.items():
        assert "went wrong" not in html, name
        assert len(re.sub("<[^>]*>", "", html.split("</style>")[1])) < 3_000, f"{name} is too long"


def test_markdown_is_shown_as_discord_does() -> None:
    """Backslashes hide, bold and small print show, and nothing becomes HTML."""
    assert markdown("**a** \\*b\\* <i>") == '<div class="text"><b>a</b> *b* &lt;i&gt;</div>'
    assert markdown("### x\n-# y") == '<div class="text"><h3>x</h3><small>y</small></div>'
    assert markdown("```\n**a**\n```") == "<pre>**a**</pre>"


def test_pictures_of_the_readme() -> None:
    """The README's pictures exist, are light, and have words for those who cannot see them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="(tests/pictures/discord-[^"]+)"[^>]*alt="([^"]{20,})"', text)
    assert {name for name, _ in shown} == {f"tests/pictures/discord-{n}.png" for n in KEPT}
    assert all((ROOT / name).stat().st_size < 150_000 for name, _ in shown)
