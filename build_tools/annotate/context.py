"""The words around a character, as rules of reading look at them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NUMBER = re.compile(r"[0-9\uff10-\uff19.]+|[一二两三四五六七八九十百千万亿几半数每某这那哪]+")
"""Figures and numerals, and the pronouns that stand in their place (这, 那, 每)."""
_CLAUSE_END = frozenset("，。！？；：、…“”‘’（）《》—,.!?;:() \u3000")

LONGEST_CLAUSE = 40
"""How far a rule looks ahead, in words; no clause of a newspaper is longer."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a sentence around one character."""

    words: Sequence[str]
    """All words of the sentence, punctuation included."""
    place: int
    """Where the character stands in *words*."""
    tag: Callable[[str], str]
    """Part of speech of a word in jieba's tags; empty for an unknown one."""

    @property
    def before(self) -> str:
        """The word before; empty at the start or after punctuation."""
        word = self.words[self.place - 1] if self.place else ""
        return "" if word in _CLAUSE_END else word

    @property
    def after(self) -> str:
        """The word after; empty at the end or before punctuation."""
        following = self.words[self.place + 1 : self.place + 2]
        return "" if not following or following[0] in _CLAUSE_END else following[0]

    @property
    def clause_after(self) -> Sequence[str]:
        """The words after it up to the end of the clause, no more than a clause has."""
        rest = self.words[self.place + 1 : self.place + 1 + LONGEST_CLAUSE]
        end = next((i for i, word in enumerate(rest) if word in _CLAUSE_END), len(rest))
        return rest[:end]

    @property
    def clause_before(self) -> Sequence[str]:
        """The words before it in the same clause, no more than a clause has."""
        rest = self.words[max(0, self.place - LONGEST_CLAUSE) : self.place]
        ends = [place for place, word in enumerate(rest) if word in _CLAUSE_END]
        return rest[ends[-1] + 1 :] if ends else rest

    @property
    def leads_on(self) -> bool:
        """Whether the clause ends in a comma, so that another clause follows it."""
        end = self.place + 1 + len(self.clause_after)
        return end < len(self.words) and self.words[end] == "，"

    def is_before(self, *tags: str) -> bool:
        """Whether the word before has one of *tags* (by first letters)."""
        return self.tag(self.before).startswith(tags) if self.before else False

    def is_after(self, *tags: str) -> bool:
        """Whether the word after has one of *tags* (by first letters)."""
        return self.tag(self.after).startswith(tags) if self.after else False
