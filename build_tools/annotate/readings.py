"""The reading of each word in its sentence, and where it came from.

Order of authority: the editor's correction, the name, the reviewed list, the phrase
table; inside words the table lacks, the longest words it has; for single characters
the rules of grammar, then the usual reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from types import MappingProxyType

from build_tools.annotate.context import Context
from build_tools.annotate.function_words import RULES, WORD_RULES
from build_tools.annotate.spelling import LONGEST_JOINED, joints, spell_name, spell_word
from build_tools.annotate.tokens import is_han, undouble
from build_tools.annotate.transliteration import FOREIGN_READINGS, read_foreign
from build_tools.annotate.words import Segmenter
from build_tools.annotation import Name, Reading, ReadingSource, Syllable
from build_tools.lexicon.names import COURTESIES, place_suffix
from build_tools.lexicon.phrases import PhraseTable, Syllables
from build_tools.pinyin import NEUTRAL, capitalise, join_syllables

DOT = "·"
"""Between the parts of a foreign name."""
LONGEST_PART = 8
"""Longest word looked for inside an unknown one, in characters."""
# Polyphones of which no rule is sure when they stand alone: shown with their other reading.
_SELDOM_SURE = frozenset("行长重差调量切弹传藏曲斗磨挨圈")


@dataclass(frozen=True, slots=True)
class ReadingTables:
    """What readings are decided from."""

    phrases: PhraseTable
    """Words and characters."""
    segmenter: Segmenter
    """For parts of speech and word joints."""
    corrections: Mapping[str, Syllables]
    """The editor's readings, by word."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """The editor's spellings of names, by name."""
    known: dict[str, Reading] = field(default_factory=dict)
    """Readings that no neighbour changes, by word: found once."""


def read_words(
    words: Sequence[str], names: Mapping[str, Name], tables: ReadingTables
) -> tuple[Reading | None, ...]:
    """Give the reading of each of *words*, the words of one sentence.

    Words without any hanzi have none.
    """
    contexts = [Context(words, place, tables.segmenter.tag) for place in range(len(words))]
    across = _read_across(words, tables.phrases)
    return tuple(
        _read_word(context, names.get(word), tables, across.get(context.place))
        for context, word in zip(contexts, words, strict=True)
    )


def _read_word(
    context: Context, name: Name | None, tables: ReadingTables, across: Syllables | None
) -> Reading | None:
    word = context.words[context.place]
    if name is None and across is None and word in tables.known:
        return tables.known[word]
    hanzi = "".join(filter(is_han, word))
    if not hanzi:
        return None
    source, syllables = _find_syllables(word, hanzi, context, name, tables, across)
    if name is not None:
        # 包头市 Bāotóu Shì: a place and its kind stand apart, whatever the dictionary does.
        is_kept = place_suffix(word) is None or name.kind != "place"
        known = _spell_proper(word, syllables, tables.phrases, tables.segmenter) if is_kept else ""
        spelling = tables.spellings.get(word) or known or spell_name(word, syllables, name)
        return Reading(syllables=syllables, spelling=spelling, source=source)
    alternatives: tuple[str, ...] = ()
    if source is ReadingSource.CHARACTER and hanzi in _SELDOM_SURE:
        alternatives = tuple(
            join_syllables([other])
            for other in tables.phrases.other_readings(hanzi)
            if other not in syllables
        )
    reading = Reading(
        syllables=syllables,
        spelling=_spell_common(word, syllables, tables),
        source=source,
        alternatives=alternatives,
    )
    if across is None and not (word in RULES or word in WORD_RULES or word in FOREIGN_READINGS):
        tables.known[word] = reading
    return reading


def _spell_common(word: str, syllables: Syllables, tables: ReadingTables) -> str:
    if len(word) == 1:
        return join_syllables(syllables)
    proper = _spell_proper(word, syllables, tables.phrases, tables.segmenter)
    return proper or spell_word(word, syllables, tables.segmenter)


def _spell_proper(
    word: str, syllables: Syllables, phrases: PhraseTable, segmenter: Segmenter
) -> str:
    """Spell a name of the dictionary, parted as it parts it; empty for other words."""
    lengths = phrases.proper_parts(word) if len(word) == len(syllables) else ()
    if len(lengths) == 1 and lengths[0] > LONGEST_JOINED:
        # 中华民族: the dictionary writes it in one, the standard parts it at its joints.
        lengths = tuple(map(len, joints(word, segmenter)))
    ends = tuple(accumulate(lengths))
    parts = (syllables[end - length : end] for end, length in zip(ends, lengths, strict=True))
    return " ".join(capitalise(join_syllables(part)) for part in parts)


def _find_syllables(
    word: str,
    hanzi: str,
    context: Context,
    name: Name | None,
    tables: ReadingTables,
    across: Syllables | None,
) -> tuple[ReadingSource, Syllables]:
    if word in tables.corrections:
        return ReadingSource.CORRECTION, tables.corrections[word]
    if name is not None:
        return ReadingSource.NAME, _read_name(word, name, tables.phrases)
    if hanzi in WORD_RULES and (by_rule := WORD_RULES[hanzi](context)):
        return ReadingSource.RULE, by_rule
    if reviewed := tables.phrases.reviewed.words.get(hanzi, across):
        return ReadingSource.OVERRIDE, reviewed
    if len(hanzi) == 1:
        return _read_character(hanzi, context, tables.phrases)
    return _read_longer(hanzi, tables.phrases)


def _read_longer(hanzi: str, phrases: PhraseTable) -> tuple[ReadingSource, Syllables]:
    """Read a word of two characters and more by the tables."""
    if syllables := phrases.find_word(hanzi):
        return ReadingSource.PHRASE, syllables
    if (pair := undouble(hanzi)) and (syllables := phrases.find_word(pair)):
        first, second = syllables
        if second.tone == NEUTRAL:
            # 明白 míngbai, but 明明白白 míngmíngbáibái.
            (second,) = _usual(pair[1], phrases)
        return ReadingSource.PARTS, (first, first, second, second)
    return ReadingSource.PARTS, _read_parts(hanzi, phrases)


def _read_across(words: Sequence[str], phrases: PhraseTable) -> Mapping[int, Syllables]:
    """Read what a reviewed word holds that cutting has parted: 像|差, 没收|回来.

    Returns:
        Syllables by the place of the word they are of.
    """
    text = "".join(words)
    place_by_start = {
        start: place for place, start in enumerate(accumulate(map(len, words), initial=0))
    }
    found: dict[int, Syllables] = {}
    for start, first in place_by_start.items():
        if text[start : start + 2] not in phrases.reviewed_openings:
            continue
        for end in range(min(start + LONGEST_PART, len(text)), start + 1, -1):
            syllables = phrases.reviewed.words.get(text[start:end])
            if syllables and end in place_by_start:
                parts = words[first : place_by_start[end]]
                ends = tuple(accumulate(map(len, parts)))
                found.update(
                    (first + at, syllables[stop - len(part) : stop])
                    for at, (part, stop) in enumerate(zip(parts, ends, strict=True))
                    if len(parts) > 1
                )
                break
    return found


def _read_character(
    character: str, context: Context, phrases: PhraseTable
) -> tuple[ReadingSource, Syllables]:
    rule = RULES.get(character)
    if rule is not None and (syllable := rule(context)):
        return ReadingSource.RULE, (syllable,)
    if syllable := read_foreign(context):
        return ReadingSource.RULE, (syllable,)
    return ReadingSource.CHARACTER, _usual(character, phrases)


def _usual(character: str, phrases: PhraseTable) -> Syllables:
    """Give the usual reading; a hanzi that no table has gets an empty neutral syllable."""
    return phrases.character(character) or (Syllable(base="", tone=5),)


def _read_parts(
    hanzi: str, phrases: PhraseTable, sounds: Mapping[str, Syllable] = MappingProxyType({})
) -> Syllables:
    """Read an unknown word by the longest words inside it, from the left.

    Characters that no word holds are read as *sounds* has them, else as usual.
    """
    syllables: list[Syllable] = []
    place = 0
    while place < len(hanzi):
        for end in range(min(place + LONGEST_PART, len(hanzi)), place + 1, -1):
            if part := phrases.find_word(hanzi[place:end]):
                syllables += part
                place = end
                break
        else:
            character = hanzi[place]
            place += 1
            affix = phrases.reviewed.affixes.get(character) if place == len(hanzi) else None
            if character in sounds:
                syllables.append(sounds[character])
            else:
                syllables += affix or _usual(character, phrases)
    return tuple(syllables)


def _read_name(word: str, name: Name, phrases: PhraseTable) -> Syllables:
    """Read a name: its surname as a surname, a known place as the tables have it.

    A foreign one has no surname that could be read as one: 哈莉·奎恩.
    """
    if DOT in word:
        return tuple(
            chain.from_iterable(_read_parts(p, phrases, FOREIGN_READINGS) for p in word.split(DOT))
        )
    hanzi = "".join(filter(is_han, word))
    if name.kind == "person":
        surnames = phrases.reviewed.surnames
        for length in (2, 1):
            start = 1 if hanzi[0] in "老小" and len(hanzi) == 2 else 0  # noqa: PLR2004 - 老 and a surname
            surname = hanzi[start : start + length]
            if len(surname) == length and surname in surnames:
                before = _read_parts(hanzi[:start], phrases) if start else ()
                rest = hanzi[start + length :]
                return (*before, *surnames[surname], *_read_given(rest, phrases))
        return (*_usual(hanzi[0], phrases), *_read_given(hanzi[1:], phrases))
    return phrases.find_word(hanzi) or _read_parts(hanzi, phrases)


def _read_given(given: str, phrases: PhraseTable) -> Syllables:
    """Read a given name; neutral tones of common words do not hold in names.

    A form of address (先生) is a common word and keeps its own.
    """
    parts = _read_parts(given, phrases) if given else ()
    if given in COURTESIES:
        return parts
    return tuple(
        _usual(character, phrases)[0] if syllable.tone == NEUTRAL else syllable
        for character, syllable in zip(given, parts, strict=True)
    )
