"""Zhuyin, against pypinyin's own converter for every syllable that it knows."""

import pytest
from pypinyin.constants import PINYIN_DICT
from pypinyin.style.bopomofo import converter

from build_tools.annotation import Syllable
from build_tools.pinyin import NEUTRAL, parse_marked
from build_tools.zhuyin import format_zhuyin

MARKED = sorted({reading for known in PINYIN_DICT.values() for reading in known.split(",")})
# Interjections without a vowel, which pypinyin spells otherwise.
NASALS = frozenset(("m", "n", "ng", "hm", "hng"))


@pytest.mark.parametrize("marked", [one for one in MARKED if parse_marked(one).base not in NASALS])
def test_syllable_in_zhuyin(marked: str) -> None:
    syllable = parse_marked(marked)
    theirs = converter.to_bopomofo(marked)
    # The dot of the neutral tone stands before in print, behind in pypinyin.
    expected = "˙" + theirs.rstrip("˙") if syllable.tone == NEUTRAL else theirs
    assert format_zhuyin(syllable) == expected


def test_what_is_no_syllable_keeps_its_letters() -> None:
    assert format_zhuyin(Syllable(base="qqq", tone=1)) == "qqq"
    assert format_zhuyin(Syllable(base="", tone=5)) == ""


def test_erhua_is_one_letter() -> None:
    assert format_zhuyin(Syllable(base="r", tone=5)) == "˙ㄦ"
