"""Lines of text to one syllable a hanzi, for ``kanbao pinyin``."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.sandhi import apply_sandhi
from build_tools.annotate.tokens import is_han
from build_tools.annotation import Syllable
from build_tools.pinyin import format_marked
from build_tools.zhuyin import format_zhuyin


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """How syllables are written."""

    is_spoken: bool = False
    """With the tones they have when spoken together, not those of the dictionary."""
    is_zhuyin: bool = False
    """In zhuyin, not in pinyin."""


DICTIONARY = Script()
"""Pinyin with the dictionary's tones."""


def read_lines(
    lines: Iterable[str], lexicon: Lexicon, script: Script = DICTIONARY
) -> Iterator[list[str | None]]:
    """Read each of *lines*: a tone-marked syllable for each hanzi, `None` for all else.

    A hanzi that no table knows is `None` too.
    """
    write = format_zhuyin if script.is_zhuyin else format_marked
    tables = ReadingTables(phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections={})
    for line in lines:
        names = find_names((line,), lexicon.segmenter, lexicon.names, lexicon.cedict)
        words = WordCutter(lexicon.segmenter, names).cut(line)
        readings = read_words(words, names, tables)
        syllables = [reading.syllables if reading else () for reading in readings]
        if script.is_spoken:
            spoken = list(zip(words, syllables, strict=True))
            syllables = apply_sandhi(spoken, lambda text: bool(lexicon.segmenter.tag(text)))
        yield [
            syllable
            for word, known in zip(words, syllables, strict=True)
            for syllable in _spread(word, known, write)
        ]


def read_line(line: str, lexicon: Lexicon) -> list[str | None]:
    """Read one line by itself."""
    return next(read_lines((line,), lexicon))


def _spread(
    word: str, syllables: Sequence[Syllable], write: Callable[[Syllable], str]
) -> Iterator[str | None]:
    """Give the syllable of each code point of *word*."""
    remaining = iter(syllables)
    for character in word:
        written = write(_full(next(remaining))) if is_han(character) else ""
        yield written or None


def _full(syllable: Syllable) -> Syllable:
    """Give 儿 of erhua its whole syllable: one for each hanzi is asked for here."""
    return Syllable(base="er", tone=syllable.tone) if syllable.base == "r" else syllable
