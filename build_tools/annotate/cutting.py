"""A sentence to its words: known names and corrected words first, then the dictionary's."""

import re
from collections.abc import Iterable

from build_tools.annotate.tokens import split_runs
from build_tools.annotate.words import Segmenter
from build_tools.model import WordKind


class WordCutter:
    """Cuts text with the names of one issue in force."""

    def __init__(self, segmenter: Segmenter, fixed: Iterable[str]) -> None:
        """Hold the texts that are one word wherever they stand.

        Args:
            segmenter: for all other hanzi.
            fixed: names and corrected words; of two that overlap the longer one holds.
        """
        self._segmenter = segmenter
        longest_first = sorted({text for text in fixed if text}, key=lambda text: (-len(text), text))
        self._fixed = frozenset(longest_first)
        # One pattern for all: an issue has some hundred names.
        self._pattern = re.compile("(" + "|".join(map(re.escape, longest_first)) + ")")

    def cut(self, text: str) -> tuple[str, ...]:
        """Cut *text* into words; joined they equal it."""
        if not self._fixed:
            return self._cut_common(text)
        words: list[str] = []
        for piece in self._pattern.split(text):
            if piece in self._fixed:
                words.append(piece)
            elif piece:
                words += self._cut_common(piece)
        return tuple(words)

    def _cut_common(self, text: str) -> tuple[str, ...]:
        words: list[str] = []
        for kind, run in split_runs(text):
            words += self._segmenter.cut(run) if kind is WordKind.HAN else [run]
        return tuple(words)
