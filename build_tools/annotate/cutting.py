"""A sentence to its words: known names and corrected words first, then the dictionary's."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from build_tools.annotate.numerals import NUMERAL, parse_numeral
from build_tools.annotate.tokens import split_runs, undouble
from build_tools.annotate.words import Segmenter
from build_tools.annotation import WordKind

# Behind figures a measure word stands by itself: 6|个|人, not 6|个人.
_MEASURE = re.compile(
    "分钟|小时|公里|公斤|人次|平方米|个|名|位|只|件|条|张|次|辆|台|家|所|户|岁|年|天|时|分|秒|元|角|斤|米|克|亩|块|遍|路|站|号|份"
)
# 一 with one of these is a word of the dictionary as well.
_COUNTED_BY_ONE = frozenset("头则句次位名张件封趟条道家台笔")
# Doubled words; counted times: 十分钟 is ten minutes, not 十分 very; numbers in hanzi.
_KEPT = re.compile(
    r"(?P<doubled>([\u4e00-\u9fff])\2([\u4e00-\u9fff])\3)"
    rf"|(?P<count>{NUMERAL}+)(?P<measure>分钟|小时|公里|公斤|个(?=人)|年(?=[前后])|天(?=[前后下]))"
    rf"|(?P<numeral>{NUMERAL}{{2,}})"
)


class WordCutter:
    """Cuts text with the names of one issue in force."""

    def __init__(self, segmenter: Segmenter, fixed: Iterable[str]) -> None:
        """Hold the texts that are one word wherever they stand.

        Args:
            segmenter: for all other hanzi.
            fixed: names and corrected words; of two that overlap the longer one holds.
                Spaces part a corrected word: ``一 天 下`` is three words wherever 一天下 stands.
        """
        self._segmenter = segmenter
        self._parts_by_text = {
            "".join(text.split(" ")): text.split(" ") for text in sorted(fixed) if text.strip()
        }
        longest_first = sorted(self._parts_by_text, key=lambda text: (-len(text), text))
        # One pattern for all: an issue has some hundred names.
        self._pattern = re.compile("(" + "|".join(map(re.escape, longest_first)) + ")")

    def cut(self, text: str) -> tuple[str, ...]:
        """Cut *text* into words; joined they equal it."""
        if not self._parts_by_text:
            return self._cut_common(text)
        words: list[str] = []
        for piece in self._pattern.split(text):
            if piece in self._parts_by_text:
                words += self._parts_by_text[piece]
            elif piece:
                words += self._cut_common(piece)
        return tuple(words)

    def _cut_common(self, text: str) -> tuple[str, ...]:
        words: list[str] = []
        before = WordKind.PUNCTUATION
        for kind, run in split_runs(text):
            if kind is not WordKind.HAN:
                words.append(run)
            elif before is WordKind.NUMBER and (measure := _MEASURE.match(run)):
                words.append(measure[0])
                words += self._cut_hanzi(run[measure.end() :])
            else:
                words += self._cut_hanzi(run)
            before = kind
        return tuple(words)

    def _cut_hanzi(self, hanzi: str) -> Iterator[str]:
        """Cut a run of hanzi, doubled words (干干净净) and spelled times kept whole."""
        start = 0
        for match in _KEPT.finditer(hanzi):
            if self._is_kept(match) and not self._is_overlapped(hanzi, match):
                yield from self._cut_words(hanzi[start : match.start()])
                yield from filter(None, match.group("doubled", "count", "measure", "numeral"))
                start = match.end()
        yield from self._cut_words(hanzi[start:])

    def _cut_words(self, hanzi: str) -> Iterator[str]:
        """Cut by the dictionary; 一头驴 is one head of donkey, so 一头 is parted before a noun."""
        words = self._mend(self._segmenter.cut(hanzi))
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            is_counted = word[0] == "一" and word[1:] in _COUNTED_BY_ONE
            is_parted = is_counted and self._segmenter.tag(following).startswith(("n", "p"))
            # 谁的话: 的话 (if) stands at the end of a clause only.
            if is_parted or (word == "的话" and following):
                yield from word
            else:
                yield word

    def _mend(self, words: list[str]) -> list[str]:
        """类|似的 is 类似|的 wherever 似 ends a word of the dictionary."""
        for place, (word, following) in enumerate(pairwise(words)):
            if following == "似的" and self._segmenter.tag(word + "似"):
                words[place : place + 2] = [word + "似", "的"]
        return words

    def _is_overlapped(self, hanzi: str, match: re.Match[str]) -> bool:
        """科|学学会会|长: words at both edges of a doubled one need its characters."""
        start, end = match.span()
        edges = (hanzi[start - 1 : start + 1] if start else "", hanzi[end - 1 : end + 1])
        return bool(match["doubled"]) and all(
            len(edge) == 2 and self._segmenter.tag(edge)  # noqa: PLR2004 - a character each side
            for edge in edges
        )

    def _is_kept(self, match: re.Match[str]) -> bool:
        """A doubled word of the dictionary, a counted time, or a number that is no word."""
        if match["numeral"]:
            return parse_numeral(match[0]) is not None and not self._segmenter.tag(match[0])
        pair = undouble(match["doubled"] or "")
        return pair is None or bool(self._segmenter.tag(pair))
