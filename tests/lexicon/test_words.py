"""The project's own words, which the dictionary lacks."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.errors import LexiconError
from build_tools.lexicon import words
from build_tools.lexicon.cedict import CedictEntry, load_cedict
from build_tools.lexicon.words import load_project_words
from tests.notated import notate


def test_project_words_are_read_and_glossed(lexicon: Lexicon) -> None:
    assert notate("司法为民见真章。", lexicon).endswith("见(jiàn) 真章(zhēnzhāng) 。")


def test_dictionary_lacks_every_project_word() -> None:
    dictionary = load_cedict()
    assert [w.simplified for w in load_project_words() if w.simplified in dictionary] == []


def test_every_project_word_is_cut_as_one(lexicon: Lexicon) -> None:
    parted = [lexicon.segmenter.cut(word.simplified) for word in load_project_words()]
    assert [words for words in parted if len(words) > 1] == []


def test_dictionary_keeps_the_words_it_has(lexicon: Lexicon) -> None:
    before = lexicon.cedict.entries("银行")
    entry = CedictEntry(traditional="銀行", simplified="银行", pinyin="x1 x1", senses=("x",))
    lexicon.cedict.add([entry])
    assert lexicon.cedict.entries("银行") == before


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"senses": ["a"], "why": "b"}, "has no pinyin"),
        ({"pinyin": "zhen1 zhang1", "why": "b"}, "has no senses"),
        ({"pinyin": "zhen1 zhang1", "senses": ["a"]}, "has no why"),
        ({"pinyin": "zhen1", "senses": ["a"], "why": "b"}, "needs 2 syllables"),
        ("text", "has no pinyin"),
    ],
)
def test_project_word_needs_reading_sense_and_reason(entry: object, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem):
        words._read_entry("真章", entry)  # noqa: SLF001 - the file is fixed
