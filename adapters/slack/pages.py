"""The few pages that a browser sees: install, installed, privacy, a refusal."""

from html import escape

from bot.advice.words import N_, Words
from bot.commands.privacy import KEPT

_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Badgewise</title>
<meta name="viewport" content="width=device-width">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem}}
a.add{{display:inline-block;background:#4a154b;color:#fff;padding:.6rem 1rem;border-radius:.4rem;
text-decoration:none}}</style></head>
<body><h1>{title}</h1>{body}</body></html>
"""


def _page(title: str, body: str, say: Words) -> str:
    return _PAGE.format(lang=escape(say.locale), title=escape(title), body=body)


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def install(url: str, say: Words) -> str:
    """Where an admin begins."""
    link = f'<p><a class="add" href="{escape(url)}">{escape(say(N_("Add to Slack")))}</a></p>'
    about = say(N_("Badgewise answers one question: is this credential worth it, for you, now?"))
    more = (
        f'<p><a href="/slack/privacy">{escape(say(N_("What is kept, and who could see it")))}</a>'
    )
    return _page("Badgewise", _p(about) + link + more + "</p>", say)


def installed(say: Words) -> str:
    """Where an admin ends."""
    text = say(N_("Badgewise is installed. In Slack, type /badgewise help to begin."))
    return _page(say(N_("Done")), _p(text), say)


def refused(text: str, say: Words) -> str:
    """Why it did not work, and how to go on."""
    again = f'<p><a href="/slack/install">{escape(say(N_("Begin again")))}</a></p>'
    return _page(say(N_("Not installed")), _p(text) + again, say)


def privacy(say: Words) -> str:
    """The same sentences as ``/privacy about``."""
    return _page(say(N_("Privacy")), "".join(_p(say(k)) for k in KEPT), say)
