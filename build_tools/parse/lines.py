"""What each line of the text is, judged by the line alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from build_tools.parse.bylines import MARKS, is_byline, is_credit
from build_tools.parse.files import SourceText

MAX_HEADING_CHARS = 47
"""Longest heading met in real papers; a longer line is text."""
MAX_SECTION_CHARS = 14
"""Longest section name after its mark."""

# After these a paragraph is complete; a line that ends in anything else was cut.
FINISHED = "。！？!?…”’」』）)】》〉；;：:"
MAX_HEADING_COMMAS = 1
"""Most commas in a heading; with more it is the first half of a cut paragraph."""
_NOT_IN_HEADING = re.compile(r"。|[，,、；;]$")


class LineKind(StrEnum):
    """What a line can be by itself; its neighbours decide the rest."""

    BLANK = "blank"
    """Nothing but spaces."""
    FURNITURE = "furniture"
    """Page number, masthead, editors' line."""
    SECTION = "section"
    """``■聚焦``."""
    BYLINE = "byline"
    """``□本报记者 李晗``."""
    CREDIT = "credit"
    """``本报记者 安冀东 摄``."""
    HEADING = "heading"
    """Short, without full stop: headline, sub-heading, kicker or deck."""
    TEXT = "text"
    """Running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the input and what it can be."""

    line_no: int
    """From 1."""
    text: str
    """Without spaces around it."""
    kind: LineKind
    """By the first rule that claims it."""
    rule: str
    """Name of that rule."""

    @property
    def is_finished(self) -> bool:
        """Whether a paragraph may end here."""
        return self.text[-1:] in FINISHED


def classify_lines(source: SourceText) -> tuple[Line, ...]:
    """Give every line of *source* the kind of the first rule that claims it."""
    return tuple(
        _classify_line(line_no, text.strip()) for line_no, text in enumerate(source.lines, start=1)
    )


def _classify_line(line_no: int, text: str) -> Line:
    for kind, rule in LINE_RULES:
        if rule(text):
            return Line(line_no=line_no, text=text, kind=kind, rule=rule.__name__)
    return Line(line_no=line_no, text=text, kind=LineKind.TEXT, rule="else_text")


def is_blank(text: str) -> bool:
    """Nothing stands on the line."""
    return not text


_EDITORS = re.compile(
    r"(责任编辑|责编|本版责编|本版编辑|值班编辑|版式设计|美术编辑|美编|校对|编辑)\s*[：:]"
)
_PAGE_NUMBER = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版?")
_MASTHEAD_DATE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日\s*(星期[一二三四五六日天])?\s*(第?[A-Z]?\d{1,3}版)?"
)


def is_furniture(text: str) -> bool:
    """A page number, a date line or an editors' line (责任编辑：…), never part of a story.

    Source: newspaper habit: head and foot of a page.

    >>> (
    ...     is_furniture("责任编辑：王芳"),
    ...     is_furniture("2021年11月3日 星期三"),
    ...     is_furniture("2021年的春天"),
    ... )
    (True, True, False)
    """
    return bool(
        _EDITORS.match(text) or _PAGE_NUMBER.fullmatch(text) or _MASTHEAD_DATE.fullmatch(text)
    )


def is_section(text: str) -> bool:
    """A mark and a short name (栏目) that is no byline.

    Source: newspaper habit: ■聚焦 stands over all stories up to the next mark.

    >>> is_section("■聚焦"), is_section("□本报记者 李晗"), is_section("■他说，今年收成好。")
    (True, False, False)
    """
    name = text.lstrip(MARKS).strip()
    return (
        text[0] in MARKS
        and 0 < len(name) <= MAX_SECTION_CHARS
        and not re.search(r"[。，；！？]", name)
        and not is_byline(text)
        and not is_credit(text)
    )


def is_heading(text: str) -> bool:
    """Short, without full stop, one comma at most, not broken off at it.

    Wrong for the first half of a paragraph that a column break cut within its first clauses.

    Source: newspaper habit: headlines carry ！ or ？ or nothing, never 。

    >>> is_heading("拿到奖金，他们笑了"), is_heading("这起案件中，房子被查封，但在处置时，徐")
    (True, False)
    """
    return (
        len(text) <= MAX_HEADING_CHARS
        and not _NOT_IN_HEADING.search(text)
        and len(re.findall(r"[，,]", text)) <= MAX_HEADING_COMMAS
    )


# In order: the first that claims a line names it.
LINE_RULES: tuple[tuple[LineKind, Callable[[str], bool]], ...] = (
    (LineKind.BLANK, is_blank),
    (LineKind.FURNITURE, is_furniture),
    (LineKind.CREDIT, is_credit),
    (LineKind.BYLINE, is_byline),
    (LineKind.SECTION, is_section),
    (LineKind.HEADING, is_heading),
)
