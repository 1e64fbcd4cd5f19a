"""Bylines inside the text: in the dateline, or behind the last full stop."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.model import Byline
from build_tools.parse.lines.bylines import (
    ROLE,
    find_placed_writers,
    is_byline,
    parse_bylines,
)
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.pen_names import find_pen_name
from build_tools.parse.lines.person_names import find_names, is_name, join_spaced, part_glued

MAX_HEAD_CHARS = 90
"""How far into a paragraph its dateline and reporters reach, in characters."""
NAME_CHARS = 3
"""Length of names that are told apart in brackets with nothing between, however rare."""
MAX_TAIL_CHARS = 40
"""How far before its end the writers at the foot begin."""

_BRACKETS = re.compile(r"[（(〔【［\[]([^（(〔【［\[）)〕】］\]]{2,60})[）)〕】］\]]")
_REPORTED = re.compile(
    r"^((?:[^，。！？：:]{0,40}?)(?:报道|報導|報道|摄影报道|綜合報導))\s?(?:[：:，,]|\s|$)"
)
_BUREAU = re.compile(r"[／/\u2215][^／/]{0,12}(?:報導|报道|報道)$")
# …（記者江月攝） 記者陶敏／鹿洲報導 …: the caption stands on the line of the report.
_BEHIND_CAPTION = re.compile(
    r"(?:^|[）)]\s?)([記记]者[\u4e00-\u9fff]{2,4})[／/\u2215][^，。／/\u2215\s]{2,8}(?:報導|报道|報道)\s"
)
_WIRED = re.compile(r"([\u4e00-\u9fff]{4,7})\d{1,2}日[专專]?[电電]$")
_DATELINE_HEAD = re.compile(
    r"^[◎◘●○■□▲◆]?\s?(?:(?:本报|本報|据?新华社|中央社)[^，。（(〔【]{0,20}?[讯訊电電]"
    r"|(?:[\u4e00-\u9fff]{1,7}[网網报報社]\s{1,2})?[^，。（(〔【\s]{0,20}[讯訊电電])?[\s　]*"
)
_TOOK = re.compile(
    r"^[图圖]\s?[/／]|^(?:翻攝|翻摄|取自)|(?:摄|攝|摄影|攝影|图|圖|图片|绘|供图|提供|发|资料照|資料照)$"
)
# （记者 江月 文/图）: who wrote it took the picture too.
_ALSO_TOOK = re.compile(r"[\s　/／]{0,2}(?:文[/／]?[图圖摄攝]|[图圖][/／]文)$")
_FOOT = re.compile(
    rf"[。！？”」…）)①-⑳\d][\s　]*((?:[{MARKS}]\s?)?(?:{ROLE.pattern}[\s　]*)"
    r"[\u4e00-\u9fff·\s　、]{2,24})$"
)
# …。江月 陶敏 摄影报道, …。（江月摄影报道）: who took the picture wrote the text too.
_FOOT_OF_PICTURE = re.compile(
    rf"[。！？”][\s　]*[（(]?((?:{ROLE.pattern}[\s　]*)?"
    r"[\u4e00-\u9fff][\u4e00-\u9fff\s　、]{1,18}?)[\s　]?(?:摄影报道|攝影報導)[）)]?$"
)
_FOOT_MARKED = re.compile(rf"[。！？”」…）)][\s　]*[{MARKS}]\s?([\u4e00-\u9fff·\s　、]{{2,20}})$")
# …一帮徒弟啦！”　江笑笑: nothing before the name but a gap, or not even that.
_FOOT_BARE = re.compile(
    r"[。！？”」…](?:([\u4e00-\u9fff]{3})"
    r"|[　\s]{2,}([\u4e00-\u9fff]{2,3}(?:[　\s]{1,2}[\u4e00-\u9fff]{2,3}){0,2}))$"
)
_FOOT_BRACKETED = re.compile(r"[。！？”」…、云][\s　]*[（(]([^（(）)。]{1,36})[）)]$")
_FOOT_IN_COLUMN = re.compile(r"[（(]([^（(）)。，、]{1,30})[）)]$")
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}")
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]{1,3}")
# （作者为青江图书馆馆长，本报记者江月采访整理）: who wrote down what the author said.
_WRITTEN_DOWN = re.compile(
    rf"^[（(]作者[^（()）]{{2,60}}[，,；;]((?:由)?{ROLE.pattern}[\s　]?"
    r"[\u4e00-\u9fff\s　、]{2,12}?(?:采访)?整理)[）)]$"
    # （新华社榆川9月8日电　记者江月、陶敏）: who wired it, at the foot.
    r"|^[（(][^（()）。]{2,24}[电電讯訊][\s　]{0,4}(记者[\u4e00-\u9fff\s　、]{2,30})"
    r"(?:，[^（()）]{2,30}参与(?:采写|采访|报道))?[）)]$"
    # （江月对本文亦有贡献）
    r"|^[（(]([\u4e00-\u9fff\s　、]{2,30}?)对本(?:文|稿|报道)(?:亦|也)有(?:贡献|帮助)[）)]$"
)
# （闻人若，原载《林园月刊》第2期）
_REPRINTED = re.compile(r"，(?:原载|摘自|选自|据)《[^《》]{1,20}》.{0,12}$")
_NO_PEN_NAME = re.compile(
    r"[上中下续完一二三四五六七八九十]+|下略|中略|上略|未完|待续|待續|完|图|略|下同|笑|掌声|注|按|.*[电電讯訊摄攝图圖发文版]"
)


def find_inline_bylines(paragraphs: Sequence[str], *, in_columns: bool) -> Iterator[Byline]:
    """Give the writers that the text itself names, in its own order.

    Args:
        paragraphs: running text of one story.
        in_columns: set in printed columns, where a pen name in brackets closes a story.

    Source: newspaper habit: 本报北京10月26日电 （记者江月） - 〔記者江月／台北報導〕 -
    记者江月 通讯员陶敏报道： - …。（江月 陶敏） - …。■江月.
    Not: （记者江月摄）, who took the picture above; （综合报道）, which names nobody.
    """
    seen: set[str] = set()
    for at, text in enumerate(paragraphs):
        found = [*_at_head(text)]
        if at == len(paragraphs) - 1 or not found:
            found += _at_foot(text, is_last=at == len(paragraphs) - 1, in_columns=in_columns)
        for byline in found:
            names = tuple(name for name in byline.names if name not in seen)
            seen.update(names)
            if names:
                yield Byline(role=byline.role, names=names, is_inline=True)


def is_signed_at_foot(text: str) -> bool:
    """Whether a paragraph's last words, behind its full stop, are the writers' names.

    >>> is_signed_at_foot("河水退了。■江明月 陶敏"), is_signed_at_foot("河水退了。（江月摄）")
    (True, False)
    """
    return any(byline.names for byline in _at_foot(text, is_last=True, in_columns=False))


def find_recorders(note: str) -> tuple[Byline, ...]:
    """Give the reporters whom a remark under the story names.

    Args:
        note: a remark under the story.

    Source: newspaper habit: （作者为青江图书馆馆长，本报记者江月采访整理）, who wrote down what the
    author told; （新华社榆川9月8日电　记者江月、陶敏）, who wired it; （江月对本文亦有贡献）.
    Not: （作者为青江图书馆馆长）, whose name stands elsewhere.
    """
    written = _WRITTEN_DOWN.match(note)
    named = (
        parse_bylines((written[1] or written[2] or written[3]).removeprefix("由"))
        if written
        else ()
    )
    return tuple(replace(byline, is_inline=True) for byline in named if byline.names)


def _at_head(text: str) -> Iterator[Byline]:
    head = text[:MAX_HEAD_CHARS]
    opening = _DATELINE_HEAD.match(head)
    start = opening.end() if opening else 0
    bracket = _BRACKETS.match(head, start) or _BRACKETS.match(head)
    if bracket and (bylines := _parse_bracket(bracket[1])):
        yield from bylines
        return
    if bracket and start and bracket.start() == start and _lists_names(bracket[1]):
        yield from parse_bylines(bracket[1])
        return
    if glued := _BEHIND_CAPTION.search(text[: 2 * MAX_HEAD_CHARS]):
        yield from parse_bylines(glued[1])
        return
    rest = head[start:]
    if ROLE.match(rest) and (reported := _REPORTED.match(rest)) and is_byline(reported[1]):
        yield from parse_bylines(reported[1])
    elif opening and opening[0].strip() and (plain := _plain_names(rest)):
        yield from plain


def _lists_names(inner: str) -> bool:
    """Whether brackets behind a dateline hold names, be a surname among them however rare."""
    if find_names(inner):
        return True
    parts = join_spaced(inner).split("、")
    return any(map(is_name, parts)) and all(map(_SHORT_NAME.fullmatch, parts))


def _plain_names(rest: str) -> tuple[Byline, ...]:
    """Reporters behind a dateline without brackets: 本报龙湾八日电　记者谷雨田、沙石　今年…."""
    match = re.match(rf"(?:{ROLE.pattern})[\s　]?[\u4e00-\u9fff、]{{2,16}}(?=[\s　])", rest)
    return parse_bylines(match[0]) if match and is_byline(match[0]) else ()


def _parse_bracket(inner: str) -> tuple[Byline, ...]:
    text = _ALSO_TOOK.sub("", _BUREAU.sub("", inner.strip()))
    if _TOOK.search(text):
        return ()
    text = _without_wire(text)
    if ROLE.match(text) and is_byline(text):
        return parse_bylines(text)
    # 記者吳睿騏: with a role before it whatever follows is a name.
    return ()


def _without_wire(text: str) -> str:
    """Take off the place and the day behind a reporter: 記者江月溪台北5日電.

    The name is as long as names are; the place has two characters if both are possible.
    """
    role = ROLE.match(text)
    wire = _WIRED.search(text, role.end() if role else 0)
    if not wire:
        return text
    head, run = text[: wire.start()], wire[1]
    names = (run[:-length] for length in (2, 3, 4))
    return head + next(filter(is_name, names), run[:-2])


def _at_foot(text: str, *, is_last: bool, in_columns: bool) -> Iterator[Byline]:
    tail = text[-MAX_TAIL_CHARS:]
    if taken := _FOOT_OF_PICTURE.search(tail):
        bylines = parse_bylines(taken[1])
        yield from (byline for byline in bylines if all(map(is_name, byline.names)))
        return
    if (foot := _FOOT.search(tail)) and not _TOOK.search(foot[1]) and is_byline(foot[1]):
        yield from parse_bylines(foot[1])
        return
    bare = _FOOT_BARE.search(tail) if is_last else None
    if bare and find_names(bare[1] or bare[2]):
        yield from parse_bylines(bare[1] or bare[2])
        return
    if not is_last and not (in_columns or text[:1] in MARKS):
        return
    if (marked := _FOOT_MARKED.search(tail)) and find_names(marked[1]):
        yield from parse_bylines(marked[1])
    elif bracketed := (_FOOT_IN_COLUMN if in_columns else _FOOT_BRACKETED).search(tail):
        yield from _bracketed_writers(bracketed[1].strip(), in_columns=in_columns)


def _bracketed_writers(inner: str, *, in_columns: bool) -> tuple[Byline, ...]:
    if _TOOK.search(inner):
        return ()
    inner = _REPRINTED.sub("", inner)
    if ROLE.match(inner):
        return parse_bylines(inner) if is_byline(inner) else ()
    if find_names(inner):
        return parse_bylines(inner)
    glued = part_glued(inner)
    if glued and all(len(name) == NAME_CHARS for name in glued):
        return (Byline(role="", names=glued),)
    if placed := find_placed_writers(f"（{inner}）"):
        return (placed,)
    if in_columns and (sent := find_pen_name(f"（{inner}）")) and sent.role:
        return (sent,)
    if in_columns and _PEN_NAME.fullmatch(inner) and not _NO_PEN_NAME.fullmatch(inner):
        return (Byline(role="", names=(inner,)),)
    return ()
