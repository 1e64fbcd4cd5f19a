"""Bylines and picture credits (署名): roles and names apart."""

import re
from collections.abc import Iterable

from build_tools.model import Byline

# Marks that papers set before a byline, a section or a column; which one it is, is told
# from what follows, since one issue may use the same mark for all three.
MARKS = "■□◎●○◆◇▲△★☆▼▽"

_ROLE = re.compile(
    r"(?:(?:本报|本刊|本社|新华社)?(?:驻[\u4e00-\u9fff]{1,4}?)?(?:见习|实习|特约|首席|全媒体|融媒体)?)"
    r"(?:记者|通讯员|评论员|特派员|实习生|撰稿人?|作者|编译|整理|撰文|摄影|供图)"
)
_ROLE_LINE = re.compile(rf"[{MARKS}]?\s*(?=(?:{_ROLE.pattern}))")
_MARKED_NAMES = re.compile(rf"[{MARKS}]\s*[\u4e00-\u9fff·\s　、，]{{2,24}}$")
_CREDIT = re.compile(r"(?:摄|摄影|摄影报道|供图|图/文|图|制图|绘)\s*$")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,8})*")
_SPACED_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\s　]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_SENTENCE_END = re.compile(r"[。！？；：:，,]")

MAX_BYLINE_CHARS = 60
"""Longest byline or credit, in characters; raise it for papers that list whole teams."""
MAX_MARKED_NAME_CHARS = 4
"""Longest name after a bare mark (◎李晗): anything longer is a section."""


def is_byline(line: str) -> bool:
    """Whether *line* stands for its writers and nothing else.

    Wrong for a section named after a role (□记者手记); such a section names no person.

    Source: newspaper habit: □本报记者 李晗 - ◎李晗 - 通讯员 贾美军.

    >>> is_byline("□本报记者 李晗"), is_byline("■聚焦"), is_byline("记者从公安局获悉，案件已破。")
    (True, False, False)
    """
    if len(line) > MAX_BYLINE_CHARS or _SENTENCE_END.search(line) or is_credit(line):
        return False
    if _ROLE_LINE.match(line):
        bylines = parse_bylines(line)
        return all(byline.names for byline in bylines) and _is_used_up(line, bylines)
    is_marked = line[:1] == "◎" and bool(_MARKED_NAMES.match(line)) and _holds_short_names(line)
    return is_marked and _is_used_up(line, parse_bylines(line))


def _is_used_up(line: str, bylines: Iterable[Byline]) -> bool:
    """Whether roles and names are all that stands on *line*."""
    held = "".join(byline.role + "".join(byline.names) for byline in bylines)
    given = re.sub(rf"[{MARKS}\s　、]", "", line)
    return len(re.sub(r"\s", "", held)) == len(given)


def _holds_short_names(line: str) -> bool:
    names = re.split(r"[\s、]+", _SPACED_NAME.sub(r"\1\2", line.lstrip(MARKS).strip()))
    return all(0 < len(name) <= MAX_MARKED_NAME_CHARS for name in names)


def is_credit(line: str) -> bool:
    """Whether *line* says who took a picture.

    Source: newspaper habit: 本报记者 安冀东 摄 - 王芳 摄影报道 - 县融媒体中心供图.

    >>> is_credit("本报记者 单春梅 摄"), is_credit("他拍下了这张图")
    (True, False)
    """
    if len(line) > MAX_BYLINE_CHARS or _SENTENCE_END.search(line) or not _CREDIT.search(line):
        return False
    return bool(_ROLE_LINE.match(line)) or bool(re.search(r"[\s　]\S{1,4}$", line))


def parse_bylines(line: str) -> tuple[Byline, ...]:
    """Read the roles and names of a byline or credit line.

    A name set with an inner space (付  文) is one name.

    >>> parse_bylines("□本报记者 白丹 通讯员 张拓亚")[1]
    Byline(role='通讯员', names=('张拓亚',))
    """
    text = _CREDIT.sub("", line.lstrip(MARKS).strip()).strip()
    roles = list(_ROLE.finditer(text))
    if not roles:
        return (Byline(role="", names=_split_names(text)),)
    bylines = [
        Byline(role=role[0], names=_split_names(text[role.end() : end]))
        for role, end in zip(roles, [*(r.start() for r in roles[1:]), len(text)], strict=True)
    ]
    if before := _split_names(text[: roles[0].start()]):
        bylines.insert(0, Byline(role="", names=before))
    return tuple(bylines)


def _split_names(text: str) -> tuple[str, ...]:
    joined = _SPACED_NAME.sub(r"\1\2", text)
    return tuple(_NAME.findall(joined))
