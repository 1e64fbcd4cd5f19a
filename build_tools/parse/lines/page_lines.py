"""What belongs to the page rather than to a story, told from the lines around it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from build_tools.parse.lines.archive_titles import ARCHIVE_RULE
from build_tools.parse.lines.furniture import MAX_FURNITURE_CHARS, is_contact_line
from build_tools.parse.lines.line import RUNNING, Line, LineKind
from build_tools.parse.lines.web_furniture import is_button

MAX_LINKS = 30
"""Most links in a row to other stories."""
MAX_LINK_CHARS = 30
"""Longest link that names a place in the edition."""
_PAPER_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:日报|晚报|晨报|早报|时报|都市报|商报|新报|周报|导报|法制报|法治报|日報|晚報|時報|新聞|新闻网站?)"
    r"(?:[\s　]?数字报[刊纸]?|电子版|电子报|社)?(?:[\s　]+[\u4e00-\u9fff]{2,4})?"
)
_EDITION_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}[报報]\s?(?:数字报[刊纸]?|數位報|电子版|电子报)")
_SHORT_PAPER_NAME = re.compile(r"[\u4e00-\u9fff]{1,5}(?<![简預预海喜捷战通情])[报報]")
_LINK_HEAD = re.compile(
    r"(?:上一条|下一条|上一篇|下一篇|标题导航|版面导航|您?当前的?位置|当前位置|[【\[]?字号)[:：]?.*|[^~～]*[~～]{2,}|[^>]{2,30}>{2,3}"
)
_BULLETS = "·• "
_BULLET = re.compile(rf"[{_BULLETS.strip()}]\s?\S")
_GUIDE_HEAD = re.compile(r"(?:今日|本期|明日)(?:看点|导读|要目|关注|提要)")
_LINK_LIST = re.compile(
    r"(?:本版(?:列表)?新闻|相关(?:新闻|阅读|链接|报道)|(?:本版|今日|本期|热点|推荐|更多)(?:其他)?(?:新闻|导读|阅读|文章|标题|要目)|导读|要目|内容提要"
    r"|-?\s?(?:热点图片|头条新闻|新闻推荐|最新专题|热点专题|视频新闻|相关稿件|专题聚焦|最热新闻|热门新闻|往期阅读|PDF\s?版))[:：]?"
)
_GUIDE = re.compile(
    r".{4,40}[\s　.…·](?:(?:详见|见|刊|第)?\s?[A-Z]?"
    r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳])\s?版|P\d{1,2})"
)
# Rows of a table or a forecast, which headlines are not.
_FIGURES = re.compile(
    r"℃|\d[^\s　]{0,4}[\s　]+[^\s　]{0,6}\d|^[\u4e00-\u9fff]{2,6}[\s　]{1,4}[\d.]{1,8}\S{0,3}$"
)
_PROMOTION = re.compile(
    r"主管主办|主管、主办|[社委]主管\s|[社委]主办|webkit|浏览器|分辨率|发送短信|手机报|扫一扫|扫码|二维码|weibo\.|weixin|(?<!\()https?://|www\.|官方微[博信]|刊号[:：]|APP下载|客户端下载"
)
# These stand in stories too, and make a promotion only beside others.
_CODES = frozenset(("扫一扫", "扫码", "二维码"))
_PAGE_ENDS = frozenset(("is_navigation", "is_record", "is_legal_line"))
_WORD = re.compile(r"\w")
_PAGE_TITLE = re.compile(
    r"(?:第?[A-Z]?\d{1,2}版?|第[一二三四五六七八九十]{1,3}版)[\s　]+[\u4e00-\u9fff·]{2,8}"
)
Lines = Sequence[Line]
NeighbourRule = Callable[[Lines, int], bool]


def settle_page(lines: Lines) -> tuple[Line, ...]:
    """Set apart what is of the page; the lines before are settled already, those after are not."""
    settled = list(lines)
    for place, line in enumerate(settled):
        if line.rule in {"settle_guide", ARCHIVE_RULE}:
            continue
        for applies in PAGE_RULES:
            if applies(settled, place):
                settled[place] = replace(line, kind=LineKind.FURNITURE, rule=applies.__name__)
                break
    return tuple(settled)


def without_furniture(lines: Lines) -> tuple[Line, ...]:
    """Give the lines of stories, marking those that stand behind the foot of a web page."""
    kept: list[Line] = []
    ends_page = False
    for at, line in enumerate(lines):
        if line.kind is LineKind.FURNITURE:
            ends_page = ends_page or line.rule in _PAGE_ENDS
            continue
        is_over_record = at + 1 < len(lines) and lines[at + 1].rule == "is_record"
        kept.append(replace(line, follows_page=ends_page, is_over_record=is_over_record))
        ends_page = False
    return tuple(kept)


def is_page_name(line: Line) -> bool:
    """Whether *line* names a page (第02版：时政, B07:体育), and not a column (■聚焦)."""
    return (
        line.kind is LineKind.SECTION
        and re.match(r"第?\s?[A-Za-z]{0,2}\d|##", line.text) is not None
    )


def is_link_mark(lines: Lines, place: int) -> bool:
    """A link told by its own words: 上一条：… - · … - 今日看点 over lines that end in a page.

    Source: pages saved from the web; front pages that point to stories inside.
    Not: a section that only has such a name, with text under it.
    """
    line = lines[place]
    if len(line.text) > MAX_FURNITURE_CHARS:
        return False
    if line.rule == "opens_speech":
        return len(line.text) <= MAX_LINK_CHARS and _LINK_HEAD.fullmatch(line.text) is not None
    if line.kind not in {LineKind.HEADING, LineKind.SECTION}:
        return False
    if _LINK_HEAD.fullmatch(line.text) or _GUIDE.fullmatch(line.text) or _is_bullet(lines, place):
        return True
    if _LINK_LIST.fullmatch(line.text):
        is_among = kind_at(lines, place - 1) is LineKind.FURNITURE
        return is_among or kind_at(lines, place + 1) is not LineKind.TEXT
    is_guided = (
        place + 1 < len(lines)
        and _GUIDE.fullmatch(lines[place + 1].text[:MAX_FURNITURE_CHARS]) is not None
    )
    return is_guided and _GUIDE_HEAD.fullmatch(line.text) is not None


def _is_bullet(lines: Lines, place: int) -> bool:
    """Whether the line is one of several links behind bullets, and not a headline behind one."""
    if not _BULLET.match(lines[place].text):
        return False
    # 首页 > 要闻 > headline / • headline: the page's own.
    if place and lines[place - 1].text.endswith("> " + lines[place].text.lstrip(_BULLETS)):
        return False
    beside = (lines[at].text for at in (place - 1, place + 1) if 0 <= at < len(lines))
    is_among = any(map(_BULLET.match, beside))
    return is_among or kind_at(lines, place + 1) in {LineKind.FURNITURE, None}


def is_lone_button(lines: Lines, place: int) -> bool:
    """One word of navigation on a line of its own, beside other furniture.

    Source: pages saved from the web: 放大 / 缩小 / 默认.
    Not: the same word among headings and text.
    """
    beside = {kind_at(lines, place - 1), kind_at(lines, place + 1)}
    return (
        lines[place].kind is LineKind.HEADING
        and is_button(lines[place].text)
        and LineKind.FURNITURE in beside
    )


def is_link(lines: Lines, place: int) -> bool:
    """A link to another story: a heading between lines of navigation, with no text of its own.

    Source: pages saved from the web list the headlines of other stories under buttons.
    Not: a headline, whose text follows, though a page's navigation stands above it; a table.
    """
    if lines[place].kind is not LineKind.HEADING or kind_at(lines, place - 1) is not (
        LineKind.FURNITURE
    ):
        return False
    end = place
    while end - place < MAX_LINKS and _is_link_text(lines, end):
        end += 1
    first_of_page = end
    while end - place < MAX_LINKS and _is_of_page(lines, end):
        end += 1
    is_end = end >= len(lines) or is_page_name(lines[end])
    is_between = end > first_of_page or is_end
    return (
        first_of_page > place
        and is_between
        and kind_at(lines, end) not in {*RUNNING, LineKind.BYLINE}
    )


def _is_link_text(lines: Lines, place: int) -> bool:
    return (
        kind_at(lines, place) is LineKind.HEADING
        and len(lines[place].text) <= MAX_FURNITURE_CHARS
        and not _is_of_page(lines, place)
        and not _FIGURES.search(lines[place].text)
    )


def _is_of_page(lines: Lines, place: int) -> bool:
    """Whether the line is furniture, or will be when its turn comes."""
    return kind_at(lines, place) in {LineKind.FURNITURE, LineKind.DATE} or (
        place < len(lines)
        and len(lines[place].text) <= MAX_FURNITURE_CHARS
        and (
            (is_button(lines[place].text) and _WORD.search(lines[place].text) is not None)
            or not lines[place].text.strip("|｜ ")
            or _BULLET.match(lines[place].text) is not None
            or _LINK_HEAD.fullmatch(lines[place].text) is not None
            or _PAPER_NAME.fullmatch(lines[place].text) is not None
        )
    )


def is_paper_name(lines: Lines, place: int) -> bool:
    """A paper's name by itself at the head of a page or among furniture.

    Source: newspaper habit: mastheads; every page of an electronic edition.
    Not: a headline about a paper, which has text under it.
    """
    return (
        lines[place].kind is LineKind.HEADING
        and _EDITION_NAME.fullmatch(lines[place].text) is not None
    ) or (
        lines[place].kind is LineKind.HEADING
        and (
            _PAPER_NAME.fullmatch(lines[place].text) is not None
            or (place == 0 and _SHORT_PAPER_NAME.fullmatch(lines[place].text) is not None)
        )
        and (
            place == 0
            or kind_at(lines, place - 1) in {LineKind.FURNITURE, LineKind.DATE}
            or kind_at(lines, place + 1) in {LineKind.FURNITURE, LineKind.DATE}
        )
    )


def is_stray_mark(lines: Lines, place: int) -> bool:
    """Marks without a word, beside furniture: · - ~~~.

    Source: pages saved from the web.
    Not: dots that stand for a pause inside a story.
    """
    beside = {kind_at(lines, place - 1), kind_at(lines, place + 1)}
    return not _WORD.search(lines[place].text) and LineKind.FURNITURE in beside


def is_page_title(lines: Lines, place: int) -> bool:
    """A page's number and title at its head: 01　要闻.

    Source: newspaper habit: the head of an inner page.
    Not: a row of a table, which has no furniture beside it.
    """
    return (
        lines[place].kind in {LineKind.HEADING, LineKind.LIST}
        and _PAGE_TITLE.fullmatch(lines[place].text) is not None
        and (
            place == 0
            or LineKind.FURNITURE in {kind_at(lines, place - 1), kind_at(lines, place + 1)}
        )
    )


def is_address_of_page(lines: Lines, place: int) -> bool:
    """The paper's address or telephone, beside other furniture.

    Source: newspaper habit: 新闻热线：… in the head or foot of a page.
    Not: the address at the end of a call for contributions.
    """
    return (
        lines[place].kind in {LineKind.HEADING, LineKind.TEXT, LineKind.LIST}
        and is_contact_line(lines[place].text)
        and kind_at(lines, place - 1) in {None, LineKind.FURNITURE}
    )


def is_promotion(lines: Lines, place: int) -> bool:
    """What a paper says of its other editions, beside other furniture: texting, weibo, codes.

    Source: pages saved from the web: 手机用户：发送短信… - 登录 yuchuan.example.
    Not: a report about such a service, which stands among text.
    """
    line = lines[place]
    return (
        line.kind in {LineKind.HEADING, LineKind.TEXT, LineKind.LIST}
        and len(line.text) <= MAX_FURNITURE_CHARS
        and _is_promoting(line.text)
        and (
            place == 0
            or kind_at(lines, place - 1) is LineKind.FURNITURE
            or kind_at(lines, place + 1) is LineKind.FURNITURE
        )
    )


def _is_promoting(text: str) -> bool:
    """Whether *text* names such a service, and is no sentence or names several."""
    named = set(_PROMOTION.findall(text))
    is_address = bool(named - _CODES) and text[-1] not in "。！？”"
    return len(named) > 1 or is_address


def kind_at(lines: Lines, place: int) -> LineKind | None:
    """Give the kind of the line at *place*; `None` above the first and below the last."""
    return lines[place].kind if 0 <= place < len(lines) else None


# In order: the first that applies makes furniture of the line.
PAGE_RULES: tuple[NeighbourRule, ...] = (
    is_link_mark,
    is_lone_button,
    is_link,
    is_paper_name,
    is_page_title,
    is_address_of_page,
    is_stray_mark,
    is_promotion,
)
