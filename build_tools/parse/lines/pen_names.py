"""Pen names in brackets, as tabloids and supplements sign: （丹翁）."""

import re

from build_tools.model import Byline

_DEEDS = r"投稿|來稿|代覆|代答|戲作|述|譯|撰|輯"
_SIGNED = re.compile(
    rf"[（(]([\u4e00-\u9fff]{{1,4}}(?:先生|女士)|[\u4e00-\u9fff]{{1,4}}?)({_DEEDS})?[）)]"
)
# 丹翁）: a bracket that the page has lost.
_HALF_SIGNED = re.compile(rf"([\u4e00-\u9fff]{{2,3}})({_DEEDS})?[）)]")
# （江月自漢口寄）, on one line or two.
_SENT = re.compile(
    r"[（(「]([\u4e00-\u9fff]{1,4})自[）)（(]{0,2}([\u4e00-\u9fff]{2,6}[寄郵电電]?)[）)」]"
)
# ） / 馬二 / 先生 / （: brackets of vertical print, each on a line of its own, upside down.
_TURNED = re.compile(r"[）)]{1,2}([\u4e00-\u9fff]{2,6})[（(]{1,2}")
BRACKETS_ALONE = re.compile(r"[（()）]{1,2}")
"""A line of brackets and nothing else."""
_NO_NAME = re.compile(
    r"新[华華]社?|中[新央]社?|.*[未待續续略覆答]|[上中下续完一二三四五六七八九十百零〇]+|.{0,2}(?:诗|詩|评|評|图|圖|文|记|記|页|版|摄|攝|片|稿|选|選|外|首|则|組|组|章|期|回|月|日|年|略|词|歌)"
)


def find_pen_name(text: str) -> Byline | None:
    """Read a pen name in brackets and nothing else.

    Wrong for a word of one to four characters in brackets that is no name; the commonest that
    number, date or break off a text are known.

    Source: tabloids of the 1920s and 30s.

    >>> find_pen_name("（寒雲代覆）").names, find_pen_name("（待续）")
    (('寒雲',), None)
    >>> find_pen_name("（江月自漢口寄）").role
    '自漢口寄'
    """
    if sent := _SENT.fullmatch(text):
        return Byline(role="自" + sent[2], names=(sent[1],))
    text = _TURNED.sub(r"（\1）", text)
    match = _SIGNED.fullmatch(text) or _HALF_SIGNED.fullmatch(text)
    if not match or _NO_NAME.fullmatch(match[1]):
        return None
    return Byline(role=match[2] or "", names=(match[1],))


def is_broken_name(upper: str, lower: str) -> bool:
    """Whether a narrow column broke one pen name in two lines.

    >>> is_broken_name("（馬二", "先生）"), is_broken_name("（江月自）", "（漢口寄）")
    (True, True)
    >>> is_broken_name("（丹翁）", "（一）")
    False
    """
    if _SENT.fullmatch(upper + lower):
        return True
    return not re.search(r"[）)]", upper) and find_pen_name(upper + lower) is not None
