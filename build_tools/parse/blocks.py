"""Lines to blocks: paragraphs that a column break had cut are mended here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.parse.lines import Line, LineKind

# A question or exclamation with a clause before it, a quotation by itself, what leads to one.
_SPOKEN = re.compile(r"[，,].*[？！?!]$|^“[^”]*”$|[：:]$")

CONTEXT_CHARS = 8
"""How much of both sides of a mend is reported, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One heading, byline or paragraph: a line, or several that belong together."""

    kind: LineKind
    """Never ``blank``."""
    lines: tuple[Line, ...]
    """One, or the pieces of a mended paragraph, in order."""

    @property
    def text(self) -> str:
        """The pieces joined without anything between: a column break leaves no space."""
        return "".join(line.text for line in self.lines)


def build_blocks(lines: Sequence[Line]) -> tuple[TextBlock, ...]:
    """Group *lines* into blocks, blank lines dropped, cut paragraphs mended."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.kind is LineKind.BLANK:
            continue
        if groups and continues_paragraph(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = [TextBlock(kind=_block_kind(group), lines=tuple(group)) for group in groups]
    return tuple(_demote_spoken(blocks))


def _block_kind(group: Sequence[Line]) -> LineKind:
    """What was taken for a heading is text where text goes on with it."""
    return LineKind.TEXT if len(group) > 1 else group[0].kind


def _demote_spoken(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Make text of short lines inside a story that are spoken or lead on to speech.

    Source: newspaper habit: 他问，行不行？ - “修！” - 大家都说：
    Not: a headline or kicker, which a byline follows or no running text stands before.
    """
    before: LineKind | None = None
    for place, block in enumerate(blocks):
        following = blocks[place + 1].kind if place + 1 < len(blocks) else None
        is_spoken = (
            block.kind is LineKind.HEADING
            and before in {LineKind.TEXT, LineKind.BYLINE}
            and following is not LineKind.BYLINE
            and bool(_SPOKEN.search(block.text))
        )
        seen = TextBlock(kind=LineKind.TEXT, lines=block.lines) if is_spoken else block
        before = seen.kind
        yield seen


def continues_paragraph(before: Line, line: Line) -> bool:
    """Whether *line* is the rest of the paragraph that *before* breaks off.

    Wrong where a paper leaves out the full stop at the end of a paragraph.

    Source: newspaper habit: a column ends in mid-word and the text goes on after a blank line.
    """
    if line.kind is not LineKind.TEXT:
        return False
    if line.text[0] in "，、。；！？”』」）":
        return before.kind in {LineKind.TEXT, LineKind.HEADING}
    return before.kind is LineKind.TEXT and not before.is_finished
