"""Bylines (署名) on lines of their own: roles and names apart."""

import re
from collections.abc import Iterable

from build_tools.model import Byline
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.pen_names import find_pen_name
from build_tools.parse.lines.person_names import (
    MAX_NAME_CHARS,
    find_names,
    is_name,
    join_spaced,
    split_names,
)
from build_tools.parse.lines.web_furniture import part_signed_record

# \w rather than a range of hanzi: these stand in seven expressions, and a range of twenty
# thousand characters costs half a millisecond each time it is compiled.
_PRESS = (
    r"(?:《[^《》]{2,12}》|本报|本報|本刊|本社|本网|本網|本台|新华社|新華社|中新社|中央社|"
    r"[A-Z]{2,5}(?=全媒体|融媒体|[记記]者)|"
    r"\w{0,5}(?:日报|日報|晚报|晚報|时报|時報|晨报|快报|都市报|商报|早报|通讯社|融媒体中心|融媒))"
)
# A paper's short name or the reporter's beat: 体育记者.
_BEAT = (
    r"(?:^\w{2,6}(?=(?:见习)?[记記]者)"
    r"|(?<=、)\w{1,5}[网報报社台](?=[记記]者))"
)
_RANK = r"(?:见习|見習|实习|實習|特约|特約|首席|全媒体|融媒体|资深|高级|外派|特派|专职|摄影|攝影)"
_JOB = (
    r"(?:记\s{0,2}者|記\s{0,2}者|通\s{0,2}讯\s{0,2}员|通\s{0,2}訊\s{0,2}員|评论员|評論員|特派员|特派員|实习生|實習生|"
    r"(?:[省市县区州旗]委)?(?:报道组|通讯组)|报道员|观察员|撰稿人?|作者|编译|編譯|翻译|整理|撰文|采写|口述|摄影|攝影|供图|绘画|绘图|插图|漫画|书法|作图|"
    r"(?<!\w)文[/／][图摄]|(?<!\w)图[/／]文|(?<!\w)[文图圖](?=\s*[/／：:｜|]))"
)
ROLE = re.compile(rf"(?:{_PRESS}\s{{0,2}}|{_BEAT})?(?:驻\w{{1,4}}?)?{_RANK}{{0,2}}{_JOB}")
"""What a person does for the paper: 本报记者, 驻沪特约通讯员, 摄影."""

# Behind the names: 陶敏之整理, 记者陈昭报道.
_DONE = re.compile(
    r"(?:摄影报道|攝影報導|综合报道|綜合報導|联合报道|聯合報導|报道|報導|報道|整理|文/摄|文／摄|文/图|文／图|图/文|图／文|图文|文图|"
    r"文并摄|文并图|参与采写|参与报道|采写|编译|撰文|执笔|執筆|采访|采访整理|著|譯|译|供稿|辑录|口述)[：:]?$"
)
_NAMELESS = re.compile(
    r"(?:本报|本報|本刊|新华社|人民日报|[\u4e00-\u9fff]{2,4}日报)(?:特约)?(?:评论员|評論員|编辑部|編輯部|评论部)(?:文章)?"
)
# 记者 江月/摄 实习生 陶敏/文: what each did.
_DONE_BY_EACH = re.compile(r"(?<=[\u4e00-\u9fff])(?<![文图圖])[/／](文|图|圖|摄|攝)(?=[\s　]|$)")
# 記者江月／台北報導: where the desk is, not who.
_BUREAU = re.compile(r"[／/\u2215]\s?([^／/\s]{1,8}(?:報導|报道|報道))$")
_LOST_MARK = re.compile(r"[NnＮl](?=[\u4e00-\u9fff])")
_BRACKETED = re.compile(r"[（(〔【［\[]([^（(〔【［\[）)〕】］\]]*)[）)〕】］\]]")
_SENTENCE_END = re.compile(r"[。！？；，!?]")
_SEPARATORS = re.compile(rf"[\s{MARKS}/／｜|：:、,;&＆（）()〔〕【】［］\[\]N·-]")
_ABOUT_WRITER = re.compile(r"作者\s?(?:单位|简介|为|系|是)")
# What a trade or an address ends in.
_TRADES = "工员師师生民长者家农路村镇县市区街厂校院局社队部班学司外内户商客友匠贩店场馆乡站园港矿"
_SIGNER = re.compile(
    rf"(\S{{1,9}}[{_TRADES}])[\s　]+([\u4e00-\u9fff\s　、]{{2,24}})(?:等.{{1,6}}人)?"
)
_PLACED = re.compile(
    r"[（(]?([\u4e00-\u9fff]{2,6})[\s　]+([\u4e00-\u9fff][\s　]?[\u4e00-\u9fff]{1,2})[）)]"
)
_WROTE = re.compile(r"([\u4e00-\u9fff][\s　]+[\u4e00-\u9fff]|[\u4e00-\u9fff]{3})[\s　]?文")
# 记者手记 is a section, not Mr 手记.
_NO_NAMES = frozenset(
    "手记 札记 观察 调查 来信 见闻 之家 手札 走笔 日记 连线 节 证 站 部 团 组 们 说 报道 "
    "走访 探访 暗访 体验 追踪".split()
)
# 记者走访: a role and one word, with nothing between.
_GLUED = re.compile(rf"{ROLE.pattern}[\u4e00-\u9fff]{{2,3}}")
_SPACED_PAIR = re.compile(r"[\u4e00-\u9fff][\s　]+[\u4e00-\u9fff]")

MAX_LETTER_WRITERS = 4
"""Most people who sign one letter to the editor by name."""
MAX_BYLINE_CHARS = 60
"""Longest byline or credit, in characters; raise it for papers that list whole teams."""


def is_byline(line: str) -> bool:
    """Whether *line* stands for its writers and nothing else.

    Wrong for a section named after a role (□记者手记); such a section names no person.

    Source: newspaper habit: □本报记者 李晗 - ◎李晗 - 通讯员 贾美军 - N本报记者 江月 (a lost mark) -
    江明月　陶敏之整理 - 【本报记者 江月】 - 本报评论员.

    >>> is_byline("□本报记者 李晗"), is_byline("■聚焦"), is_byline("记者从公安局获悉，案件已破。")
    (True, False, False)
    """
    if part_signed_record(line):
        return True
    if len(line) > MAX_BYLINE_CHARS or _SENTENCE_END.search(line) or line[-1] in "：:":
        return False
    text = strip_marks(line)
    if _ABOUT_WRITER.match(text):
        return False
    if _NAMELESS.fullmatch(text):
        return True
    done = _DONE.search(text)
    if ROLE.match(text) or (done and find_names(text[: done.start()])):
        bylines = parse_bylines(line)
        names = [name for byline in bylines for name in byline.names]
        is_glued = _GLUED.fullmatch(text) and not find_names(names[0]) if names else False
        return (
            bool(names)
            and not is_glued
            and names[0] not in _NO_NAMES
            and _is_used_up(line, bylines)
        )
    return line[0] in MARKS and is_names(text, has_mark=line[0] == "◎")


def is_names(text: str, *, has_mark: bool = False) -> bool:
    """Whether *text* is one name or several, with or without brackets, and nothing else.

    Args:
        text: a short line, marks taken off.
        has_mark: a writer's mark stands before it, so that a pen name is enough.
    """
    inner = _unbracket(text).strip()
    if has_mark and len(join_spaced(inner)) <= MAX_NAME_CHARS:
        return re.fullmatch(r"[\u4e00-\u9fff]{2,4}", join_spaced(inner)) is not None
    return bool(inner) and len(inner) <= MAX_BYLINE_CHARS and find_names(inner) is not None


def find_signer(text: str) -> Byline | None:
    """Read a name behind the writer's trade or street: 车工　贺满仓, 江滨路　仲玉成."""
    match = _SIGNER.fullmatch(text) or _PLACED.fullmatch(text)
    if not match or (match.re is _PLACED and is_name(match[1])):
        return None
    names = find_names(match[2])
    return Byline(role=match[1], names=names) if names else None


def find_writer(text: str) -> Byline | None:
    """Read who wrote the lines above: 江　月文, 江明月文.

    Not: a name that ends in 文 (江月文), which no surname of two characters explains otherwise.

    >>> find_writer("江明月文").names, find_writer("江月文") is None
    (('江明月',), True)
    """
    match = _WROTE.fullmatch(text)
    names = find_names(match[1]) if match else None
    return Byline(role="文", names=names) if names and len(names) == 1 else None


def find_placed_writers(text: str) -> Byline | None:
    """Read who wrote in and from where, in brackets behind a letter: （湘源永丰县　欧阳清）.

    Not: a name and what he did (（江月 摄）); several names and no place.

    >>> find_placed_writers("（鄂北襄河市统计局　黎卫东）").names
    ('黎卫东',)
    >>> find_placed_writers("（江月　陶敏）") is None
    True
    """
    inner = _unbracket(text)
    if inner == text:
        return None
    place, *rest = join_spaced(inner).split() or [""]
    is_place = re.fullmatch(r"[\u4e00-\u9fff○〇·]{3,20}", place) and not is_name(place)
    if not is_place or not rest or len(rest) > MAX_LETTER_WRITERS or not all(map(is_name, rest)):
        return None
    return Byline(role=place, names=tuple(rest))


def is_spaced_name(text: str) -> bool:
    """Whether *text* is two characters with a space between, as names of two are set (付　文)."""
    return _SPACED_PAIR.fullmatch(text) is not None


def strip_marks(line: str) -> str:
    """Take off the marks before a byline, a lost one too, and brackets around it."""
    text = _LOST_MARK.sub("", line.lstrip(MARKS).strip(), count=1)
    return _unbracket(text).strip()


def _unbracket(text: str) -> str:
    match = _BRACKETED.fullmatch(text)
    return match[1] if match else text


def _is_used_up(line: str, bylines: Iterable[Byline]) -> bool:
    """Whether roles and names are all that stands on *line*."""
    held = "".join(byline.role + "".join(byline.names) for byline in bylines)
    return len(_SEPARATORS.sub("", held)) == len(_SEPARATORS.sub("", line))


def parse_bylines(line: str) -> tuple[Byline, ...]:
    """Read the roles and names of a byline or credit line.

    >>> parse_bylines("□本报记者 白丹 通讯员 张拓亚")[1].names
    ('张拓亚',)
    >>> parse_bylines("江明月　陶敏之整理")
    (Byline(role='整理', names=('江明月', '陶敏之'), is_inline=False),)
    """
    if record := part_signed_record(line):
        lead, names, rest = record
        signed = Byline(role=lead.rstrip("：: "), names=names)
        return (signed, Byline(role=rest, names=())) if rest else (signed,)
    text = strip_marks(line)
    if _NAMELESS.fullmatch(text):
        return (Byline(role=text, names=()),)
    if pen_name := find_pen_name(line):
        return (pen_name,)
    signer = find_signer(text) or find_signer(line) or find_placed_writers(line)
    if signer := signer or find_writer(text):
        return (signer,)
    done_by_each = _DONE_BY_EACH.findall(text)
    text = _DONE_BY_EACH.sub(" ", text)
    bureau = _BUREAU.search(text)
    if bureau:
        text = text[: bureau.start()]
    done = _DONE.search(text)
    if done and not ROLE.fullmatch(text):
        text = text[: done.start()]
    roles = list(ROLE.finditer(text))
    ending = done[0].rstrip("：:") if done else (bureau[1] if bureau else "")
    if not roles:
        return (Byline(role=ending, names=split_names(text)),)
    starts = [_role_start(text, role) for role in roles]
    bylines = [
        Byline(role=text[start : role.end()], names=split_names(text[role.end() : end]))
        for role, start, end in zip(roles, starts, [*starts[1:], len(text)], strict=True)
    ]
    if before := split_names(text[: starts[0]]):
        bylines.insert(0, Byline(role="", names=before))
    if ending:
        bylines.append(Byline(role=ending, names=()))
    bylines += (Byline(role=deed, names=()) for deed in done_by_each)
    return tuple(bylines)


def _role_start(text: str, role: re.Match[str]) -> int:
    """Give where *role* begins, with what joins it to the names before: 和新华社记者."""
    return role.start() - (text[role.start() - 1 : role.start()] in {"和", "与"})
