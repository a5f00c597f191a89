"""Discord's components as HTML that looks like its app on a phone: what this bot sends, no more."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

Json = Mapping[str, Any]
WIDTH = 412  # of a usual phone
STYLE = """
*{box-sizing:border-box}
body{margin:0;width:412px;background:#1a1a1e;color:#dfe0e2;
font:16px/1.3 "gg sans","Noto Sans","DejaVu Sans",sans-serif,"Noto Color Emoji"}
.message{display:flex;padding:12px 12px 12px 14px}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:#2e9e5b;color:#fff;
font:700 20px/40px sans-serif;text-align:center;margin-right:12px}
.all{min-width:0;flex:1}
.who b{color:#fff;font-weight:600}.who span{color:#949ba4;font-size:12px}
.who i{font:600 10px/15px sans-serif;background:#5865f2;color:#fff;border-radius:3px;
padding:1px 4px;margin:0 6px;vertical-align:2px}
.asked{color:#b5bac1;font-size:13px;padding:10px 12px 0 66px}
.asked b{color:#c9cdfb;font-weight:500}
.box{border:1px solid #33343b;border-left:4px solid;border-radius:8px;background:#242429;
padding:12px 14px;margin:6px 0}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 8px}
.text:last-child{margin-bottom:0}
h3{font-size:18px;line-height:1.3;margin:0;color:#fff;font-weight:700}
b{font-weight:700;color:#fff}
small{font-size:12.5px;line-height:1.3;color:#a5a8b0;display:block}
pre{font:13px/1.35 monospace;background:#1c1c20;border:1px solid #33343b;border-radius:4px;
padding:8px;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.button{border-radius:8px;padding:6px 14px;font:500 14px/20px "Noto Sans",sans-serif,
"Noto Color Emoji";background:#3a3b42;color:#fff;max-width:100%}
.s1{background:#5865f2}.s3{background:#248046}.s4{background:#da373c}
.select{border:1px solid #3a3b42;border-radius:8px;background:#1c1c20;padding:9px 12px;
color:#949ba4;width:100%}
.select:after{content:"⌄";float:right}
.select div{color:#dfe0e2;border-top:1px solid #3a3b42;margin:8px -12px 0;padding:8px 12px 0}
.file{border:1px solid #3a3b42;border-radius:8px;background:#1c1c20;padding:10px 12px;color:#00a8fc}
.eyes{color:#949ba4;font-size:12px;margin-top:6px}.eyes b{color:#00a8fc;font-weight:400}
.window{background:#242429;border-radius:12px 12px 0 0;padding:16px;margin-top:40px}
.window h3{text-align:center;margin-bottom:16px}.window label{font-weight:600;display:block}
.window p{margin:2px 0 0;color:#a5a8b0;font-size:13px}
.window .area{background:#1c1c20;border:1px solid #3a3b42;border-radius:8px;height:150px;
margin:8px 0 16px}
"""
_INLINE = re.compile(r"\\([^0-9A-Za-z\s])|(\*\*)|([^\\*]+|.)", re.DOTALL)
ROW, BUTTON, SELECT, DISPLAY, FILE, CONTAINER = 1, 2, 3, 10, 13, 17


def inline(text: str) -> str:
    """Bold and backslashes; everything else as it stands."""
    found, bold = [], False
    for match in _INLINE.finditer(text):
        literal, stars, plain = match.groups()
        if stars:
            found.append("</b>" if bold else "<b>")
            bold = not bold
        else:
            found.append(escape(literal or plain))
    return "".join(found) + ("</b>" if bold else "")


def markdown(text: str) -> str:
    """A text display: headings, small print, blocks to copy, paragraphs."""
    if text.startswith("```"):
        return f"<pre>{escape(text.removeprefix('```').removesuffix('```').strip())}</pre>"
    found: list[str] = []
    for line in text.split("\n"):
        if line.startswith("### "):
            found.append(f"<h3>{inline(line[4:])}</h3>")
        elif line.startswith("-# "):
            found.append(f"<small>{inline(line[3:])}</small>")
        else:
            found.append(inline(line) + "\n")
    return f'<div class="text">{"".join(found).rstrip()}</div>'


def _children(holder: Json) -> str:
    return "".join(map(component, holder["components"]))


def _select(menu: Json) -> str:
    rows = "".join(f"<div>{escape(o['label'])}</div>" for o in menu["options"][:4])
    return f'<div class="select">{escape(menu["placeholder"])}{rows}</div>'


def component(one: Json) -> str:
    """One component. Raises KeyError for a kind that the bot does not send."""
    match one["type"]:
        case t if t == CONTAINER:
            colour = f"#{one['accent_color']:06x}"
            return f'<div class="box" style="border-left-color:{colour}">{_children(one)}</div>'
        case t if t == DISPLAY:
            return markdown(one["content"])
        case t if t == ROW:
            return f'<div class="row">{_children(one)}</div>'
        case t if t == BUTTON:
            return f'<div class="button s{one["style"]}">{escape(one["label"])}</div>'
        case t if t == SELECT:
            return _select(one)
        case t if t == FILE:
            name = one["file"]["url"].removeprefix("attachment://")
            return f'<div class="file">📄 {escape(name)}</div>'
    raise KeyError(one["type"])


def message(components: Sequence[Json], *, asked: str, private: bool) -> str:
    """A message from the bot, under what it answers."""
    eyes = "👁 Only you can see this · <b>Dismiss message</b>" if private else ""
    return (
        f'<div class="asked">↱ <b>Ada</b> used <b>{escape(asked)}</b></div>'
        '<div class="message"><div class="face">B</div><div class="all">'
        '<div class="who"><b>Badgewise</b><i>APP</i><span>09:00</span></div>'
        f'{"".join(map(component, components))}<div class="eyes">{eyes}</div></div></div>'
    )


def window(data: Json) -> str:
    """A window that asks for a long text."""
    label = data["components"][0]
    more = f"<p>{escape(label['description'])}</p>" if "description" in label else ""
    return (
        f'<div class="window"><h3>{escape(data["title"])}</h3>'
        f'<label>{escape(label["label"])}</label>{more}<div class="area"></div>'
        '<div class="button s1" style="text-align:center">Submit</div></div>'
    )


def page(body: str) -> str:
    """A whole page."""
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{body}'
