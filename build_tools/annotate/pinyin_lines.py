"""Lines of text to one syllable a hanzi, for ``kanbao pinyin``."""

from collections.abc import Iterable, Iterator

from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.tokens import is_han
from build_tools.annotation import Reading, Syllable
from build_tools.pinyin import format_marked


def read_lines(lines: Iterable[str], lexicon: Lexicon) -> Iterator[list[str | None]]:
    """Read each of *lines*: a tone-marked syllable for each hanzi, `None` for all else.

    A hanzi that no table knows is `None` too.
    """
    tables = ReadingTables(phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections={})
    for line in lines:
        names = find_names((line,), lexicon.segmenter, lexicon.names, lexicon.cedict)
        words = WordCutter(lexicon.segmenter, names).cut(line)
        readings = read_words(words, names, tables)
        yield [
            syllable
            for word, reading in zip(words, readings, strict=True)
            for syllable in _spread(word, reading)
        ]


def read_line(line: str, lexicon: Lexicon) -> list[str | None]:
    """Read one line by itself."""
    return next(read_lines((line,), lexicon))


def _spread(word: str, reading: Reading | None) -> Iterator[str | None]:
    """Give the syllable of each code point of *word*."""
    remaining = iter(reading.syllables if reading else ())
    for character in word:
        marked = format_marked(_full(next(remaining))) if is_han(character) else ""
        yield marked or None


def _full(syllable: Syllable) -> Syllable:
    """Give 儿 of erhua its whole syllable: one for each hanzi is asked for here."""
    return Syllable(base="er", tone=syllable.tone) if syllable.base == "r" else syllable
