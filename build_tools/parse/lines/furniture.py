"""Page furniture: mastheads, page numbers, navigation and editors' lines, never part of a story."""

import re
import unicodedata
from collections.abc import Callable

from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.person_names import find_names
from build_tools.parse.lines.web_furniture import (
    is_legal_line,
    is_navigation,
    is_record,
    part_signed_record,
)

MAX_FURNITURE_CHARS = 200
"""Longest line that is taken for furniture, in characters."""
MIN_FURNITURE_WORDS = 2
"""Fewest words of a head line, its page number or its day among them."""
MAX_TITLE_CHARS = 8
"""Longest page title (副刊·书香) or paper's name in a head line."""

_CN = "〇零○一二三四五六七八九十廿卅百"
_DAY = re.compile(
    rf"(?:公元|中華民國|民國)?[\d{_CN}]{{2,4}}\s?[年.\-/]\s?[\d{_CN}]{{1,3}}\s?[月.\-/]\s?[\d{_CN}]{{1,3}}\s?日?"
)
_WEEKDAY = re.compile(r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]?")
_LUNAR = re.compile(
    r"(?:农历|農曆|夏历|舊曆|旧历|阴历)?[\u4e00-\u9fff]{0,4}年?[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月[初十廿卅一二三四五六七八九]{1,3}日?"
)
_PAGE = re.compile(
    rf"第?\s?[A-Z]?(?:\d{{1,3}}|[{_CN}]{{1,3}})\s?[-/]?\s?\d{{0,3}}\s?(?:版|頁|页|叠)?"
)
_PAGE_NAMED = re.compile(rf"第?\s?[A-Z]?(?:\d{{1,3}}|[{_CN}]{{1,3}})\s?(?:版|頁|页|叠)")
# 第A14版：听潮阁
_PAGE_TITLED = re.compile(r"第?[A-Za-z]?\d{1,5}版[:：][\u4e00-\u9fff·]{2,10}")
_PAPER = re.compile(r"[\u4e00-\u9fff]{0,8}(?:报|報|周刊|週刊|时讯|時訊|新闻|新聞|NEWS|Daily)")
_SERIAL = re.compile(
    r"(?:今日|本期|共)?[\d一二三四五六七八九十]{1,3}版|(?:总|總)?第[\d,一二三四五六七八九十百千]{1,7}[期号號]|CN\s?[\d\-—]{4,12}|"
    r"[\d\-]{4,12}|代号[:：]?[\d\-—]{1,8}|(?:国内统一|國內統一|邮发|郵發|刊号|统一)[\u4e00-\u9fff]{0,12}[:：]?(?:CN)?[\s\d\-—]{0,16}"
)
_CONTACT = re.compile(
    r"(?:联系|来稿(?:请)?寄?|投稿(?:请)?寄?|新闻|本报|编辑部?|报料|热线|投稿|电子|本版|读者|发行|广告|传真|零售|监督|值班|社|总编)?"
    r"(?:邮箱|信箱|来稿请寄|投稿请寄|热线|电话|通信地址|通讯地址|地址|邮编|E-?mail|QQ|网址|传真|社址|定价|零售价|印刷)(?:电话)?\s?[:：]"
    r"|[^。！？：:]{2,40}电话\s?[:：]\s?[\d-]{7,}",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"(?:责任编辑|責任編輯|责编|(?:本|[一二三四五六七八九十]{1,3})版责编|本版编辑|本版主编|值班编辑|值班主任|值班总编|执行主编|见习编辑|版式设计|版式|版面设计|美术编辑|美编|"
    r"校对|校對|编辑|編輯|主编|组版|设计|策划|统筹|检校|审读|排版|图编|制图|本期编辑|一读|二读|终审)"
)
_EDITORS_LINE = re.compile(
    rf"(?:[\[【（(]\s?)?{_EDITORS.pattern}(?:\s?[/／、]\s?{_EDITORS.pattern})?\s?[：:]"
)
_HOTLINE = re.compile(
    r"[^。，]{0,8}(?:报料|報料|爆料|新闻热线|新聞熱線)[^。，：:﹕]{0,6}[：:﹕][^。]{0,60}"
    r"(?:@|\d{7}|\d{4}\s\d{4})"
)
_TERMS = re.compile(
    r"(?:每.{1,4}[日天].{0,2}出|本[報报刊](?:逢|每|今日|零售)|零售每|每份(?:售|大洋|定)|[定售]?[價价]目?[：:]?每)[^。]{1,30}"
)


def is_invisible(text: str) -> bool:
    """Nothing on the line can be seen: marks of direction, joiners, a byte order mark.

    Source: text copied from web pages.
    Not: a line with one visible character.
    """
    return all(unicodedata.category(c) in {"Cf", "Mn"} for c in text)


def is_page_number(text: str) -> bool:
    """A page number by itself: 3 - A12 - 第3版 - 第四版.

    Source: newspaper habit: head and foot of a page.
    Not: a number in a list, which carries a mark behind it (1.).
    """
    return _PAGE_NAMED.fullmatch(text) is not None or (
        text[-1].isascii() and _PAGE.fullmatch(text) is not None
    )


def is_head_line(text: str) -> bool:
    """Day, weekday, page, page title and paper's name, in any order.

    Source: newspaper habit: 03　要闻　2019年10月23日　星期三　人民日报.
    Not: a day by itself, which may stand under a signature.
    """
    if _TITLED_PAGE.fullmatch(text):
        return True
    rest = _EDITOR_NAMED.sub(" ", text)
    words = re.sub(r"[｜|·]", " ", rest).split()
    if rest != text and all(map(_is_head_word, words)) and _EDITORS.search(text):
        return True
    if len(words) < MIN_FURNITURE_WORDS:
        return bool(_GLUED_HEAD.fullmatch(text))
    known = [_is_head_word(word) for word in words]
    is_dated = any(rule.search(text) for rule in (_DAY, _WEEKDAY, _PAGE_NAMED, _SERIAL))
    others = [w for w, is_known in zip(words, known, strict=True) if not is_known]
    return (
        is_dated
        and sum(known) >= MIN_FURNITURE_WORDS
        and len(others) <= sum(known)
        and all(len(word) <= MAX_TITLE_CHARS for word in others)
    )


_TITLED_PAGE = re.compile(
    r"《[\u4e00-\u9fff]{2,8}》\s?[(（]\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,3}\s?版[)）]|第?[A-Z]?\d{1,3}版?\s?[｜|]\s?[\u4e00-\u9fff·]{2,8}"
)
_GLUED_HEAD = re.compile(
    rf"(?:中華)?民國[{_CN}]{{1,4}}年[{_CN}]{{1,3}}月[{_CN}]{{1,3}}日|{_DAY.pattern}(?:{_WEEKDAY.pattern})?{_PAPER.pattern}|{_PAPER.pattern}{_DAY.pattern}|{_DAY.pattern}(?:{_WEEKDAY.pattern})(?:{_PAGE_NAMED.pattern})?|{_DAY.pattern}{_PAGE_NAMED.pattern}|{_WEEKDAY.pattern}"
)


_EDITOR_NAMED = re.compile(
    rf"{_EDITORS.pattern}[\s　：:]{{1,4}}"
    r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][\s　]{1,3}[\u4e00-\u9fff])(?![\u4e00-\u9fff])"
    r"|(?:投稿|电子)?(?:邮箱|信箱)[\s　：:]{0,3}[A-Za-z0-9_.@ -]{5,60}"
    r"|(?:新闻)?(?:热线|电话)[\s　：:]{0,3}[\d\-—]{5,13}"
)


def _is_head_word(word: str) -> bool:
    return (
        _PAGE_TITLED.fullmatch(word) is not None
        or any(rule.fullmatch(word) for rule in (_DAY, _WEEKDAY, _PAGE, _PAPER, _SERIAL, _LUNAR))
        or bool(_GLUED_HEAD.fullmatch(word))
    )


def is_editors_line(text: str) -> bool:
    """Who edited and set the page: 责任编辑：王芳 - 版式设计　蔡蓉.

    Source: newspaper habit: the foot of a page.
    Not: a sentence that opens so (编辑部收到了三十封来信。).
    """
    text = text.lstrip(MARKS).strip()
    if _EDITORS_LINE.match(text):
        return not re.search(r"[。！？]$", text)
    head = _EDITORS.match(text)
    if head is None:
        return False
    # 本版责编　程　川　白若智
    return not _EDITOR_NAMED.sub("", text).strip() or find_names(text[head.end() :]) is not None


def is_page_note(text: str) -> bool:
    """What a page says of itself: 本版图片除署名外由县文联提供 - 本版言论只代表作者个人看法.

    Source: newspaper habit: the foot of a page of pictures or opinion; ■报料热线：….
    Not: a sentence about the page inside a story, which has a full stop.
    """
    if _TERMS.fullmatch(text) or _HOTLINE.match(text.lstrip(MARKS)):
        return True
    return re.match(
        r"本(?:版|期|专版)(?:图片|照片|稿件|文图|图文|言论|文章|资料|内容|撰文|摄影|绘图)", text
    ) is not None and not text.endswith("。")


def is_contact_line(text: str) -> bool:
    """The paper's own address: 新闻热线：… - 邮箱：…. Sure only beside other furniture."""
    return _CONTACT.match(text) is not None and not re.search(r"[。！？；]$", text)


# In order: the first that claims a line names it.
FURNITURE_RULES: tuple[Callable[[str], bool], ...] = (
    is_invisible,
    is_page_number,
    is_record,
    is_head_line,
    is_editors_line,
    is_navigation,
    is_page_note,
    is_legal_line,
)


def find_furniture_rule(text: str) -> Callable[[str], bool] | None:
    """Give the first rule that claims *text* as furniture; `None` for anything of a story."""
    if len(text) > MAX_FURNITURE_CHARS:
        return is_invisible if is_invisible(text) else None
    if part_signed_record(text):
        return None
    return next((rule for rule in FURNITURE_RULES if rule(text)), None)
