"""How hard a story is, and which words are worth knowing before it."""

from collections.abc import Iterable, Mapping, Sequence

from build_tools.annotate.tokens import is_han
from build_tools.annotation import Difficulty, GlossaryRow, Word, WordKind
from build_tools.lexicon.levels import LEVELS

MAX_KEY_WORDS = 8
"""Most words of the list before a story."""
_EASY_LEVELS = frozenset(LEVELS[:4])
_WEIGHT_BY_LEVEL = {"5": 1.0, "6": 1.2, "7–9": 1.5, None: 1.3}
_HEADLINE_BONUS = 3.0
_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿第半")


def measure_difficulty(words: Sequence[Word]) -> Difficulty:
    """Measure the running *words* of a story; names, figures and numerals are not counted."""
    counted = [word for word in words if is_counted(word)]
    total = len(counted) or 1
    known, coverage = 0, []
    for level in LEVELS:
        known += sum(word.level == level for word in counted)
        coverage.append((level, round(known / total, 4)))
    hanzi = sum(is_han(character) for word in words for character in word.text)
    return Difficulty(hanzi=hanzi, coverage_by_level=tuple(coverage))


def is_counted(word: Word) -> bool:
    """Whether a learner would count *word* as vocabulary."""
    return word.kind is WordKind.HAN and word.name is None and not _NUMERALS.issuperset(word.text)


def choose_key_words(
    glossary: Sequence[GlossaryRow], headline: Iterable[Word], level_by_word: Mapping[str, str]
) -> tuple[GlossaryRow, ...]:
    """Choose the words that a reader of HSK 4 meets most often and cannot know, in order.

    Words of the headline come first. Left to the glossary: single characters, and words
    outside the list that are plain from easy parts (回家, 找到).
    """
    in_headline = {word.text for word in headline}
    candidates = [
        (
            row.count * _WEIGHT_BY_LEVEL[row.word.level]
            + _HEADLINE_BONUS * (row.word.text in in_headline),
            place,
        )
        for place, row in enumerate(glossary)
        if len(row.word.text) > 1
        and row.word.level not in _EASY_LEVELS
        and row.word.entries
        and not (row.word.level is None and _has_easy_parts(row.word.text, level_by_word))
    ]
    best = sorted(candidates, key=lambda scored: (-scored[0], scored[1]))[:MAX_KEY_WORDS]
    return tuple(glossary[place] for place in sorted(place for _, place in best))


def _has_easy_parts(word: str, level_by_word: Mapping[str, str]) -> bool:
    return all(level_by_word.get(character) in _EASY_LEVELS for character in word)
