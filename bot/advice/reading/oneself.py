"""What of a message is about the person: not what is asked of the world, nor told of a friend."""

from bot.advice.reading.patterns import Pattern

_CLAUSE = Pattern(r"[^,.?!;]+[,.?!;]*")
_ASKS = Pattern(  # a question about the world begins so
    r" ?(?:so |and |but |ok |hi |hey |hello |quick question ,? ?|also |just wondering ,? ?|, )*(?:does|do|is|are|can|could|should|who|whose|whos|whats|what|what's|which|how|how's|when|where|why|anyone know)(?!\S)(?! (?:about|if|i|to|it (?:mad|crazy|too late|realistic|possible|stupid|normal|foolish|doable|daft|silly))(?!\S))"
)
_ONESELF = Pattern(
    r"(?<!\S)(?:i|i'm|im|i've|ive|i'd|id|i'll|me|my|mine|myself|we|we're|we've|our|us|here|someone|somebody|ako|ko|mein|mi|r\d)(?!\S)"
)
_FRIEND = Pattern(
    r"(?<!\S)(?:my|a|our|some) (?:best |old |good |other )?(?:friends?|mates?|pal|neighbou?r|colleague|co ?worker|flatmate|roommate|cousin|buddy|guy on \w+|guy)(?:'s)? (?!(?:and (?:i|me)|who|says?|said|told|recommends?|swears|runs? a|wants me|needs me|is (?:asking|telling))(?!\S))[^,.;?!]*"
)


def about_oneself(line: str) -> str:
    """The line without its clauses that tell nothing of who writes."""
    if _FRIEND.search(line):
        line = _FRIEND.sub(",", line)
    kept = [said for said in _CLAUSE.findall(line) if not _of_the_world(said)]
    return "".join(kept)


def _of_the_world(clause: str) -> bool:
    return bool(_ASKS.match(clause)) and not _ONESELF.search(clause)
