"""Syllables to the spelling over a word, by GB/T 16159-2012."""

import re
from collections.abc import Sequence

from build_tools.annotate.numerals import NUMERAL, parse_numeral
from build_tools.annotate.tokens import is_han, undouble
from build_tools.annotate.words import Segmenter
from build_tools.annotation import Name, NameKind, Syllable
from build_tools.lexicon.names import COURTESIES, FOREIGN_NOTE, place_suffix
from build_tools.pinyin import capitalise, join_syllables
from build_tools.surnames import COMPOUND_SURNAMES

_ORDINAL = re.compile(f"第{NUMERAL}+")
LONGEST_JOINED = 3
"""Most syllables written together where the word has joints (5.1.4 of the standard)."""


def spell_word(word: str, syllables: Sequence[Syllable], segmenter: Segmenter) -> str:
    """Spell a common word: joined, longer ones parted at their joints, idioms hyphenated.

    Figures and letters of the word keep their place.

    Source: GB/T 16159-2012: 5.1.4 (above three syllables), 6.1.10 (成语).
    """
    if parse_numeral(word) is not None:
        return _spell_number(word, syllables)
    if ordinal := _ORDINAL.match(word):
        return _spell_ordinal(ordinal, syllables)
    if all(map(is_han, word)) and len(word) > LONGEST_JOINED and undouble(word) is None:
        return _spell_long(word, syllables, segmenter)
    return _spell_with_figures(word, syllables)


def _spell_ordinal(ordinal: re.Match[str], syllables: Sequence[Syllable]) -> str:
    """Spell 第 and its number with a hyphen, what follows apart: 第二天 dì-èr tiān.

    Source: GB/T 16159-2012, 6.1.5.4.
    """
    number = join_syllables(syllables[1 : ordinal.end()])
    rest = join_syllables(syllables[ordinal.end() :])
    return f"{join_syllables(syllables[:1])}-{number} {rest}".rstrip()


def _spell_number(word: str, syllables: Sequence[Syllable]) -> str:
    """Spell a number, parted behind its units.

    Source: GB/T 16159-2012, 6.1.5: 二千三百五十六 èrqiān sānbǎi wǔshíliù, 六十五万 liùshíwǔ wàn.
    """
    parts: list[list[Syllable]] = [[]]
    for character, syllable in zip(word, syllables, strict=True):
        is_large = character in "万亿" and len(parts[-1]) > 1
        if (character in "零〇" or is_large) and parts[-1]:
            parts.append([])
        parts[-1].append(syllable)
        if character in "零〇百千万亿":
            parts.append([])
    return " ".join(join_syllables(part) for part in parts if part)


def _spell_long(word: str, syllables: Sequence[Syllable], segmenter: Segmenter) -> str:
    parted = joints(word, segmenter)
    joiner = "-" if len(parted) > 1 and segmenter.tag(word) == "i" else " "
    parts, start = [], 0
    for part in parted:
        parts.append(join_syllables(syllables[start : start + len(part)]))
        start += len(part)
    return joiner.join(parts)


def joints(word: str, segmenter: Segmenter) -> tuple[str, ...]:
    """Part a word of four characters and more into the words it is made of, none of them single.

    A word that has no such parts is left whole.
    """
    return _part(word, segmenter) or (word,)


def _part(word: str, segmenter: Segmenter) -> tuple[str, ...]:
    for place in range(2, len(word) - 1):
        first, rest = word[:place], word[place:]
        if not segmenter.tag(first):
            continue
        behind = _part(rest, segmenter) if len(rest) > LONGEST_JOINED else ()
        if not behind and segmenter.tag(rest):
            behind = (rest,)
        if behind:
            return (*_joints_of_rest(first, segmenter), *behind)
    return ()


def _joints_of_rest(part: str, segmenter: Segmenter) -> tuple[str, ...]:
    return joints(part, segmenter) if len(part) > LONGEST_JOINED else (part,)


def _spell_with_figures(word: str, syllables: Sequence[Syllable]) -> str:
    spelled, run = "", []
    remaining = iter(syllables)
    for character in word:
        if is_han(character):
            run.append(next(remaining))
        else:
            spelled += join_syllables(run) + character
            run = []
    return spelled + join_syllables(run)


def spell_name(text: str, syllables: Sequence[Syllable], name: Name) -> str:
    """Spell a proper name with its capitals.

    Source: GB/T 16159-2012: 6.2.1 (surname and given name apart), 6.2.2 (places: the name and
    its kind apart).
    """
    if "·" in text:
        return _spell_parts(text.split("·"), syllables, "·")
    if name.note == FOREIGN_NOTE:
        return _spell_parts((text,), syllables, " ")
    if name.kind is NameKind.PERSON:
        spelled = _spell_parts(_person_parts(text), syllables, " ")
        # 6.2.1.2 of the standard: forms of address stay small, Wáng bùzhǎng.
        return spelled[0] + spelled[1:].lower() if text[1:] in COURTESIES else spelled
    suffix = place_suffix(text) if name.kind is NameKind.PLACE else None
    if suffix and len(text) - len(suffix) > 1:
        return _spell_parts((text[: -len(suffix)], suffix), syllables, " ")
    return _spell_parts((text,), syllables, " ")


def _person_parts(text: str) -> tuple[str, ...]:
    surname_length = 2 if text[:2] in COMPOUND_SURNAMES else 1
    return tuple(part for part in (text[:surname_length], text[surname_length:]) if part)


def _spell_parts(parts: Sequence[str], syllables: Sequence[Syllable], joiner: str) -> str:
    spelled, start = [], 0
    for part in parts:
        hanzi = sum(map(is_han, part))
        spelled.append(capitalise(_spell_with_figures(part, syllables[start : start + hanzi])))
        start += hanzi
    return joiner.join(spelled)
