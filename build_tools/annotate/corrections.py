"""The editor's word: ``corrections.toml`` of an issue folder.

Each entry is applied wherever its text stands in the issue and is reported where it
stands nowhere. Four tables, each a list:

    [[name]]     text, kind (person, place, organisation), reading?, note?
                 (capitals in the reading begin a new part: ``Ōu yáng Dé shùn``)
    [[reading]]  word, reading, in?, story?
                 (*in*: words that hold it, where alone it is read so; *story*: its headline)
    [[word]]     text                  (keep these hanzi together; with spaces, cut them there)
    [[gloss]]    word, senses = [...]
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from build_tools.annotate.tokens import is_han
from build_tools.annotation import Name, NameKind, Syllable
from build_tools.errors import IssueFolderError
from build_tools.lexicon.phrases import Syllables
from build_tools.pinyin import capitalise, join_syllables, parse_marked, parse_numbered

CORRECTIONS_TEMPLATE = """\
# The editor's word. Each entry holds wherever its text stands in this issue; an entry whose
# text is no word of the issue is reported. Take the # away and put your own in.

# A name that the rules did not find, or took for a common word. Kinds: person, place,
# organisation. Capitals in the reading begin a new part of the name.
# [[name]]
# text = "欧阳德顺"
# kind = "person"
# reading = "Ōu yáng Dé shùn"
# note = "head of the dispatch room"

# A wrong reading: one syllable a hanzi, with tone marks or figures.
# [[reading]]
# word = "银行"
# reading = "yín háng"

# The same for one place, told by the words around it, or for one story, told by its headline.
# [[reading]]
# word = "行"
# reading = "háng"
# in = "两行字"
# story = "花了的站牌"

# Hanzi that are one word; with spaces, hanzi that must be cut there.
# [[word]]
# text = "一天 下"

# A meaning that fits better than the dictionary's.
# [[gloss]]
# word = "站点"
# senses = ["bus stop"]
"""
_PLACES = frozenset(("in", "story"))
_LETTERS = re.compile("[a-zü]{1,6}")
_KEYS = {
    "name": {"text", "kind", "reading", "note"},
    "reading": {"word", "reading", "in", "story"},
    "word": {"text"},
    "gloss": {"word", "senses"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedReading:
    """A reading for one place or one story."""

    word: str
    """``行``."""
    syllables: Syllables
    """How it is read there."""
    within: str
    """Words that hold it: ``两行字``; empty for every place of the story."""
    story: str
    """The story's headline; empty for every story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What an editor has settled for one issue."""

    names: Mapping[str, Name] = field(default_factory=dict)
    """By the name as printed."""
    readings: Mapping[str, Syllables] = field(default_factory=dict)
    """By word, names included."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Names whose reading is given with capitals, by name."""
    words: Sequence[str] = ()
    """Hanzi that are one word."""
    senses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """English senses, by word."""
    placed: Sequence[PlacedReading] = ()
    """Readings for one place or story, in the file's order."""

    def texts(self) -> tuple[str, ...]:
        """Give every text that an entry is about, each once."""
        found = (*self.names, *self.readings, *self.words, *self.senses)
        return tuple(dict.fromkeys(found))


def find_placed(
    words: Sequence[str], placed: Sequence[PlacedReading], headline: str
) -> Iterator[tuple[int, Syllables]]:
    """Give the places in a sentence that have a reading of their own, and that reading.

    Args:
        words: of the sentence.
        placed: of the issue.
        headline: of the story that the sentence is of.
    """
    text = "".join(words)
    starts = list(accumulate(map(len, words), initial=0))
    for one in placed:
        if one.story not in {"", headline}:
            continue
        inner = one.within.index(one.word) if one.within else 0
        for match in re.finditer(re.escape(one.within or one.word), text):
            start = match.start() + inner
            if start in starts and words[starts.index(start)] == one.word:
                yield starts.index(start), one.syllables


def load_corrections(path: Path | None) -> Corrections:
    """Read ``corrections.toml``; without one nothing is corrected.

    Raises:
        IssueFolderError: the file is no TOML, or an entry is not as it must be.
    """
    if path is None:
        return Corrections()
    shown = f"{path.parent.name}/{path.name}"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as err:
        raise IssueFolderError(shown, f"cannot be read ({err})", "Mend the file.") from err
    if unknown := sorted(tables.keys() - _KEYS.keys()):
        known = ", ".join(f"[[{key}]]" for key in _KEYS)
        raise IssueFolderError(shown, f"unknown table {unknown[0]!r}", f"Known: {known}.")
    return Corrections(
        names=dict(_read_names(tables, shown)),
        readings=dict(_read_readings(tables, shown)),
        spellings=dict(_read_spellings(tables, shown)),
        placed=tuple(_read_placed(tables, shown)),
        words=tuple(_text(entry, "text", shown) for entry in _entries(tables, "word", shown)),
        senses={
            _text(entry, "word", shown): _senses(entry, shown)
            for entry in _entries(tables, "gloss", shown)
        },
    )


Entry = Mapping[str, object]


def _entries(tables: Mapping[str, object], table: str, shown: str) -> Iterator[Entry]:
    entries = tables.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise IssueFolderError(shown, f"{table} is not a list", f"Write [[{table}]] over each.")
    for entry in entries:
        if unknown := sorted(entry.keys() - _KEYS[table]):
            problem = f"[[{table}]] has an unknown key {unknown[0]!r}"
            raise IssueFolderError(shown, problem, f"Known: {', '.join(sorted(_KEYS[table]))}.")
        yield entry


def _text(entry: Entry, key: str, shown: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise IssueFolderError(shown, f"an entry has no {key}", f'Write {key} = "…".')
    return value


def _senses(entry: Entry, shown: str) -> tuple[str, ...]:
    value = entry.get("senses")
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise IssueFolderError(shown, "a gloss has no senses", 'Write senses = ["…"].')
    return tuple(value)


def _read_names(tables: Mapping[str, object], shown: str) -> Iterator[tuple[str, Name]]:
    for entry in _entries(tables, "name", shown):
        kind = _text(entry, "kind", shown)
        if kind not in set(NameKind):
            problem = f"unknown kind of name {kind!r}"
            raise IssueFolderError(shown, problem, f"Known: {', '.join(NameKind)}.")
        note = entry.get("note", "")
        yield _text(entry, "text", shown), Name(kind=NameKind(kind), note=str(note))


def _read_readings(tables: Mapping[str, object], shown: str) -> Iterator[tuple[str, Syllables]]:
    for entry in _entries(tables, "reading", shown):
        word = _text(entry, "word", shown)
        if _PLACES.isdisjoint(entry):
            yield word, _parse_reading(word, _text(entry, "reading", shown), shown)
    for entry in _entries(tables, "name", shown):
        if "reading" in entry:
            text = _text(entry, "text", shown)
            yield text, _parse_reading(text, _text(entry, "reading", shown), shown)


def _read_placed(tables: Mapping[str, object], shown: str) -> Iterator[PlacedReading]:
    for entry in _entries(tables, "reading", shown):
        if _PLACES.isdisjoint(entry):
            continue
        word = _text(entry, "word", shown)
        within = _text(entry, "in", shown) if "in" in entry else ""
        if within and word not in within:
            raise IssueFolderError(shown, f"{within!r} does not hold {word!r}", "Write it whole.")
        yield PlacedReading(
            word=word,
            syllables=_parse_reading(word, _text(entry, "reading", shown), shown),
            within=within,
            story=_text(entry, "story", shown) if "story" in entry else "",
        )


def _read_spellings(tables: Mapping[str, object], shown: str) -> Iterator[tuple[str, str]]:
    """Give the spelling of each name whose reading says by capitals where its parts begin.

    ``Bā tú sū hé`` is one word, ``Shàn Chūn méi`` two.
    """
    for entry in _entries(tables, "name", shown):
        text = _text(entry, "text", shown)
        parts = str(entry.get("reading", "")).split()
        if any(part[:1].isupper() for part in parts):
            syllables = _parse_reading(text, " ".join(parts), shown)
            yield text, _spell_by_capitals(parts, syllables)


def _spell_by_capitals(parts: Sequence[str], syllables: Syllables) -> str:
    words: list[list[Syllable]] = []
    for part, syllable in zip(parts, syllables, strict=True):
        if part[:1].isupper() or not words:
            words.append([])
        words[-1].append(syllable)
    return " ".join(capitalise(join_syllables(word)) for word in words)


def _parse_reading(word: str, reading: str, shown: str) -> Syllables:
    """Read ``háng`` or ``hang2``, one syllable a hanzi, spaces between."""
    parts = reading.split()
    hanzi = sum(map(is_han, word))
    if len(parts) != hanzi:
        problem = f"{word!r} has {hanzi} hanzi, its reading {reading!r} {len(parts)} syllables"
        raise IssueFolderError(shown, problem, "Write one syllable a hanzi, spaces between.")
    if all(part[-1:].isdigit() for part in parts):
        try:
            return tuple(map(parse_numbered, parts))
        except ValueError as err:
            raise IssueFolderError(shown, str(err), "Write letters and a tone, 1 to 5.") from err
    syllables = tuple(map(parse_marked, parts))
    if not all(_LETTERS.fullmatch(syllable.base) for syllable in syllables):
        problem = f"{word!r} has a reading that is no pinyin: {reading!r}"
        raise IssueFolderError(shown, problem, "Write letters with tone marks or figures.")
    return syllables
