"""Readings of whole words: reviewed list, pypinyin's phrases, CC-CEDICT.

CC-CEDICT decides where it knows one reading, else pypinyin; CC-CEDICT adds the neutral tones;
一 and 不 keep their dictionary tone, whatever sandhi a table has baked in.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources, util
from itertools import pairwise
from pathlib import Path

from build_tools.annotation import Syllable
from build_tools.errors import LexiconError
from build_tools.lexicon.cedict import Cedict, CedictEntry
from build_tools.lexicon.names import is_major, is_person, is_place
from build_tools.pinyin import NEUTRAL, join_syllables, parse_marked, parse_numbered, same_syllables

Syllables = tuple[Syllable, ...]

_ERHUA = "r"
# Solar terms that reports mean as weather.
_WEATHER = frozenset("大雪 小雪 大暑 小暑 大寒 小寒".split())
# Sandhi is an option of the page, never of the table.
_CITATION = {"一": Syllable(base="yi", tone=1), "不": Syllable(base="bu", tone=4)}
_NOT_A_MEANING = ("variant of", "old variant of", "used in", "see ", "surname ")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedReadings:
    """The project's own list, ``readings.toml``."""

    words: Mapping[str, Syllables]
    """Words whose tables are wrong."""
    characters: Mapping[str, Syllables]
    """Usual readings of single characters."""
    affixes: Mapping[str, Syllables]
    """Readings at the end of unknown words."""
    surnames: Mapping[str, Syllables]
    """Readings as a surname."""


def load_reviewed_readings() -> ReviewedReadings:
    """Read ``readings.toml``.

    Raises:
        LexiconError: an entry has no reason or not one syllable a hanzi.
    """
    tables = _read_toml()
    return ReviewedReadings(
        words=_read_table(tables, "words"),
        characters=_read_table(tables, "characters"),
        affixes=_read_table(tables, "affixes"),
        surnames=_read_table(tables, "surnames"),
    )


@cache
def load_reasons() -> Mapping[str, str]:
    """Give why each reviewed word and character is read as it is."""
    tables = _read_toml()
    return {
        word: str(entry["why"])
        for table in ("characters", "words")
        for word, entry in tables[table].items()
        if isinstance(entry, dict)
    }


def _read_toml() -> Mapping[str, Mapping[str, object]]:
    file = resources.files("build_tools.lexicon") / "readings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _read_table(tables: Mapping[str, Mapping[str, object]], name: str) -> Mapping[str, Syllables]:
    return {word: _read_entry(name, word, entry) for word, entry in tables[name].items()}


def _read_entry(table: str, word: str, entry: object) -> Syllables:
    place = f"readings.toml [{table}] {word}"
    pinyin = entry.get("pinyin") if isinstance(entry, dict) else entry
    if isinstance(entry, dict) and not entry.get("why"):
        raise LexiconError(place, "has no reason", 'Add why = "…".')
    syllables = tuple(map(parse_numbered, str(pinyin).split()))
    if len(syllables) != len(word):
        raise LexiconError(place, f"needs {len(word)} syllables", "Give one for each hanzi.")
    return syllables


class PhraseTable:
    """Readings of words and characters, merged from all tables when asked."""

    def __init__(self, cedict: Cedict, reviewed: ReviewedReadings) -> None:
        """Hold the tables; nothing is merged before it is asked for."""
        self._cedict = cedict
        self._reviewed = reviewed
        self._found: dict[str, Syllables | None] = {}
        self._characters: dict[str, Syllables] = {}
        self._parts: dict[str, tuple[int, ...]] = {}

    @property
    def reviewed(self) -> ReviewedReadings:
        """The reviewed list, for rules that ask for it alone."""
        return self._reviewed

    @cached_property
    def reviewed_openings(self) -> frozenset[str]:
        """The first two characters of every reviewed word."""
        return frozenset(word[:2] for word in self._reviewed.words)

    def find_word(self, word: str) -> Syllables | None:
        """Give the reading of a word of two characters and more; `None` if no table has it."""
        if word not in self._found:
            self._found[word] = self._merge(word)
        return self._found[word]

    def _merge(self, word: str) -> Syllables | None:
        if word in self._reviewed.words:
            return self._reviewed.words[word]
        phrase = _phrase(word)
        entries = self._cedict.entries(word)
        entry = _cedict_reading(entries, len(word))
        if phrase and entry and same_syllables(phrase, entry):
            merged = tuple(
                _neutral_of(syllable, other) for syllable, other in zip(phrase, entry, strict=True)
            )
        elif entry and _is_only_reading(entries, len(word)):
            merged = entry
        else:
            merged = phrase or entry or ()
        if entry and merged and entry[-1].base == _ERHUA:
            merged = (*merged[:-1], entry[-1])
        return _in_citation_tones(word, merged) if merged else None

    def proper_parts(self, word: str) -> tuple[int, ...]:
        """Give the lengths of the parts of a word that the dictionary knows only as a name.

        中国人民银行 has parts of 2, 2 and 2 hanzi, 意大利 one of 3; 高兴 is no name: empty.
        Not: a small place that is called as a common word is (大树), weather (大雪).
        """
        if word not in self._parts:
            self._parts[word] = self._find_parts(word)
        return self._parts[word]

    def _find_parts(self, word: str) -> tuple[int, ...]:
        entries = self._cedict.entries(word) if len(word) > 1 and word not in _WEATHER else ()
        is_name = bool(entries) and all(
            entry.pinyin[:1].isupper() and (is_major(entry) or not is_place(entry))
            for entry in entries
        )
        syllables = entries[0].pinyin.split() if is_name else ()
        if len(syllables) != len(word):
            return (len(word),) if is_name else ()
        starts = [place for place, syllable in enumerate(syllables) if syllable[:1].isupper()]
        lengths = [end - start for start, end in pairwise((*starts, len(word)))]
        return tuple(lengths) if is_person(entries[0]) else _join_short(lengths)

    def character(self, character: str) -> Syllables:
        """Give the usual reading of one character; empty if no table has it."""
        if character not in self._characters:
            self._characters[character] = self._find_character(character)
        return self._characters[character]

    def _find_character(self, character: str) -> Syllables:
        if character in self._reviewed.characters:
            return self._reviewed.characters[character]
        if character in _CITATION:
            return (_CITATION[character],)
        known = _load_table("pinyin_dict").get(str(ord(character)))
        return (parse_marked(str(known).split(",")[0]),) if known else ()

    def all_readings(self, word: str) -> tuple[str, ...]:
        """Give all readings that the dictionary lists for *word*, each joined: ``yīnháng``."""
        entries = self._cedict.entries(word)
        readings = (_parse_pinyin(e.pinyin, len(word)) for e in entries if _is_meaning(e))
        joined = (join_syllables(_in_citation_tones(word, one)) for one in readings if one)
        return tuple(dict.fromkeys(joined))

    def other_readings(self, character: str) -> tuple[Syllable, ...]:
        """Give all readings that the dictionary lists for one character, usual one included."""
        entries = self._cedict.entries(character)
        readings = (_parse_pinyin(entry.pinyin, 1) for entry in entries if _is_meaning(entry))
        return tuple(dict.fromkeys(reading[0] for reading in readings if reading))


def _join_short(lengths: Sequence[int]) -> tuple[int, ...]:
    """Join single syllables with what follows: 人大 Réndà, 常委会 Chángwěihuì.

    Source: GB/T 16159-2012, 6.1.12: short forms are written together.
    """
    joined: list[int] = []
    for length in lengths:
        if joined and joined[-1] == 1:
            joined[-1] += length
        else:
            joined.append(length)
    return tuple(joined)


def _phrase(word: str) -> Syllables | None:
    known = _load_table("phrases_dict").get(word)
    if not isinstance(known, list) or len(known) != len(word):
        return None
    return tuple(parse_marked(readings[0]) for readings in known)


@cache
def _load_table(name: str) -> Mapping[str, object]:
    """Read a table of pypinyin as a file: importing it trains a segmenter that we do not use."""
    spec = util.find_spec("pypinyin")
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0]) / f"{name}.json" if folders else None
    if path is None or not path.is_file():
        raise LexiconError("pypinyin", f"has no {name}.json", "Install it again: 'make site'.")
    table: Mapping[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return table


def _cedict_reading(entries: Iterable[CedictEntry], length: int) -> Syllables | None:
    """Give the reading of the first entry that has a meaning of its own, names last."""
    ranked = sorted(entries, key=lambda entry: (not _is_meaning(entry), entry.pinyin[:1].isupper()))
    for entry in ranked:
        if syllables := _parse_pinyin(entry.pinyin, length):
            return syllables
    return None


def _is_only_reading(entries: Iterable[CedictEntry], length: int) -> bool:
    """Whether all entries with a meaning of their own are read alike.

    Of 435 such words that pypinyin reads otherwise it is right in about forty: those are reviewed.
    """
    readings = {_parse_pinyin(entry.pinyin, length) for entry in entries if _is_meaning(entry)}
    return len(readings) == 1


def _is_meaning(entry: CedictEntry) -> bool:
    return bool(entry.senses) and not entry.senses[0].startswith(_NOT_A_MEANING)


def _parse_pinyin(pinyin: str, length: int) -> Syllables:
    """Read CC-CEDICT's spaced syllables; empty where they are not one a hanzi."""
    parts = [part for part in pinyin.split() if part not in {"·", ","}]
    if len(parts) != length:
        return ()
    try:
        return tuple(map(parse_numbered, parts))
    except ValueError:
        # Letters (T xu4) and r5 for 儿 without a syllable of its own.
        return ()


def _neutral_of(syllable: Syllable, other: Syllable) -> Syllable:
    return other if other.tone == NEUTRAL else syllable


def _in_citation_tones(word: str, syllables: Syllables) -> Syllables:
    return tuple(
        _CITATION[character]
        if character in _CITATION and syllable.base == _CITATION[character].base
        else syllable
        for character, syllable in zip(word, syllables, strict=True)
    )
