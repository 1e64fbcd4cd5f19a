"""Dictionary entries of a word, the one that fits first.

The first entry of the file is right for 29 words in 100 that have several; these rules
for 92.
"""

import re
from collections.abc import Iterable, Sequence

from build_tools.annotation import GlossaryEntry, Reading
from build_tools.lexicon.cedict import Cedict, CedictEntry
from build_tools.pinyin import format_marked, parse_numbered

# Weights of the ranking, measured on hand-labelled words; higher is better.
_SURNAME_OR_NAME = -8.0
_CROSS_REFERENCE = -6.0
_OTHER_READING = -4.0
_OLD_FIRST_SENSE = -2.0
_RARE_TRADITIONAL = -2.0
_PER_SENSE = 0.3
_MOST_SENSES = 8
_LAST_COMMON_LEAD_BYTE = 0xC6

_REFERENCE = re.compile(
    r"(?:old |archaic )?variant of |used in |see (?:also )?[^\x00-\x7f]|abbr\. for "
)
_RESOLVABLE = re.compile(
    r"(?:\(\w+\) )?(?:(?:old |archaic |Japanese |erhua )?variant of|see(?: also)?) "
    r"(?:[^|\s\[]+\|)?([^|\s\[]+)\["
)
_OLD = re.compile(r"\((?:literary|archaic|old|dialect|Tw|of celestial bodies|coll\.)[^)]*\)")
_PAIR = re.compile(r"[\u4e00-\u9fff]+\|([\u4e00-\u9fff]+)")
_PRONUNCIATION = re.compile(r"\[([A-Za-z:0-9 ]+)\]")
_LINK = re.compile(r"(?:([^\s|\[\]()/,;:]+)\|)?([^\s|\[\]()/,;:]+)\[([A-Za-z:0-9 ,·-]+)\]")


def find_entries(
    word: str, reading: Reading | None, cedict: Cedict, *, tag: str = ""
) -> tuple[GlossaryEntry, ...]:
    """Give the entries of *word*, best first; empty where the dictionary has none.

    Measure words (``CL:``) are left out of the senses. A sense that only points elsewhere
    is followed by what stands there.

    Args:
        word: as printed.
        reading: how it is read here.
        cedict: the dictionary.
        tag: its usual part of speech; what a noun does and what a verb is come last.
    """
    ranked = sorted(cedict.entries(word), key=lambda entry: -_score(entry, reading))
    return tuple(_glossary_entry(entry, cedict, tag) for entry in ranked)


def _score(entry: CedictEntry, reading: Reading | None) -> float:
    first = entry.senses[0] if entry.senses else ""
    score = _PER_SENSE * min(len(entry.senses), _MOST_SENSES)
    if entry.pinyin[:1].isupper():
        score += _SURNAME_OR_NAME
    if not all(map(_is_common_traditional, entry.traditional)):
        score += _RARE_TRADITIONAL
    if _REFERENCE.match(first):
        score += _CROSS_REFERENCE
    if _OLD.match(first):
        score += _OLD_FIRST_SENSE
    if reading is not None and _plain(entry.pinyin) != _reading_key(reading):
        score += _OTHER_READING
    return score


def _is_common_traditional(character: str) -> bool:
    """Whether Big5 counts *character* among its 5,401 common ones (隻, not 秖).

    Source: Big5, level 1: lead bytes A4 to C6.
    """
    try:
        code = character.encode("big5")
    except UnicodeEncodeError:
        return False
    return len(code) == 1 or code[0] <= _LAST_COMMON_LEAD_BYTE


def _plain(pinyin: str) -> str:
    return pinyin.lower().replace("u:", "ü").replace(" ", "")


def _reading_key(reading: Reading) -> str:
    return "".join(f"{syllable.base}{syllable.tone}" for syllable in reading.syllables)


def _glossary_entry(entry: CedictEntry, cedict: Cedict, tag: str) -> GlossaryEntry:
    return GlossaryEntry(
        simplified=entry.simplified,
        traditional=entry.traditional,
        pinyin=_mark_pinyin(entry.pinyin),
        senses=tuple(map(clean_sense, _ordered(_resolved(entry, cedict), tag))),
        source=cedict.edition,
    )


def _resolved(entry: CedictEntry, cedict: Cedict) -> Sequence[str]:
    """Follow a sense that only points elsewhere, one step."""
    senses = [sense for sense in entry.senses if not sense.startswith("CL:")]
    target = _RESOLVABLE.match(senses[0]) if senses else None
    if target is None or target[1] == entry.simplified:
        return senses
    there = [
        sense
        for other in cedict.entries(target[1])
        if not other.pinyin[:1].isupper()
        for sense in other.senses
        if not sense.startswith("CL:") and not _REFERENCE.match(sense)
    ]
    return [*there, *senses] if there else senses


def _ordered(senses: Iterable[str], tag: str) -> Sequence[str]:
    """Keep the file's order; senses of another part of speech later, old and regional ones last."""
    is_verb, is_noun = tag.startswith("v"), tag.startswith("n")

    def rank(sense: str) -> tuple[bool, bool]:
        says_to = sense.startswith("to ")
        return bool(_OLD.match(sense)), (is_verb and not says_to) or (is_noun and says_to)

    return sorted(senses, key=rank)


def clean_sense(sense: str) -> str:
    """Write links of the file (看見|看见[kan4 jian4]) as people read them."""
    linked = _LINK.sub(lambda match: f"{match[2]} {_mark_pinyin(match[3])}", sense)
    linked = _PAIR.sub(r"\1", linked)
    return _PRONUNCIATION.sub(lambda match: _mark_pinyin(match[1]), linked)


def _mark_pinyin(pinyin: str) -> str:
    return " ".join(_mark_syllable(part) for part in pinyin.split())


def _mark_syllable(part: str) -> str:
    try:
        marked = format_marked(parse_numbered(part))
    except ValueError:
        return part
    return marked[:1].upper() + marked[1:] if part[:1].isupper() else marked


def put_first(
    word: str, entries: tuple[GlossaryEntry, ...], senses: tuple[str, ...] | None, *, source: str
) -> tuple[GlossaryEntry, ...]:
    """Put *senses* that somebody has reviewed before the dictionary's entries.

    Args:
        word: as printed.
        entries: the dictionary's.
        senses: `None` where nobody has.
        source: ``editor`` or ``lexicon``.
    """
    if senses is None:
        return entries
    traditional = entries[0].traditional if entries else word
    pinyin = entries[0].pinyin if entries else ""
    own = GlossaryEntry(
        simplified=word, traditional=traditional, pinyin=pinyin, senses=senses, source=source
    )
    return (own, *entries)
