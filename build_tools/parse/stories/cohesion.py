"""Whether a text goes on with the one above it, told from the words they share."""

from collections.abc import Iterator, Sequence

from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.stories.blocks import TextBlock

MIN_SHARED = 0.02
"""Least share of a passage's pairs of characters that stand in the story above, if it goes on."""
MIN_PASSAGE_PAIRS = 20
"""Fewest pairs of characters from which a change of subject can be told."""
MIN_ECHO = 0.5
"""Least share of a heading's pairs of characters that make it an echo of the story above."""
MAX_PASSAGE_CHARS = 1200
"""How much of the passage is compared."""
MAX_STORY_CHARS = 6000
"""How much of the story above is compared: its end."""

MAX_BLOCKS = 200
"""Most blocks of the story above that are looked at."""

# Numbers and times of day stand in every story.
_NUMERALS = frozenset("一二三四五六七八九十百千万零〇廿卅两兩第年月日时時分点點上下午元")


def goes_on(blocks: Sequence[TextBlock], story: int, start: int, end: int) -> bool:
    """Whether the passage from *end* on speaks of what the story before *start* speaks of.

    Args:
        blocks: of the page.
        story: first block of the story above.
        start: first block of the heading between them.
        end: first block behind the heading.
    """
    return shared(blocks, story, start, end) >= MIN_SHARED


def is_echo(blocks: Sequence[TextBlock], story: int, start: int, heading: str) -> bool:
    """Whether most of *heading*'s pairs of characters stand in the story above it."""
    pairs = _pairs(iter((heading,)))
    above = _pairs(_take(reversed(blocks[max(story, start - MAX_BLOCKS) : start]), MAX_STORY_CHARS))
    return len(pairs & above) >= MIN_ECHO * len(pairs) > 0


def shared(blocks: Sequence[TextBlock], story: int, start: int, end: int) -> float:
    """Give the share of the passage's pairs of characters that the story above has, 0 to 1.

    A passage too short to tell counts as going on.
    """
    above = _pairs(_take(reversed(blocks[max(story, start - MAX_BLOCKS) : start]), MAX_STORY_CHARS))
    passage = _pairs(_take(_passage(blocks, end), MAX_PASSAGE_CHARS))
    return len(passage & above) / len(passage) if len(passage) >= MIN_PASSAGE_PAIRS else 1.0


def _passage(blocks: Sequence[TextBlock], end: int) -> Iterator[TextBlock]:
    for place in range(end, len(blocks)):
        if blocks[place].kind in {LineKind.HEADING, LineKind.SECTION}:
            return
        yield blocks[place]


def _take(blocks: Iterator[TextBlock], most: int) -> Iterator[str]:
    taken = 0
    for block in blocks:
        if block.kind not in RUNNING:
            continue
        if taken >= most:
            return
        taken += len(block.text)
        yield block.text[:most]


def _pairs(texts: Iterator[str]) -> set[str]:
    return {
        text[at : at + 2]
        for text in texts
        for at in range(len(text) - 1)
        if _is_telling(text[at]) and _is_telling(text[at + 1])
    }


def _is_telling(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" and character not in _NUMERALS
