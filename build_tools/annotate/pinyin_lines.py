"""Lines of text to one syllable a hanzi, for ``kanbao pinyin``."""

from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.tokens import is_han
from build_tools.annotation import Syllable
from build_tools.pinyin import format_marked


def read_line(line: str, lexicon: Lexicon) -> list[str | None]:
    """Read *line*: a tone-marked syllable for each hanzi, `None` for every other code point.

    A hanzi that no table knows is `None` too.
    """
    names = find_names((line,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    tables = ReadingTables(phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections={})
    words = WordCutter(lexicon.segmenter, names).cut(line)
    syllables: list[str | None] = []
    for word, reading in zip(words, read_words(words, names, tables), strict=True):
        remaining = iter(reading.syllables if reading else ())
        for character in word:
            marked = format_marked(_full(next(remaining))) if is_han(character) else ""
            syllables.append(marked or None)
    return syllables


def _full(syllable: Syllable) -> Syllable:
    """Give 儿 of erhua its whole syllable: one for each hanzi is asked for here."""
    return Syllable(base="er", tone=syllable.tone) if syllable.base == "r" else syllable
