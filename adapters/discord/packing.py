"""Lines in a third of their characters, so that most fit into a button.

A line is compressed with a dictionary of what lines are made of, and written in letters that
Discord counts as one each and leaves as they are: fourteen bits a letter.
"""

import zlib

# Buttons outlive a version: this text must stay as it is. Another one needs a sign of its own.
_USUAL = (
    b"bootcamp course training university academy academy foundation specialist associate "
    b"engineer developer manager nurse teacher for me? worth it? is it good for my goal is "
    b"Google Microsoft Certified: AWS Certified CompTIA Coursera Udemy Certificate in Diploma "
    b"experience add area: years: project done title: education add kind:degree kind:licence "
    b'situation:switching situation:staying_current status:earned" earned_on:20 horizon:'
    b'" status:planned credential add title:"Certification Professional Certificate" provider:"'
    b"/project add title:/check credential:/match text:/compare text:/share step:post then:"
    b'/answer about:goal choice: asked:then:/advise text:"is the worth it for a data analyst'
    b'" goal:"/goal set role:"/share then:/advise credential:"/advise show:change text:"'
    b'/advise show:why credential:"'
)
_FIRST, _BITS = 0x4E00, 14  # Chinese letters: no normalisation changes one
_LAST = _FIRST + (1 << _BITS)
_RAW = -15  # no header: every byte counts
MOST = 12_000  # characters of a line that is taken out again


def _letters(data: bytes) -> str:
    """Bytes as letters; a last bit marks where they end."""
    number = int.from_bytes(b"\1" + data)
    found = []
    while number:
        number, part = divmod(number, 1 << _BITS)
        found.append(chr(_FIRST + part))
    return "".join(found)


def _bytes(letters: str) -> bytes:
    """The bytes again. Raises ValueError for letters that were not made here."""
    number = 0
    for letter in reversed(letters):
        if not _FIRST <= ord(letter) < _LAST:
            raise ValueError(letter)
        number = number << _BITS | ord(letter) - _FIRST
    data = number.to_bytes((number.bit_length() + 7) // 8)
    if data[:1] != b"\1":
        raise ValueError(letters)
    return data[1:]


def packed(line: str) -> str:
    """The line in fewer characters."""
    press = zlib.compressobj(9, zlib.DEFLATED, _RAW, 6, zlib.Z_DEFAULT_STRATEGY, _USUAL)
    return _letters(press.compress(line.encode("utf-8", "replace")) + press.flush())


def unpacked(letters: str) -> str:
    """The line again. Raises ValueError for what was not packed here."""
    try:
        found = zlib.decompressobj(_RAW, _USUAL)
        return found.decompress(_bytes(letters), MOST).decode()
    except zlib.error as error:
        raise ValueError(letters) from error
