"""Every user-facing sentence passes through here: gettext for words, Babel for dates and places."""

import gettext
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

LOCALES = Path(__file__).parent.parent / "locales"
DOMAIN = "badgewise"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a sentence for the catalogue without translating it yet."""
    return message


_BETWEEN = N_(", ")
_LAST_OF_TWO = {"and": N_("{first} and {last}"), "or": N_("{first} or {last}")}
_LAST_OF_MORE = {"and": N_("{first}, and {last}"), "or": N_("{first}, or {last}")}
_PARTS = {"CA-QC": N_("Quebec")}


class Words:
    """One language."""

    def __init__(self, locale: str = "en") -> None:
        self.locale = locale
        self._catalogue: gettext.NullTranslations = gettext.translation(
            DOMAIN, LOCALES, languages=[locale], fallback=True
        )

    def __call__(self, message: str, /, **values: object) -> str:
        """The sentence in this language, with its values put in."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The sentence that fits ``number``, which is ``{number}`` in it."""
        text = self._catalogue.ngettext(one, many, number)
        return text.format(number=number, **values)

    def listed(self, items: Iterable[str], style: str = "and") -> str:
        """Items as a list in words; ``style`` is how it ends (``and``, ``or``).

        By the catalogue, not by Babel: nearly every answer has a list, and Babel's tables for it
        take four megabytes.
        """
        *before, last = tuple(items) or ("",)
        if not before:
            return last
        ending = _LAST_OF_TWO[style] if len(before) == 1 else _LAST_OF_MORE[style]
        return self(ending, first=self(_BETWEEN).join(before), last=last)

    def day(self, day: date) -> str:
        """A date as people of this language write it."""
        from babel.dates import format_date  # noqa: PLC0415 - loaded when first needed

        return format_date(day, format="long", locale=self._babel)

    def moment(self, at: datetime, zone: tzinfo) -> str:
        """A moment as people of this language write it, by the clock of a zone."""
        from babel.dates import format_datetime  # noqa: PLC0415 - loaded when first needed

        local = at.astimezone(zone)
        return format_datetime(local, "EEEE d MMMM y, HH:mm", locale=self._babel)

    def place(self, code: str) -> str:
        """A country's name; ``CA-QC`` and the like are the part of a country."""
        part = _PARTS.get(code)
        return self(part) if part else str(self._babel.territories.get(code, code))

    @cached_property
    def _babel(self) -> "Locale":
        from babel import Locale  # noqa: PLC0415 - loaded when first needed

        return Locale.parse(self.locale)


def languages() -> tuple[str, ...]:
    """The languages that answers can be in: English, and every catalogue there is."""
    found = LOCALES.iterdir() if LOCALES.is_dir() else ()
    return ("en", *sorted(path.name for path in found if path.is_dir() and path.name != "en"))


@cache
def words_for(locale: str) -> Words:
    """The language of a locale such as ``en-GB``; English where no catalogue exists."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return Words(language if (LOCALES / language).is_dir() else "en")
