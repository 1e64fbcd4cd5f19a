"""Syllables: ``zhong1`` to ``zhōng``, and the spelling of words by GB/T 16159-2012."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from build_tools.annotation import Syllable

_MARKS = (
    "",
    "\N{COMBINING MACRON}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING CARON}",
    "\N{COMBINING GRAVE ACCENT}",
)
NEUTRAL = 5
"""The neutral tone (轻声)."""
_NEEDS_APOSTROPHE = frozenset("aoe")
_TONE_BY_MARK = {mark: tone for tone, mark in enumerate(_MARKS) if mark}
_NUMBERED = re.compile(r"([a-zü]+|[a-z]*u:[a-z]*)([1-5])")


def parse_numbered(text: str) -> Syllable:
    """Read one numbered syllable as CC-CEDICT writes it.

    Case is dropped; ``u:`` and ``v`` are ü. ``xx5`` (no reading known) is kept as it is.

    Raises:
        ValueError: *text* is not letters and a tone from 1 to 5.

    >>> parse_numbered("lu:4")
    Syllable(base='lü', tone=4)
    """
    match = _NUMBERED.fullmatch(text.lower())
    if match is None:
        message = f"not a numbered syllable: {text!r}"
        raise ValueError(message)
    return Syllable(base=match[1].replace("u:", "ü").replace("v", "ü"), tone=int(match[2]))


@cache
def parse_marked(text: str) -> Syllable:
    """Read one tone-marked syllable; without a mark it is neutral.

    >>> parse_marked("lǜ")
    Syllable(base='lü', tone=4)
    """
    tone = NEUTRAL
    letters = ""
    for character in unicodedata.normalize("NFD", text.lower()):
        if character in _TONE_BY_MARK:
            tone = _TONE_BY_MARK[character]
        else:
            letters += character
    return Syllable(base=unicodedata.normalize("NFC", letters), tone=tone)


@cache
def format_marked(syllable: Syllable) -> str:
    """Write *syllable* with its tone mark.

    The mark stands on a or e, else on o of ou, else on the last vowel.

    Source: 汉语拼音方案 (1958), section 4.

    >>> format_marked(Syllable(base="lü", tone=4)), format_marked(Syllable(base="gui", tone=4))
    ('lǜ', 'guì')
    """
    base = syllable.base
    if syllable.tone == NEUTRAL:
        return base
    position = _mark_position(base)
    if position is None:
        return base
    marked = base[: position + 1] + _MARKS[syllable.tone] + base[position + 1 :]
    return unicodedata.normalize("NFC", marked)


def _mark_position(base: str) -> int | None:
    for vowel in ("a", "e", "ou"):
        if vowel in base:
            return base.index(vowel)
    vowels = [place for place, letter in enumerate(base) if letter in "iouü"]
    if vowels:
        return vowels[-1]
    # Interjections without a vowel: ḿ, ń, ńg.
    return 0 if base in {"m", "n", "ng"} else None


def join_syllables(syllables: Sequence[Syllable]) -> str:
    """Join the syllables of one word, with an apostrophe where it could be read wrongly.

    Source: GB/T 16159-2012, 隔音符号: before a, o, e inside a word.

    >>> join_syllables([Syllable(base="xi", tone=1), Syllable(base="an", tone=1)])
    "xī'ān"
    """
    joined = ""
    for syllable in syllables:
        marked = format_marked(syllable)
        joined += f"'{marked}" if joined and syllable.base[:1] in _NEEDS_APOSTROPHE else marked
    return joined


def capitalise(spelling: str) -> str:
    """Give the first letter of *spelling* its capital.

    >>> capitalise("ān")
    'Ān'
    """
    return spelling[:1].upper() + spelling[1:]


def strip_tones(spelling: str) -> str:
    """Give *spelling* as typed on a plain keyboard: no tone marks, ü as v, lower case.

    >>> strip_tones("Lǜsè")
    'lvse'
    """
    decomposed = unicodedata.normalize("NFD", spelling.lower())
    kept = "".join(character for character in decomposed if character not in _TONE_BY_MARK)
    return unicodedata.normalize("NFC", kept).replace("ü", "v")


def same_syllables(one: Iterable[Syllable], other: Iterable[Syllable]) -> bool:
    """Whether two readings differ in neutral tones at most."""
    pairs = list(zip(one, other, strict=False))
    return all(
        a.base == b.base and (a.tone == b.tone or NEUTRAL in (a.tone, b.tone)) for a, b in pairs
    )
