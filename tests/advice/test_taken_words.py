"""Words that belong to one name are no part of another."""

from bot.advice.library import Library
from bot.advice.reading.lexicon import Kind
from bot.advice.reading.text import words


def test_the_beginning_of_a_name_before_a_taken_word_is_no_name() -> None:
    """What is left of a name whose end belongs to a credential names no job."""
    lexicon = Library().messages.lexicon
    for role in lexicon.knowledge.roles.values():
        for name in (role.name, *role.aliases):
            text = words(name)
            if len(text) > 2:
                found = lexicon.scan(Kind.ROLE, text, range(2, len(text)))
                assert all(match.end <= 2 for match in found), name
                for match in found:
                    parts = [word.stem for word in text[match.start : match.end]]
                    as_one = ["".join(parts)]  # "skin care" is "skincare" too
                    whole = [lexicon.whole(Kind.ROLE, said) for said in (parts, as_one)]
                    assert match.id in whole, name
