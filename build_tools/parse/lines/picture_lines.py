"""Credits and titles of pictures that the lines around them tell."""

from build_tools.parse.lines.bylines import ROLE
from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.lines.page_lines import Lines, kind_at

_ARROWS = frozenset("▲▼◀▶►◄△▽")


def is_over_credit(lines: Lines, place: int) -> bool:
    """The first line of a picture credit in two lines: 本报记者 李晗 / 通讯员 陶敏 摄.

    Source: newspaper habit: bylines in two lines, of pictures too; 本报通讯员 / 陶敏 摄.
    Not: the byline under a headline.
    """
    line = lines[place]
    names_writer = line.kind is LineKind.BYLINE or (
        line.kind is LineKind.HEADING and ROLE.fullmatch(line.text) is not None
    )
    return (
        names_writer
        and kind_at(lines, place + 1) is LineKind.CREDIT
        and kind_at(lines, place - 1) in RUNNING
    )


def is_under_picture(lines: Lines, place: int) -> bool:
    """One of several titles of pictures in a row, each behind an arrow: ▲晾晒辣椒 / ▲翻动玉米.

    Source: newspaper habit: arrows show which picture is meant.
    Not: a section or a sub-heading behind such a mark, which stands alone.
    """
    mark = lines[place].text[0]
    if mark not in _ARROWS or lines[place].kind not in {LineKind.SECTION, LineKind.CAPTION}:
        return False
    beside = (lines[at].text[0] for at in (place - 1, place + 1) if 0 <= at < len(lines))
    return any(other in _ARROWS for other in beside)
