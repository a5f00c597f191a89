"""Block Kit as HTML that looks like Slack: enough for what this bot sends, and no more."""

from collections.abc import Mapping
from html import escape
from typing import Any

Block = Mapping[str, Any]
WIDTHS = {"message": 760, "modal": 560, "home": 820}
STYLE = """
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d1c1d;font:15px/1.46668 Lato,"Noto Sans","DejaVu Sans",
sans-serif,"Noto Color Emoji"}
p,h3,ul,pre{margin:0}
.block{margin:8px 0}
h3{font-size:18px;font-weight:900}
ul{padding-left:26px}li{padding-left:4px}
pre{border:1px solid #ddd;background:#f8f8f8;border-radius:4px;padding:8px;font:12px/1.5 monospace;
white-space:pre-wrap}
.text{white-space:pre-wrap}
.context{color:#616061;font-size:13px;white-space:pre-wrap}
hr{border:0;border-top:1px solid #ddd;margin:14px 0}
.actions{display:flex;flex-wrap:wrap;gap:8px}
.button{border:1px solid #bbb;border-radius:4px;padding:0 12px;height:30px;line-height:28px;
font-weight:700;font-size:13px;background:#fff;max-width:100%;overflow:hidden;white-space:nowrap;
text-overflow:ellipsis}
.primary{background:#007a5a;border-color:#007a5a;color:#fff}
.danger{color:#e01e5a;border-color:#e01e5a}
.select{color:#616061;font-weight:400;min-width:200px}
.select.chosen{color:#1d1c1d}
.select:after{content:"⌄";float:right;margin-left:16px}
label{display:block;font-weight:900;margin-bottom:6px}
label small{font-weight:400;color:#616061}
.field{border:1px solid #999;border-radius:4px;padding:8px 12px;min-height:40px}
.field span{color:#868686}
.field.many{min-height:88px}
.message{display:flex;padding:14px 20px}
.face{flex:none;width:36px;height:36px;border-radius:4px;background:#27374d;color:#fff;
font:900 20px/36px sans-serif;text-align:center;margin-right:10px}
.who b{font-weight:900}.who i{font-style:normal;font-size:10px;background:#e8e8e8;color:#616061;
border-radius:2px;padding:1px 3px;margin:0 6px}.who span,.eyes{font-size:12px;color:#616061}
.body{min-width:0;flex:1}
.modal{border:1px solid #ccc;border-radius:8px;margin:12px;box-shadow:0 4px 14px #0003}
.modal header,.modal footer{display:flex;align-items:center;padding:14px 22px;gap:10px}
.modal header b{font-size:20px;font-weight:900;flex:1}
.modal footer{justify-content:flex-end;border-top:1px solid #ddd}
.modal section{padding:0 22px 14px}
.home{padding:0 26px 18px}
.tabs{border-bottom:1px solid #ddd;margin:0 -26px 12px;padding:12px 26px 0;font-weight:900}
.tabs div{font-weight:700;font-size:13px;color:#616061;margin-top:8px}
.tabs div b{color:#1d1c1d;border-bottom:2px solid #1d1c1d;padding-bottom:6px;margin-right:18px;
display:inline-block}
"""


def _text(value: Block) -> str:
    return escape(str(value["text"]))


def _stretch(element: Block) -> str:
    if element["type"] == "date":
        return escape(str(element["fallback"]))
    found = _text(element)
    return f"<b>{found}</b>" if element.get("style", {}).get("bold") else found


def _section(element: Block) -> str:
    return "".join(map(_stretch, element["elements"]))


def _rich(block: Block) -> str:
    found = []
    for element in block["elements"]:
        match element["type"]:
            case "rich_text_section":
                found.append(f'<div class="text">{_section(element)}</div>')
            case "rich_text_list":
                rows = "".join(f"<li>{_section(e)}</li>" for e in element["elements"])
                found.append(f"<ul>{rows}</ul>")
            case "rich_text_preformatted":
                found.append(f"<pre>{_section(element)}</pre>")
    return "".join(found)


def _element(element: Block) -> str:
    if element["type"] == "button":
        return f'<div class="button {element.get("style", "")}">{_text(element["text"])}</div>'
    chosen = element.get("initial_option")
    shown = chosen["text"] if chosen else element["placeholder"]
    return f'<div class="button select {"chosen" if chosen else ""}">{_text(shown)}</div>'


def _field(element: Block) -> str:
    if element["type"] == "static_select":
        return _element(element)
    many = "many" if element.get("multiline") else ""
    shown = escape(str(element.get("initial_value", "")))
    if not shown and "placeholder" in element:
        shown = f"<span>{_text(element['placeholder'])}</span>"
    return f'<div class="field {many}">{shown}</div>'


def _input(block: Block) -> str:
    optional = " <small>(optional)</small>" if block.get("optional") else ""
    hint = f'<div class="context">{_text(block["hint"])}</div>' if "hint" in block else ""
    return f"<label>{_text(block['label'])}{optional}</label>{_field(block['element'])}{hint}"


def block(one: Block) -> str:
    """One block. Raises KeyError for a kind that the bot does not send."""
    kinds = {
        "header": lambda b: f"<h3>{_text(b['text'])}</h3>",
        "divider": lambda _: "<hr>",
        "context": lambda b: (
            f'<div class="context">{"".join(_text(e) for e in b["elements"])}</div>'
        ),
        "rich_text": _rich,
        "actions": lambda b: f'<div class="actions">{"".join(map(_element, b["elements"]))}</div>',
        "input": _input,
    }
    return f'<div class="block">{kinds[one["type"]](one)}</div>'


def _blocks(holder: Block) -> str:
    return "".join(map(block, holder["blocks"]))


def message(payload: Block) -> str:
    """A message from the app, seen by one person alone."""
    eyes = "Only visible to you" if payload.get("response_type") != "in_channel" else ""
    return (
        f'<div class="message"><div class="face">B</div><div class="body"><div class="who">'
        f"<b>Badgewise</b><i>APP</i><span>9:41 AM</span></div>"
        f'<div class="eyes">{eyes}</div>{_blocks(payload)}</div></div>'
    )


def modal(view: Block) -> str:
    """A modal with its title and its buttons."""
    send = f'<div class="button primary">{_text(view["submit"])}</div>' if "submit" in view else ""
    return (
        f'<div class="modal"><header><b>{_text(view["title"])}</b>✕</header>'
        f"<section>{_blocks(view)}</section>"
        f'<footer><div class="button">{_text(view["close"])}</div>{send}</footer></div>'
    )


def home(view: Block) -> str:
    """The Home tab."""
    tabs = '<div class="tabs">Badgewise<div><b>Home</b>Messages</div></div>'
    return f'<div class="home">{tabs}{_blocks(view)}</div>'


def page(kind: str, payload: Block) -> str:
    """A whole page for one payload: kind is message, modal or home."""
    body = {"message": message, "modal": modal, "home": home}[kind](payload)
    return (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>'
        f'<body style="width:{WIDTHS[kind]}px">{body}'
    )
