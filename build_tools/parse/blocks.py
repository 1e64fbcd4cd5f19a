"""Lines to blocks: paragraphs that a column break had cut are mended here."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.parse.lines import Line, LineKind

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
    return tuple(TextBlock(kind=group[0].kind, lines=tuple(group)) for group in groups)


def continues_paragraph(before: Line, line: Line) -> bool:
    """Whether *line* is the rest of the paragraph that *before* breaks off.

    Wrong where a paper leaves out the full stop at the end of a paragraph.

    Source: newspaper habit: a column ends in mid-word and the text goes on after a blank line.
    """
    if before.kind is not LineKind.TEXT or line.kind is not LineKind.TEXT:
        return False
    return not before.is_finished or line.text[0] in "，、。；！？”』」）"
