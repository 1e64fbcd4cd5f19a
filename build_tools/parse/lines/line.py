"""One line of a page and what it is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.parse.lines.credits import closes_paragraph
from build_tools.parse.lines.layout import FINISHED, PrintedLine

NARROW_RULE = "join_narrow_lines"
"""The rule of every line of a narrow paragraph but its first."""


class LineKind(StrEnum):
    """What a line can be by itself; its neighbours decide the rest."""

    FURNITURE = "furniture"
    """Page number, masthead, navigation, editors' line."""
    SECTION = "section"
    """``■聚焦``, ``专栏：体育``."""
    BYLINE = "byline"
    """``□本报记者 李晗``."""
    CREDIT = "credit"
    """``本报记者 安冀东 摄``."""
    CAPTION = "caption"
    """``▲灯会现场。``."""
    NOTE = "note"
    """``（作者为县农技站站长）``, ``（下转第四版）``."""
    DATE = "date"
    """``2026年3月20日``: signature or masthead."""
    HEADING = "heading"
    """Short, without full stop: headline, sub-heading, kicker or deck."""
    VERSE = "verse"
    """A line of a poem."""
    LIST = "list"
    """A row of a table or list."""
    TEXT = "text"
    """Running text."""


RUNNING = frozenset((LineKind.TEXT, LineKind.VERSE, LineKind.LIST, LineKind.CAPTION))
"""What a reader reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the input and what it is."""

    line_no: int
    """From 1."""
    text: str
    """Without spaces around it."""
    is_indented: bool
    """Spaces stood before it."""
    follows_blank: bool
    """A blank line stood above it."""
    kind: LineKind
    """By the last rule that decided."""
    rule: str
    """Name of that rule."""
    is_set_right: bool = False
    """Many spaces stood before it."""
    pieces: tuple[PrintedLine, ...] = ()
    """The printed lines of a paragraph set in a narrow column; empty for a line by itself."""
    follows_page: bool = False
    """What ends a web page stood above it: buttons, rights."""

    is_over_record: bool = False
    """When and where a web page was published stood below it."""

    @property
    def is_finished(self) -> bool:
        """Whether a paragraph may end here."""
        return self.text[-1:] in FINISHED or closes_paragraph(self.text)


def printed_lines(line: Line) -> tuple[Line, ...]:
    """Give *line* as it was printed: itself, or the narrow lines it was joined from."""
    return tuple(
        replace(
            line,
            line_no=piece.line_no,
            text=piece.text,
            is_indented=piece.is_indented,
            follows_blank=piece.follows_blank,
            rule=line.rule if at == 0 else NARROW_RULE,
            pieces=(),
        )
        for at, piece in enumerate(line.pieces)
    ) or (line,)
