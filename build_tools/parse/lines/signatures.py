"""Names, offices and days that sign a story, told from the lines around them."""

import re

from build_tools.parse.lines.archive_titles import ARCHIVE_RULE
from build_tools.parse.lines.bylines import (
    find_placed_writers,
    find_signer,
    find_writer,
    is_names,
    is_spaced_name,
)
from build_tools.parse.lines.classify import is_numeral
from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.page_lines import Lines, kind_at
from build_tools.parse.lines.pen_names import find_pen_name
from build_tools.surnames import COMMON_SURNAMES

MAX_SIGNATURE_CHARS = 30
"""Longest line of a signature: an office and its head."""
MAX_SIGNATURE_LINES = 3
"""Most lines of a signature above its date."""
MAX_SIGNER_CHARS = 16
"""Longest line that gives a writer's trade or street before the name."""
MIN_POEM_LINES = 3
"""Fewest indented lines over a flush one that show a poem."""
MAX_STACK_LINES = 6
"""Most heading lines over a byline."""

_OVER_TEXT = frozenset((*RUNNING, LineKind.HEADING, LineKind.NOTE))
_SIGNED_AND_DATED = re.compile(r"[^，。\d]{2,20}[\s　]+\d{4}年\d{1,2}月\d{1,2}日")
# 教育会　　九月三日: so wide a gap stands in no headline.
_SIGNED_AND_DAYED = re.compile(
    r"[^，。\d\s]{2,20}[\s　]{2,}[正一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十廿\d]{1,3}日"
)
# （榆陵　贺庆余）: the place and the name of one who wrote in.
_PLACED = re.compile(
    r"[（(][\u4e00-\u9fff]{2,6}[\s　]+[\u4e00-\u9fff][\s　]?[\u4e00-\u9fff]{1,2}[）)]"
)
# Under a writer's name: a remark, or where the text was sent from (（自巴黎寄）).
_REMARK = re.compile(r"[（(](?:[^（()）]{6,60}|自[\u4e00-\u9fff]{2,6}[寄郵电電])[）)]")
_CLOSING = re.compile(
    r"^(?=.*[省市县区镇乡村])[\u4e00-\u9fff]{5,18}(?:住户|居民|读者|村民|市民|业主|学生家长)$|"
    r"^.{2,12}(?:谨启|敬启|謹啓|敬啓|啓|启|谨识|谨白)$|^(?:[近您你]好[！!]|特此(?:公告|声明|通告|通知|启事|公示)|此致|敬礼[！!]?)$"
)


def is_signature(lines: Lines, place: int) -> bool:
    """Who signs, in the lines between the text and its date.

    Source: decrees and notices: 县自来水公司 / 2026年3月20日.
    Not: a headline with the day of publication under it, which text follows.
    """
    if lines[place].kind is not LineKind.HEADING or len(lines[place].text) > MAX_SIGNATURE_CHARS:
        return False
    if lines[place].rule == ARCHIVE_RULE:
        return False
    if kind_at(lines, place - 1) not in {*RUNNING, LineKind.NOTE}:
        return False
    if _SIGNED_AND_DAYED.fullmatch(lines[place].text):
        return True
    if _SIGNED_AND_DATED.fullmatch(lines[place].text):
        return kind_at(lines, place + 1) not in RUNNING
    for end in range(place + 1, place + MAX_SIGNATURE_LINES + 1):
        if kind_at(lines, end) is LineKind.DATE:
            # 2026-03-20 is of a web page; people write the day out.
            return kind_at(lines, end + 1) not in RUNNING and "-" not in lines[end].text
        if kind_at(lines, end) not in {LineKind.HEADING, LineKind.BYLINE}:
            return False
    return False


def is_date_of_page(lines: Lines, place: int) -> bool:
    """A day in the head of a page.

    Source: newspaper habit: mastheads; electronic editions put the day under a headline.
    Not: the day under a signature, which stands behind text or a signature.
    """
    if lines[place].kind is not LineKind.DATE:
        return False
    before, after = kind_at(lines, place - 1), kind_at(lines, place + 1)
    if before in {LineKind.HEADING, LineKind.BYLINE}:
        return after in {*RUNNING, LineKind.SECTION} or "-" in lines[place].text
    return before in {None, LineKind.FURNITURE, LineKind.SECTION} or (
        after is LineKind.FURNITURE and before not in {*RUNNING, LineKind.NOTE}
    )


def is_date_of_signature(lines: Lines, place: int) -> bool:
    """The day under a decree or a letter.

    Source: newspaper habit: decrees, notices, letters.
    Not: the day in a page's head, which was told before.
    """
    return lines[place].kind is LineKind.DATE


def is_name_under_heading(lines: Lines, place: int) -> bool:
    """A writer's bare name between headline and text.

    Source: newspaper habit: 过河 / 沈　砚 - （瓢叟） - 车工　贺满仓.
    Not: a headline of two characters under its section, which no other heading stands over.
    """
    line = lines[place]
    after = kind_at(lines, place + 1)
    if after is LineKind.SECTION and lines[place + 1].rule == "is_marked_section":
        after = LineKind.HEADING  # ■ before a caption
    if not _is_under_heading(lines, place) or after not in _OVER_TEXT:
        return False
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below and is_numeral(below.text) and below.text[0] in "（(":
        return False
    is_short = re.fullmatch(r"[\u4e00-\u9fff]{2,4}", line.text) is not None
    if is_short and (is_numeral(lines[place - 1].text) or after is LineKind.VERSE):
        return True
    if is_spaced_name(line.text) and not line.text[0].isdigit():
        return after in RUNNING or _is_signed(line.text)
    is_over_text = after in RUNNING or kind_at(lines, place + 2) in RUNNING
    return _is_signed(line.text) and (is_over_text or line.text[0] in COMMON_SURNAMES)


def is_pen_name_under_heading(lines: Lines, place: int) -> bool:
    """A pen name between headline and text: in brackets, or alone over a printed column.

    Source: tabloids of the 1920s and 30s: 報恥 / （丹翁） - 古琮蘭亭歌 / 寒雲.
    Not: a number or a remark in brackets; a label of four characters over its column.
    """
    if not _is_under_heading(lines, place):
        return False
    if find_pen_name(lines[place].text):
        return kind_at(lines, place + 1) in RUNNING or _is_over_remark(lines, place)
    return _is_alone_over_column(lines, place)


def _is_under_heading(lines: Lines, place: int) -> bool:
    above = lines[max(0, place - MIN_POEM_LINES) : place]
    if not lines[place].is_indented and all(line.is_indented for line in above):
        # Behind the last lines of a poem it opens the next piece.
        return len(above) < MIN_POEM_LINES
    return (
        lines[place].kind is LineKind.HEADING
        and kind_at(lines, place - 1) is LineKind.HEADING
        and not _is_in_column_block(lines, place)
    )


def is_name_in_archive(lines: Lines, place: int) -> bool:
    """A writer's bare name under the title that an archive set over the story.

    Source: archives of papers: ### title / writer / 1946-05-23 / 第2版().
    Not: the printed headline, which stands behind page and column.
    """
    return (
        lines[place].kind is LineKind.HEADING
        and place > 0
        and lines[place - 1].rule == ARCHIVE_RULE
        and kind_at(lines, place + 1) in {LineKind.DATE, LineKind.SECTION}
        and _is_signed(lines[place].text)
    )


def is_name_at_foot(lines: Lines, place: int) -> bool:
    """A writer's bare name under the text.

    Source: newspaper habit: 陶一舟 - （獅） - (孟晓晴 尚可) - 江滨路　仲玉成.
    Not: a short paragraph inside a story, with text on both sides.
    """
    line = lines[place]
    if line.kind not in {LineKind.HEADING, LineKind.TEXT}:
        return False
    if (
        kind_at(lines, place - 1) not in {*RUNNING, LineKind.NOTE}
        or not lines[place - 1].is_finished
    ):
        return False
    after = kind_at(lines, place + 1)
    if place + 1 < len(lines) and re.match(r"1[、.．]", lines[place + 1].text):
        return False  # a column over its first item
    if find_pen_name(line.text):
        return after not in RUNNING or (place + 1 < len(lines) and lines[place + 1].follows_blank)
    if find_signer(line.text) or (line.is_set_right and _is_signed(line.text)):
        return True
    if place + 1 < len(lines) and is_spaced_name(lines[place + 1].text):
        return False
    # Over a byline it is a headline that looks like a name (水来了).
    return after not in {*RUNNING, LineKind.BYLINE} and _is_signed(line.text)


def is_closing_formula(lines: Lines, place: int) -> bool:
    """Who gives notice, or thanks, under the text of a notice: 編輯部啓 - 特此公告.

    Source: newspaper habit: the end of notices and letters.
    Not: a headline (启事), which no text stands above.
    """
    line = lines[place]
    return (
        line.kind in {LineKind.HEADING, LineKind.BYLINE}
        and kind_at(lines, place - 1) in RUNNING
        and _CLOSING.search(line.text) is not None
    )


def _is_in_column_block(lines: Lines, place: int) -> bool:
    """Whether the line is one of several of a headline over printed columns."""
    below = (line.rule for line in lines[place + 1 : place + 1 + MAX_STACK_LINES])
    return "is_in_printed_column" in below and not lines[place].follows_blank


def _is_over_remark(lines: Lines, place: int) -> bool:
    """Whether a remark in brackets stands between the writer's name and the text."""
    return (
        place + 1 < len(lines)
        and _REMARK.fullmatch(lines[place + 1].text) is not None
        and kind_at(lines, place + 2) in RUNNING
    )


def _is_alone_over_column(lines: Lines, place: int) -> bool:
    """A bare pen name in a block of its own between a headline and a printed column: 寒雲."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return (
        below is not None
        and below.rule == "is_in_printed_column"
        and below.follows_blank
        and lines[place].follows_blank
        and re.fullmatch(r"[\u4e00-\u9fff]{2,3}", lines[place].text) is not None
        and not is_numeral(lines[place].text)
    )


def _is_signed(text: str) -> bool:
    text = text.lstrip(MARKS).strip()
    if _PLACED.fullmatch(text) or find_placed_writers(text) or find_writer(text):
        return True
    if len(text) > MAX_SIGNER_CHARS and text[:1] not in "（(":
        return False
    return is_names(text) or find_signer(text) is not None
