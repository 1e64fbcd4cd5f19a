"""The reviewed senses of the commonest words."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.errors import LexiconError
from build_tools.lexicon import glosses
from build_tools.lexicon.glosses import find_senses, load_reviewed_senses


def test_senses_may_be_those_of_one_reading() -> None:
    senses = {("行", "háng"): ("row",), ("的", None): ("particle",)}
    assert find_senses(senses, "行", "háng") == ("row",)
    assert find_senses(senses, "行", "xíng") is None
    assert find_senses(senses, "的", "dì") == ("particle",)


def test_every_reviewed_word_is_a_word(lexicon: Lexicon) -> None:
    words = {word for word, _ in load_reviewed_senses()}
    assert words
    assert [word for word in sorted(words) if word not in lexicon.cedict] == []


@pytest.mark.parametrize(
    ("key", "entry", "problem"),
    [
        ("的", {"why": "because"}, "has no senses"),
        ("的", "particle", "has no senses"),
        ("的(", {"senses": ["particle"], "why": "because"}, "has no senses"),
        ("的", {"senses": ["particle"]}, "has no reason"),
    ],
)
def test_reviewed_senses_need_a_reason(key: str, entry: object, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem):
        glosses._read_entry(key, entry)  # noqa: SLF001 - the file is fixed
