"""Picture credits, captions and notes: lines about a story rather than of it."""

import re

from build_tools.model import Byline
from build_tools.parse.lines.bylines import MAX_BYLINE_CHARS, ROLE, is_byline, parse_bylines
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.lines.person_names import find_names, is_name

_SENTENCE_END = re.compile(r"[。！？；，!?]")
_TOOK = re.compile(
    r"(?:摄影报道|攝影報導|摄|攝|摄影|攝影|供图|供圖|文并图|制图|製圖|绘|繪|绘图|作|图|圖|提供|资料图片|资料照片|资料照|資料照)"
    r"[）)】〕]?$"
)
# 江月摄（资料图片）, 江月摄（影像榆川）: where the picture comes from.
_ARCHIVE = re.compile(
    r"[（(](?:本报|本報)?(?:资料|資料)(?:图片|照片|照|圖片)?[）)]$|(?<=[摄攝])[（(][^（()）]{2,8}[）)]$"
)
_TIP = re.compile(
    r"[\s　]{0,4}[（(]?线索提供[者人]?[\s　:：]{0,4}"
    r"[\u4e00-\u9fff][\u4e00-\u9fff\s　、]{1,15}[）)]?$"
)
_ALSO_WROTE = re.compile(r"(?:文[/／]?[摄攝图圖]|[图圖][/／]文|文并[摄图])[）)]?$")
_WROTE_WITHIN = re.compile(r"[\u4e00-\u9fff][/／]文(?:[\s　]|$)")
MAX_SOURCE_CHARS = 20
"""How far before its end a caption names where its picture was taken from."""
_TAKEN_OVER = re.compile(r"取自|翻攝|翻摄|来自|來自|截自|网络|網路")
_CREDIT_HEAD = re.compile(r"[（(]?(?:摄影|攝影|供图|图片|图|圖|制图|绘图|漫画|绘画)\s*[/／：:｜|]")
_MADE_BY = re.compile(
    r"[（(](?:制图|製圖|漫画|插图|摄影|攝影|绘图|供图|绘画)[\s　:：]{1,3}"
    r"([\u4e00-\u9fff\s　、]{2,12})[）)]"
)
_SOURCE = re.compile(r"[（(]?(?:图片来源|图片由|照片由|图表?[均]?为|圖由|圖片|资料图片|资料照片)")
_ARTWORK = re.compile(
    r".{2,20}[（(](?:[\u4e00-\u9fff]{0,2}(?:书法|篆书|隶书|楷书|行书|草书|国画|中国画|油画|水彩画?|版画|木刻|篆刻|剪纸|水墨|速写|素描|摄影|漫画|工笔画?))[）)]"
    r"[\s　]{0,4}([\u4e00-\u9fff\s　]{2,9}?)(?:[\s　]?[作书画摄绘])?"
)
_AGENCY_SENT = re.compile(
    r"[（(]?(?:新华社|新華社|中新社|本报|本報)?(?:记者)?发[（(].{2,20}摄[）)]{1,2}"
)

_CAPTION_END = re.compile(
    r"[（(][^（()）]{0,40}(?:摄|攝|圖|图|图片|照|资料照|資料照|供图|提供|攝影|摄影|翻攝|翻摄|合成|圖／[^）)]{1,20}|图／[^）)]{1,20})[）)]$"
    r"|[（(](?:圖|图)[／/][^（()）]{1,30}[）)]$"
    r"|[。！？”][\s　]*[①-⑳❶-❿]\d{1,2}[\s　]*"
    r"(?:(?:本报|通讯员|记者|特约)[\u4e00-\u9fff]{0,6})?[\u4e00-\u9fff\s　]{2,8}摄$"
)
_HAS_PICTURES = re.compile(r"[^。！？，,][（(](?:组图|多图|附图|图)[）)]$")
_CAPTION_HEAD = re.compile(r"[▲▼◀▶►◄△▽]\s?\S|(?:图|圖)(?:为|為|①|②|1)")

_TAKEN_BY = re.compile(
    rf"[。！？”）][\s　]*(?:{ROLE.pattern}[\s　]*)?"
    r"[\u4e00-\u9fff·][\u4e00-\u9fff·\s　、]{1,14}[摄攝]$"
)
_AGENCY_TAIL = re.compile(
    r"[（(](?:据|據)?(?:新华社|新華社|中新社|本报|本報|中央社)[^（()）]{0,24}(?:电|電|讯|訊)[）)]"
    r"|[（(](?:新华社|中新社|本报|[\u4e00-\u9fff、]{1,10}(?:均)?(?:为|由)?新华社)[^（()）]{0,8}发[）)]"
)
_WRITER_NOTE = re.compile(
    r"[（(](?:作者|本文|本报|本版|编译|編譯|整理|来源|原载|原載|摘自|选自|文字|据|據|《|注|注释|待续|未完|全文完|续完|(?:[上中下完续]|之[一二三四五六七八九十]|图片|图表)[）)])"
)
_TURN = re.compile(
    r"[（(▲▼►◄★]{0,2}\s?(?:紧接|緊接|上接|下转|下轉|转接|轉接)[^（()）。，]{1,12}[）)]?"
)
_TURN_NOTE = re.compile(
    r"[\uff0d—-]{1,3}\s?本文(?:上?接|下?轉|下?转)第.{1,4}[版頁页张張]\s?[\uff0d—-]{1,3}"
)
_ITEM = re.compile(r"\d{1,2}[、.．]")
_DATE_LINE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|"
    r"(?:\d{4}|[〇零○一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
_EDITORS_NOTE = re.compile(
    r"[【\[（(]?(?:编者按|编者的话|开栏的话|编前|编后|编余|编者|核心阅读|阅读提示|导读)"
    r"[】\]）)：:　 ]*"
)
_CODE_END = re.compile(r"[①-⑳❶-❿]\d{1,2}$")

_CLOSING_MARKS = {"◀": "▶", "▶": "◀", "◁": "▷", "►": "◄", "◄": "►"}

MAX_ENCLOSED_CHARS = 30
"""Longest title of a picture between its two marks."""
MIN_CAPTION_CHARS = 10
"""Shortest caption; what is shorter is a picture's title (新桥（图片）)."""
MAX_CAPTION_CHARS = 160
"""Longest caption with its photographer glued to the end; a longer one is a story's end."""
MAX_NOTE_CHARS = 80
"""Longest author's note or closing line in brackets, in characters."""


def is_credit(line: str) -> bool:
    """Whether *line* says who took a picture.

    Source: newspaper habit: 本报记者 安冀东 摄 - 王芳 摄影报道 - 县融媒体中心供图 - 摄影：江月 -
    新华社发（江月摄） - 图片由县文旅局提供.
    Not: a byline of one who wrote and photographed (文/摄).

    >>> is_credit("本报记者 单春梅 摄"), is_credit("他拍下了这张图")
    (True, False)
    """
    if len(line) > MAX_BYLINE_CHARS or _SENTENCE_END.search(line):
        return False
    text = _TIP.sub("", _ARCHIVE.sub("", line.lstrip(MARKS).strip()))
    if _ALSO_WROTE.search(text) or _WROTE_WITHIN.search(text):
        return False
    if (
        _MADE_BY.fullmatch(line)
        or _CREDIT_HEAD.match(text)
        or _SOURCE.match(text)
        or _AGENCY_SENT.match(text)
    ):
        return True
    if not _TOOK.search(text):
        return False
    taker = _TOOK.sub("", text.strip("（()） "))
    return (
        bool(ROLE.match(text.lstrip("（(")))
        or bool(re.search(r"[\s　]\S{1,4}$", text))
        or text[0] in "（("
        or text.endswith(("供图", "供圖"))
        or find_names(taker) is not None
    )


def is_enclosed_title(line: str) -> bool:
    """What a picture shows, between two marks of one kind: ◘新橋落成◘.

    Source: tabloids of the 1920s and 30s.
    Not: a section, which has a mark before it alone; marks with nothing between (■■■).
    """
    return (
        line[0] in MARKS
        and any(map(str.isalnum, line))
        and line[-1] == _CLOSING_MARKS.get(line[0], line[0])
        and 2 < len(line) <= MAX_ENCLOSED_CHARS  # noqa: PLR2004 - a mark at each end
        and not re.search(r"[。，；]", line)
    )


def is_picture_title(line: str) -> bool:
    """Whether *line* names a picture that is lost, and is a story by itself between two others."""
    return is_enclosed_title(line) or is_artwork(line)


def is_artwork(line: str) -> bool:
    """Whether *line* names a work of art and its maker; the picture itself is lost.

    Source: newspaper habit: supplements set pictures between their essays.
    Not: a headline, which names no maker.

    >>> is_artwork("春山（国画）　江明月"), is_artwork("春山（国画）")
    (True, False)
    """
    return find_artist(line) is not None


def is_of_writer(credit: str) -> bool:
    """Whether who took the picture wrote the report too: 江月摄影报道.

    >>> is_of_writer("本报记者 江月摄影报道"), is_of_writer("江月摄")
    (True, False)
    """
    return credit.rstrip("）) ").endswith(("摄影报道", "攝影報導"))


def find_artist(line: str) -> Byline | None:
    """Give the maker that the title of a work of art names; `None` where it names nobody."""
    match = _ARTWORK.fullmatch(line)
    names = find_names(match[1]) if match else None
    return Byline(role="", names=names) if names else None


def is_caption(line: str) -> bool:
    """Whether *line* is the text under a picture, told by its credit or its arrow.

    Source: newspaper habit: 灯会现场。（记者江月摄） - ▲灯会现场 - 图为灯会现场。
    Not: a story that ends in a photographer's name without brackets; a headline of the web with
    pictures under it (…(组图)).
    """
    if _ITEM.match(line):
        return False
    is_sentence = len(line) >= MIN_CAPTION_CHARS
    if _HAS_PICTURES.search(line):
        return False
    if is_sentence and (_CAPTION_HEAD.match(line) or _CAPTION_END.search(line[-60:])):
        return True
    return len(line) <= MAX_CAPTION_CHARS and bool(_TAKEN_BY.search(line[-40:]))


def is_note(line: str) -> bool:
    """Whether *line* is about the story: its author's post, its agency, where it goes on.

    Source: newspaper habit: （作者为县农技站站长） - （新华社北京10月26日电） - （下转第四版） -
    （完）.
    Not: a writer in brackets (（本报记者 江月）).

    >>> is_note("（作者为县农技站站长）"), is_note("（一）")
    (True, False)
    """
    if len(line) > MAX_NOTE_CHARS:
        return False
    is_whole = line[0] in "（(" and line[-1] in "）)"
    if is_whole and not line.startswith(("（作者", "(作者")) and is_byline(line):
        return False
    return (
        is_turn(line)
        or _TIP.fullmatch(line) is not None
        or (is_whole and bool(_AGENCY_TAIL.fullmatch(line) or _WRITER_NOTE.match(line)))
    )


def is_turn(line: str) -> bool:
    """Whether *line* sends the reader to another page, or says which one it comes from.

    >>> is_turn("（下转第四版）"), is_turn("上接第一版的文字"), is_turn("▲（上接A1版）")
    (True, False, True)
    """
    if _TURN_NOTE.fullmatch(line):
        return True
    match = _TURN.fullmatch(line)
    return bool(match) and line[-1] in "）)版页頁面"


def is_date_line(line: str) -> bool:
    """Whether *line* is a day and nothing else: under a signature, or in a page's head.

    Source: newspaper habit: the last line of a decree; the head of a page.
    Not: a day without its year, which opens reports.

    >>> is_date_line("2026年3月20日"), is_date_line("二〇二六年三月二十日"), is_date_line("3月20日")
    (True, True, False)
    """
    return _DATE_LINE.fullmatch(line) is not None


def is_editors_note(line: str) -> bool:
    """Whether *line* opens with the heading of an editor's note (编者按) or a summary."""
    return _EDITORS_NOTE.match(line) is not None


def closes_paragraph(line: str) -> bool:
    """Whether *line* ends in a page's layout code (⑧3), which stands behind a full stop.

    Source: newspaper habit: codes of the composing room left in the text of a PDF.
    """
    return _CODE_END.search(line[-4:]) is not None


def ends_in_credit(caption: str) -> bool:
    """Whether a caption's last words say who took the picture, and not only what it shows.

    >>> ends_in_credit("灯会现场。（记者江月摄）"), ends_in_credit("作者的暗房里有红灯。")
    (True, False)
    """
    return _TOOK.search(_TIP.sub("", _ARCHIVE.sub("", caption))) is not None


def parse_credit(line: str) -> tuple[Byline, ...]:
    """Give who took the picture; empty for an office or an agency.

    >>> parse_credit("新华社发（江月摄）")[0].names, parse_credit("本报记者 单春梅 摄")[0].names
    (('江月',), ('单春梅',))
    >>> parse_credit("图片由县文旅局提供")
    ()
    """
    line = _TIP.sub("", _ARCHIVE.sub("", line))
    line = re.split(r"[。！？”][\s　]*(?:[①-⑳]\d{1,2})?(?=[^。！？”]{2,24}$)", line)[-1]
    if not _TOOK.search(line) and not _CREDIT_HEAD.match(line) and not ROLE.match(line):
        return ()
    inner = re.search(r"[（(]([^（()）]*)[）)]{1,2}$", line)
    if _TAKEN_OVER.search(inner[1] if inner else line[-MAX_SOURCE_CHARS:]):
        return ()
    text = _TOOK.sub("", (inner[1] if inner else line).strip()).strip()
    bylines = parse_bylines(text.rpartition("，")[2]) if text else ()
    kept = (
        Byline(role=byline.role, names=tuple(filter(_is_photographer, byline.names)))
        for byline in bylines
    )
    return tuple(byline for byline in kept if byline.names)


def _is_photographer(name: str) -> bool:
    return is_name(name) or (
        "·" not in name and len(name) in {2, 3} and name[-1] not in "社局会部台网报"
    )
