"""Lines to blocks: paragraphs that a column break had cut are mended here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.layout import Layout
from build_tools.parse.lines.line import Line, LineKind, printed_lines
from build_tools.parse.lines.pen_names import is_broken_name

CONTEXT_CHARS = 8
"""How much of both sides of a mend is reported, in characters."""

_OPENS_NOTHING = "，、。；！？”』」）"
# （重慶廿日電）: a wire of its own under a common headline.
_WIRE = re.compile(r"[（(〔【][^（）()〔〕【】]{2,16}[電电訊讯][）)〕】]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One heading, byline or paragraph: a line, or several that belong together."""

    kind: LineKind
    """``text``."""
    lines: tuple[Line, ...]
    """One, or the pieces of a mended paragraph, in order."""
    rule: str
    """What decided the kind: the name of a rule."""

    @property
    def text(self) -> str:
        """The pieces joined without anything between: a column break leaves no space."""
        return "".join(line.text for line in self.lines)

    @property
    def follows_blank(self) -> bool:
        """Whether a blank line stands above it."""
        return self.lines[0].follows_blank

    @property
    def is_finished(self) -> bool:
        """Whether its last line may end a paragraph."""
        return self.lines[-1].is_finished


def build_blocks(lines: Sequence[Line], layout: Layout) -> tuple[TextBlock, ...]:
    """Group *lines*, furniture taken out, into blocks; cut paragraphs are mended."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues_paragraph(groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(
        TextBlock(
            kind=_block_kind(group),
            lines=tuple(chain.from_iterable(map(printed_lines, group))),
            rule=group[0].rule,
        )
        for group in groups
    )


def _block_kind(group: Sequence[Line]) -> LineKind:
    """What was taken for a heading is text where text goes on with it."""
    is_byline = all(line.kind is LineKind.BYLINE for line in group)
    return LineKind.TEXT if len(group) > 1 and not is_byline else group[0].kind


def continues_paragraph(before: Line, line: Line, layout: Layout) -> bool:
    """Whether *line* is the rest of the paragraph that *before* breaks off.

    Wrong where a paper leaves out the full stop at the end of a paragraph.

    Source: newspaper habit: a column ends in mid-word and the text goes on after a blank line.
    """
    if before.kind is line.kind is LineKind.BYLINE:
        is_one = line.rule == before.rule == "is_in_turned_brackets"
        return is_one or is_broken_name(before.text, line.text)
    if line.kind is not LineKind.TEXT or _opens_paragraph(before, line):
        return False
    if line.text[0] in _OPENS_NOTHING:
        return before.kind in {LineKind.TEXT, LineKind.HEADING}
    if before.kind is not LineKind.TEXT:
        return False
    if line.rule == before.rule == "is_in_printed_column":
        return continues_column(before, line)
    if layout.indents_body and line.is_indented:
        return False
    return not before.is_finished


def _opens_paragraph(before: Line, line: Line) -> bool:
    """Whether *line* cannot but open a paragraph: speech, a dateline, text under a dateline."""
    is_dated = DATELINE.match(line.text) is not None and line.rule != "is_in_printed_column"
    return line.rule == "opens_speech" or before.rule == "is_lone_dateline" or is_dated


def continues_column(before: Line, line: Line) -> bool:
    """Whether a printed line goes on with the paragraph of the line above it.

    Source: newspaper habit: within a block every line does, but a wire of its own; a letter
    set large (花体首字) stands alone before its paragraph.
    """
    if line.follows_blank:
        return len(before.text) == 1
    return not _WIRE.match(line.text)
