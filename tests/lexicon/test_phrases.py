"""Readings of words and characters, merged from all tables."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.errors import LexiconError
from build_tools.lexicon import phrases
from build_tools.pinyin import format_marked


def _word(word: str, lexicon: Lexicon) -> str:
    return " ".join(map(format_marked, lexicon.phrases.find_word(word) or ()))


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("银行", "yín háng"),  # both tables
        ("照片", "zhào piàn"),  # the reviewed list wins
        ("一起", "yī qǐ"),  # citation tone, whatever the table has baked in
        ("不要", "bù yào"),
        ("朋友", "péng you"),  # the neutral tone is CC-CEDICT's
        ("一点儿", "yī diǎn r"),  # and so is the r of erhua
        ("枞阳", "zōng yáng"),
        ("东莞", "dōng guǎn"),
        ("犍为", "qián wéi"),
        ("漯河", "luò hé"),
        ("珲春", "hún chūn"),
        ("六合", "lù hé"),
    ],
)
def test_reading_of_a_word(word: str, reading: str, lexicon: Lexicon) -> None:
    assert _word(word, lexicon) == reading


def test_word_of_no_table_has_no_reading(lexicon: Lexicon) -> None:
    assert lexicon.phrases.find_word("榆川银行") is None


@pytest.mark.parametrize(
    ("character", "reading"),
    [("一", "yī"), ("不", "bù"), ("佛", "fó"), ("率", "lǜ"), ("好", "hǎo"), ("的", "de")],
)
def test_usual_reading_of_a_character(character: str, reading: str, lexicon: Lexicon) -> None:
    assert [format_marked(s) for s in lexicon.phrases.character(character)] == [reading]


def test_character_of_no_table_has_no_reading(lexicon: Lexicon) -> None:
    assert lexicon.phrases.character("\N{CJK UNIFIED IDEOGRAPH-2CEA1}") == ()


def test_other_readings_leave_surnames_and_variants_out(lexicon: Lexicon) -> None:
    assert {format_marked(s) for s in lexicon.phrases.other_readings("行")} >= {"háng", "xíng"}
    # Shàn is a surname, and chán stands in one old title.
    assert {format_marked(s) for s in lexicon.phrases.other_readings("单")} == {"dān"}


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"pinyin": "zhao4 pian4"}, "has no reason"),
        ({"pinyin": "zhao4", "why": "because"}, "needs 2 syllables"),
    ],
)
def test_reviewed_reading_needs_a_reason_and_a_syllable_a_hanzi(
    entry: dict[str, str], problem: str
) -> None:
    with pytest.raises(LexiconError, match=problem):
        phrases._read_entry("words", "照片", entry)  # noqa: SLF001 - the file is fixed
