"""What a block of lines is in its story, and a whole page of such blocks."""

from dataclasses import dataclass
from enum import StrEnum

from build_tools.parse.lines.layout import Layout
from build_tools.parse.lines.line import Line
from build_tools.parse.stories.starts import Sureness


class Role(StrEnum):
    """What a block of lines is in its story, or outside of all."""

    SECTION = "section"
    """``■聚焦``."""
    KICKER = "kicker"
    """``全市教育工作会议提出：``."""
    HEADLINE = "headline"
    """``让每个孩子走路就能上学``."""
    DECK = "deck"
    """``——十所新学校今秋开学``."""
    BYLINE = "byline"
    """``□本报记者 李晗``."""
    BODY = "body"
    """A paragraph."""
    SUBHEADING = "subheading"
    """``司法为民见真章``."""
    CAPTION = "caption"
    """The text under a picture."""
    CREDIT = "credit"
    """``本报记者 王芳 摄``."""
    VERSE = "verse"
    """A line of a poem."""
    LIST = "list"
    """A row of a list."""
    NOTE = "note"
    """``（下转第四版）``."""
    FURNITURE = "furniture"
    """``责任编辑：王芳``."""
    UNPLACED = "unplaced"
    """What stands above the first story."""


HEAD_ROLES = frozenset((Role.SECTION, Role.KICKER, Role.HEADLINE, Role.DECK))
"""What stands over a story's text."""


class Opening(StrEnum):
    """Whether a block is the first of a story."""

    NONE = ""
    """It goes on with the story above."""
    STORY = "story"
    """It opens a story."""
    TURN = "turn"
    """It opens the second half of a story that another page began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """One or more lines that belong together, and what they are."""

    role: Role
    """``body``."""
    lines: tuple[Line, ...]
    """Never empty."""
    rule: str
    """Name of the rule that decided, or ``outline`` where an editor did."""
    opening: Opening = Opening.NONE
    """``story`` for the first block of one."""
    start_rule: str = ""
    """The rule that opened the story."""
    sureness: Sureness = Sureness.SURE
    """How far to trust it."""

    @property
    def text(self) -> str:
        """The lines joined without anything between."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole page, block by block, in the order of its lines."""

    blocks: tuple[PlannedBlock, ...]
    """Every line that is not blank is in exactly one."""
    layout: Layout
    """Habits of the text."""
