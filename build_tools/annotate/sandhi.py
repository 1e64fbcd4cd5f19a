"""Tones as they are spoken: 一, 不 and third tones change before others (变调).

The page prints the tones of the dictionary; these are for who wants to read aloud.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from build_tools.annotate.numerals import parse_numeral
from build_tools.annotation import Syllable
from build_tools.pinyin import NEUTRAL

LOW = 3
"""The third tone."""
FALLING = 4
"""The fourth tone."""
# Behind these 一 names its place in a row, and keeps its tone: 一月, 一楼.
_ORDINAL_UNITS = frozenset("月号日楼班级")
_DIGITS = frozenset("零〇一二三四五六七八九")

Spoken = Sequence[tuple[str, tuple[Syllable, ...]]]
"""Words with one syllable a hanzi; none for punctuation, which parts what is spoken."""


def apply_sandhi(words: Spoken, is_word: Callable[[str], bool]) -> list[tuple[Syllable, ...]]:
    """Give the syllables of *words* with the tones they have when spoken together.

    Args:
        words: of one sentence, punctuation with no syllables.
        is_word: whether hanzi make a word, which tells where a longer word has its joint.

    Source: 普通话水平测试实施纲要, 变调: 一 and 不 before a fourth tone rise, 一 falls before the
    others; a third tone rises before another, inside a word and between short ones.

    >>> [one] = apply_sandhi(
    ...     [("你好", (Syllable(base="ni", tone=3), Syllable(base="hao", tone=3)))], bool
    ... )
    >>> [syllable.tone for syllable in one]
    [2, 3]
    """
    spoken = [list(syllables) for _, syllables in words]
    for at, (word, syllables) in enumerate(words):
        for place, character in enumerate(word if syllables else ""):
            following = _next_tone(words, at, place)
            if character == "一" and not _is_counting(words, at, place):
                spoken[at][place] = _change_yi(word, place, syllables[place], following)
            elif character == "不":
                spoken[at][place] = _change_bu(words, at, place, following)
    for at in range(len(words)):
        for place in _rising(words, at, is_word):
            spoken[at][place] = replace(spoken[at][place], tone=2)
    return [tuple(syllables) for syllables in spoken]


def _next_tone(words: Spoken, at: int, place: int) -> int | None:
    """Give the dictionary tone of the syllable behind; `None` at the end of what is spoken."""
    syllables = words[at][1]
    if place + 1 < len(syllables):
        return syllables[place + 1].tone
    following = words[at + 1][1] if at + 1 < len(words) else ()
    return following[0].tone if following else None


def _is_counting(words: Spoken, at: int, place: int) -> bool:
    """Whether 一 keeps its tone: in ordinals, at the end of a word, in a row of digits."""
    word = words[at][0]
    before = word[place - 1] if place else (words[at - 1][0][-1:] if at else "")
    after = (
        word[place + 1]
        if place + 1 < len(word)
        else (words[at + 1][0][:1] if at + 1 < len(words) else "")
    )
    is_last = len(word) > 1 and place == len(word) - 1
    is_row = (before in _DIGITS or after in _DIGITS) and parse_numeral(word) is not None
    return is_last or is_row or before in {"第", "十"} or after in _ORDINAL_UNITS


def _change_yi(word: str, place: int, syllable: Syllable, following: int | None) -> Syllable:
    if 0 < place < len(word) - 1 and word[place - 1] == word[place + 1]:
        return replace(syllable, tone=NEUTRAL)  # 看一看
    if following is None:
        return syllable
    return replace(syllable, tone=2 if following == FALLING else FALLING)


def _change_bu(words: Spoken, at: int, place: int, following: int | None) -> Syllable:
    syllables = words[at][1]
    whole = "".join(text for text, _ in words[max(0, at - 1) : at + 2])
    middle = len("".join(text for text, _ in words[max(0, at - 1) : at])) + place
    is_choice = 0 < middle < len(whole) - 1 and whole[middle - 1] == whole[middle + 1]
    if is_choice:
        return replace(syllables[place], tone=NEUTRAL)  # 好不好
    return replace(syllables[place], tone=2) if following == FALLING else syllables[place]


def _rising(words: Spoken, at: int, is_word: Callable[[str], bool]) -> Iterator[int]:
    """Give the places in a word whose third tone rises."""
    word, syllables = words[at]
    for place, syllable in enumerate(syllables):
        if syllable.tone != LOW or _next_tone(words, at, place) != LOW:
            continue
        if place + 1 < len(syllables):
            if not _is_joint(word, place, syllables, is_word):
                yield place
        elif len(syllables) == 1 or len(words[at + 1][1]) == 1:
            yield place


def _is_joint(
    word: str, place: int, syllables: Sequence[Syllable], is_word: Callable[[str], bool]
) -> bool:
    """Whether a longer word parts behind *place* so that the low tone stays: 老|虎口, 纸|老虎."""
    is_triple = len(word) == 3 and all(one.tone == LOW for one in syllables)  # noqa: PLR2004
    return is_triple and place == 0 and is_word(word[1:]) and not is_word(word[:2])
