"""Syllables and spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT

from build_tools.annotation import Syllable
from build_tools.pinyin import (
    capitalise,
    format_marked,
    join_syllables,
    parse_marked,
    parse_numbered,
    same_syllables,
    strip_tones,
)

# Every reading that the tables know, about 1,600 with their tones.
MARKED = sorted({reading for known in PINYIN_DICT.values() for reading in known.split(",")})
# Interjections: no numbered spelling writes ê, and no letter of hm and hng takes a tone mark.
_UNUSUAL = ("ê", "hm", "hng")
ORDINARY = [marked for marked in MARKED if not parse_marked(marked).base.startswith(_UNUSUAL)]


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("zhong1", "zhōng"),
        ("lu:4", "lǜ"),
        ("lu:e4", "lüè"),
        ("nv3", "nǚ"),
        ("nü3", "nǚ"),
        ("LU:4", "lǜ"),
        ("gui4", "guì"),
        ("liu2", "liú"),
        ("dou1", "dōu"),
        ("xiong2", "xióng"),
        ("de5", "de"),
        ("r5", "r"),
        ("er2", "ér"),
        ("m2", "ḿ"),
        ("ng4", "ǹg"),
        ("xx5", "xx"),
    ],
)
def test_numbered_syllable_is_marked(numbered: str, marked: str) -> None:
    assert format_marked(parse_numbered(numbered)) == marked


@pytest.mark.parametrize("text", ["", "zhong", "zhong6", "zhong0", "1", "zhōng1", "中1", "a b1"])
def test_what_is_no_numbered_syllable(text: str) -> None:
    with pytest.raises(ValueError, match="not a numbered syllable"):
        parse_numbered(text)


def test_every_known_syllable_survives_marking() -> None:
    assert [marked for marked in ORDINARY if format_marked(parse_marked(marked)) != marked] == []


def test_every_known_syllable_survives_numbering() -> None:
    syllables = [parse_marked(marked) for marked in ORDINARY]
    assert [s for s in syllables if parse_numbered(f"{s.base}{s.tone}") != s] == []


syllables = st.builds(
    Syllable,
    base=st.sampled_from(sorted({parse_marked(marked).base for marked in ORDINARY})),
    tone=st.integers(1, 5),
)


@given(syllables)
def test_any_tone_on_any_syllable_survives(syllable: Syllable) -> None:
    marked = format_marked(syllable)
    assert parse_marked(marked) == syllable
    assert strip_tones(marked) == syllable.base.replace("ü", "v")


@given(st.lists(syllables, min_size=1))
def test_apostrophes_stand_before_a_o_e_alone(parts: list[Syllable]) -> None:
    joined = join_syllables(parts)
    assert joined.replace("'", "") == "".join(map(format_marked, parts))
    assert joined.count("'") == sum(part.base[0] in "aoe" for part in parts[1:])


def test_syllable_that_is_not_known_joins_to_nothing() -> None:
    unknown, an = Syllable(base="", tone=5), parse_numbered("an1")
    assert join_syllables([unknown, an]) == "ān"
    assert join_syllables([an, unknown]) == "ān"


def test_capital_of_a_marked_letter() -> None:
    assert (capitalise("ān"), capitalise("ēn'ài"), capitalise("")) == ("Ān", "Ēn'ài", "")


def test_neutral_tone_is_the_same_syllable() -> None:
    full, neutral = parse_numbered("shang4"), parse_numbered("shang5")
    assert same_syllables([full], [neutral])
    assert not same_syllables([full], [parse_numbered("shang3")])
    assert not same_syllables([full], [parse_numbered("xiang5")])
