"""PDFs, Word documents and web pages as text, and files that are not what they are called."""

import contextlib
import io
import random
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.errors import InputError
from build_tools.parse.source.documents import load_document
from build_tools.parse.source.encodings import Encoding
from build_tools.parse.source.pdf_pages import MAX_PAGES, read_pdf
from build_tools.parse.source.web_page import find_page_encoding, read_web_page
from build_tools.parse.source.word_document import MAX_UNPACKED_BYTES, read_word_document
from tests.parse.printed_pdf import PrintedText, column, make_pdf

BRIDGE = "村口的老桥昨天通车了，三百多名村民来到桥头，看第一辆车开过河去，孩子们跟着车跑。"
LIGHTS = "东街的路灯修好了，晚上出门的人多起来，小店也开到十点才关门，大家都说好。"
BOOKS = "三千册新书到馆，读者一早排起长队，馆长说，今后每个月都有新书上架。"


def _load(folder: Path, name: str, content: bytes, encoding: Encoding | None = None) -> str:
    path = folder / name
    path.write_bytes(content)
    return "\n".join(load_document(path, name=name, encoding=encoding).lines)


def _refusal(folder: Path, name: str, content: bytes, encoding: Encoding | None = None) -> str:
    with pytest.raises(InputError) as caught:
        _load(folder, name, content, encoding)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert message.endswith(".")
    assert "\n" not in message
    return message


# --- PDF


def _page(columns: int, order: str) -> tuple[list[PrintedText], list[str]]:
    """Set a page of several columns under a headline, its lines in the file in any order."""
    stories = ([BRIDGE, LIGHTS], [LIGHTS, BOOKS], [BOOKS, BRIDGE])[:columns]
    printed = [(60.0, 780.0, 24.0, "桥修好了 灯也亮了")]
    for place, story in enumerate(stories):
        printed += column(60 + place * 165, 740, 10, 15, story)
    if order == "by-row":
        printed.sort(key=lambda text: (-text[1], text[0]))
    elif order == "at-random":
        random.Random(1).shuffle(printed)  # noqa: S311 - no secret
    return printed, ["桥修好了 灯也亮了", *(text for story in stories for text in story)]


@pytest.mark.parametrize("order", ["by-column", "by-row", "at-random"])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_of_a_pdf_are_read_one_after_the_other(columns: int, order: str) -> None:
    page, paragraphs = _page(columns, order)
    assert read_pdf(make_pdf([page]), "t.pdf") == tuple((text,) for text in paragraphs)


def test_pages_of_a_pdf_follow_each_other(tmp_path: Path) -> None:
    pages = [column(60, 700, 10, 20, [text]) for text in (BRIDGE, LIGHTS, BOOKS)]
    assert _load(tmp_path, "p.pdf", make_pdf(pages)) == f"{BRIDGE}\n\n{LIGHTS}\n\n{BOOKS}"


def test_page_of_two_stories_keeps_each_together() -> None:
    page = [(40.0, 820.0, 9.0, "第3版"), (480.0, 820.0, 9.0, "2026年3月20日")]
    page += [(40, 770, 26, "桥修好了大家高兴"), (40, 745, 12, "□本报记者 江月")]
    page += column(40, 720, 10, 12, [BRIDGE]) + column(175, 720, 10, 12, [BOOKS])
    page += [(330, 770, 18, "路灯亮了"), *column(330, 740, 10, 20, [LIGHTS])]
    assert [text for (text,) in read_pdf(make_pdf([page]), "t.pdf")] == [
        *("第3版", "2026年3月20日", "桥修好了大家高兴", "□本报记者 江月"),
        *(BRIDGE, BOOKS, "路灯亮了", LIGHTS),
    ]


def _printed(*lines: tuple[float, str]) -> list[str]:
    """Print lines at 10 points under each other, each at its own left edge."""
    page = [(left, 700 - 15.0 * place, 10.0, text) for place, (left, text) in enumerate(lines)]
    return [text for (text,) in read_pdf(make_pdf([page]), "t.pdf")]


def test_paragraph_that_is_indented_without_spaces_begins_a_line() -> None:
    assert _printed(
        (70, "老桥昨天通车，路也修"), (50, "好了，村民来到桥头看"), (70, "东街的路灯也修好了。")
    ) == [
        "老桥昨天通车，路也修好了，村民来到桥头看",
        "东街的路灯也修好了。",
    ]


def test_line_that_ends_early_ends_its_paragraph() -> None:
    assert _printed(
        (50, "老桥昨天通车，村民来到"), (50, "桥头。"), (50, "东街的路灯也修好了。")
    ) == [
        "老桥昨天通车，村民来到桥头。",
        "东街的路灯也修好了。",
    ]


def test_lines_of_verse_stay_apart() -> None:
    verse = ["白日照山村，", "清溪过石门。", "老桥人不见，", "新路到天根。"]
    assert _printed(*((50, line) for line in verse)) == verse


def test_lines_of_a_list_stay_apart() -> None:
    names = ["陶敏 东村小学", "江月 西村小学", "何川 南村小学"]
    assert _printed(*((50, line) for line in names)) == names


def test_words_of_latin_letters_keep_their_space_at_a_line_end() -> None:
    assert _printed((50, "the old bridge opened"), (50, "on Monday")) == [
        "the old bridge opened on Monday"
    ]


def test_radicals_that_stand_for_hanzi_are_hanzi() -> None:
    # 一人 by the code points of their radicals, as fonts of PDFs name them.
    assert _printed((50, "\N{KANGXI RADICAL ONE}个\N{KANGXI RADICAL MAN}")) == ["一个人"]


def test_hanzi_of_the_supplementary_planes_are_whole() -> None:
    assert _printed((50, "村民李\U00020087修路")) == ["村民李\U00020087修路"]


def test_pdf_of_pictures_is_told_from_one_with_text(tmp_path: Path) -> None:
    message = _refusal(tmp_path, "scan.pdf", make_pdf([[], []]))
    assert "has no text layer, so its pages are pictures. Let a text recognition" in message


def test_locked_pdf_is_told_from_a_broken_one(tmp_path: Path) -> None:
    key = "00" * 32
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<00> <00>]"
    locked = make_pdf([[(50, 700, 10, BRIDGE)]], trailer=lock)
    assert "is locked with a password" in _refusal(tmp_path, "p.pdf", locked)
    assert "is a broken PDF file" in _refusal(tmp_path, "p.pdf", b"%PDF-1.7\nbroken")


def test_pdf_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    message = _refusal(tmp_path, "p.pdf", make_pdf([[]] * (MAX_PAGES + 1)))
    assert f"has {MAX_PAGES + 1} pages, more than {MAX_PAGES}" in message


# --- Word


def _save(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_word_document_gives_headings_paragraphs_and_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("老桥修好了", level=1)
    document.add_paragraph("□本报记者 江月")
    document.add_paragraph("老桥昨天通车。").add_run("孩子们在桥上跑。", style="Strong")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("姓名", "村", "陶敏", "东村")):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("")
    document.add_paragraph("路灯也亮了。\n大家都说好。")
    assert _load(tmp_path, "p.docx", _save(document)).split("\n") == [
        *("老桥修好了", "", "□本报记者 江月", "", "老桥昨天通车。孩子们在桥上跑。", ""),
        *("姓名\t村", "陶敏\t东村", "", "路灯也亮了。", "大家都说好。"),
    ]


def test_head_and_foot_of_word_pages_are_text_once() -> None:
    document = docx.Document()
    document.add_paragraph(BRIDGE)
    for _ in range(2):
        section = document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "云溪报"
    document.sections[0].footer.paragraphs[0].text = "第3版"
    blocks = read_word_document(_save(document), "t.docx")
    assert blocks == (("云溪报",), (BRIDGE,), ("第3版",))


NAMESPACES = """\
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
"""


def _word(body: str) -> bytes:
    """Give a document with this body, as programs other than python-docx write it."""
    empty = io.BytesIO(_save(docx.Document()))
    file = io.BytesIO()
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/document.xml":
                content = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
            target.writestr(part, content)
    return file.getvalue()


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def _cells(*contents: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{content}</w:tc>' for content in contents)}</w:tr>"


A, B, C = (_paragraph(_run(letter)) for letter in "ABC")


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(
            _paragraph(
                f"{_run('桥')}<w:ins>{_run('修')}</w:ins><w:del><w:r><w:delText>拆</w:delText>"
                f"</w:r></w:del>{_run('好')}"
            ),
            [["桥修好"]],
            id="tracked-changes",
        ),
        pytest.param(
            _paragraph(f"<w:moveFrom>{_run('A')}</w:moveFrom>")
            + _paragraph(f"<w:moveTo>{_run('A')}</w:moveTo>"),
            [["A"]],
            id="moved",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{A}</w:sdtContent></w:sdt>"
            + _paragraph(f"<w:sdt><w:sdtContent>{_run('B')}</w:sdtContent></w:sdt>"),
            [["A"], ["B"]],
            id="content-controls",
        ),
        pytest.param(
            _paragraph(
                f"{_run('A')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{B}"
                f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{B}</w:txbxContent>"
                f"</mc:Fallback></mc:AlternateContent></w:r>{_run('C')}"
            ),
            [["AC"], ["B"]],
            id="text-box-once",
        ),
        pytest.param(
            _paragraph(
                "<w:r><w:ruby><w:rt><w:r><w:t>qiáo</w:t></w:r></w:rt><w:rubyBase>"
                f"{_run('桥')}</w:rubyBase></w:ruby></w:r>"
            ),
            [["桥"]],
            id="pinyin-over-hanzi",
        ),
        pytest.param(
            _paragraph("<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t><w:cr/></w:r>"),
            [["A", "B\tC"]],
            id="breaks",
        ),
        pytest.param(
            _paragraph(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>{_run('A')}"),
            [["A"]],
            id="hidden",
        ),
        pytest.param(
            _paragraph(
                '<w:r><w:sym w:font="Wingdings" w:char="25A0"/><w:sym w:char="D800"/></w:r>'
            ),
            [["■\ufffd"]],
            id="symbols",
        ),
        pytest.param(
            _paragraph(
                '<w:r><w:pict><v:shape><v:textpath string="桥修好了"/></v:shape></w:pict></w:r>'
            ),
            [["桥修好了"]],
            id="headline-as-word-art",
        ),
        pytest.param(
            f"<w:tbl>{_cells(A + B, C)}</w:tbl>", [["A"], ["B"], ["C"]], id="table-for-layout"
        ),
        pytest.param(
            f"<w:tbl>{_cells(f'<w:tbl>{_cells(A, B)}</w:tbl>', C)}</w:tbl>",
            [["A\tB\tC"]],
            id="table-in-a-table",
        ),
        pytest.param(_paragraph("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"), [["x²"]], id="sum"),
        pytest.param(f"<!-- x --><?x y?>{A}", [["A"]], id="comments-of-the-file"),
    ],
)
def test_nothing_that_word_shows_is_lost(body: str, blocks: Sequence[Sequence[str]]) -> None:
    assert [list(block) for block in read_word_document(_word(body), "t.docx")] == blocks


def test_word_document_of_zeros_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = io.BytesIO(_save(docx.Document()))
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("word/media/bomb.bmp", "w", force_zip64=True) as part,
    ):
        for _ in range(MAX_UNPACKED_BYTES // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    assert len(file.getvalue()) < 1_000_000
    assert "unpacks to more than 200 MB" in _refusal(tmp_path, "p.docx", file.getvalue())


@pytest.mark.parametrize(
    "broken",
    [
        _save(docx.Document())[:4000],
        _word("<w:p>"),
        _word(_paragraph("&lol;")),
        _word("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
        b"PK\x03\x04word/document.xml",
    ],
    ids="cut no-xml unknown-entity nested-without-end no-zip".split(),
)
def test_broken_word_document_is_refused(tmp_path: Path, broken: bytes) -> None:
    assert "is a broken Word document" in _refusal(tmp_path, "p.docx", broken)


# --- Web pages


def test_web_page_gives_what_a_browser_shows(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>云溪报</title>
<style>p { color: red }</style><script>var x = "程序";</script></head><body>
<nav><a href="/">首页</a> | <a href="2">第2版</a></nav>
<h1>老桥<em>修好</em>了</h1><p class="author">□本报记者&nbsp;江月
<p>　　老桥昨天通车，孩子们在桥上
跑来跑去。<br>老人坐在桥头 &amp; 说话。</p><noscript>请打开脚本</noscript>
<div style="display: none">看不见</div><div hidden>看不见</div><template>看不见</template>
<!-- 看不见 --><table><tr><th>姓名<th>村<tr><td>陶敏<td><p>东村</p></table>
<ul><li>一<li>二</ul><footer>版权所有</footer></body></html>"""
    assert _load(tmp_path, "p.html", page.encode()).split("\n") == [
        *("首页 | 第2版", "", "老桥修好了", "", "□本报记者\xa0江月", ""),
        *("　　老桥昨天通车，孩子们在桥上跑来跑去。", "老人坐在桥头 & 说话。", ""),
        *("姓名\t村", "陶敏\t东村", "", "一", "二", "", "版权所有"),
    ]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>一<p>二", [["一"], ["二"]]),
        ("<div>一<div>二</div>三</div>", [["一"], ["二"], ["三"]]),
        ("<td><p>左<p>右", [["左"], ["右"]]),
        ("<table><td><p>左一<p>左二<td>右</table>", [["左一"], ["左二"], ["右"]]),
        ("<pre>床前\n  明月</pre>", [["床前", "明月"]]),
        ("<ruby>桥<rp>(<rt>qiáo<rp>)</ruby>", [["桥"]]),
        ("the old\nbridge 新\n  桥", [["the old bridge 新桥"]]),
        ("a&#x1f;b&#0;c", [["a\ufffdb\ufffdc"]]),
        ("<script><p>x</p></script >好", [["好"]]),
        ("<b>" * 3000 + "好", [["好"]]),
        ("", []),
        ("<p> \n</p>", []),
    ],
)
def test_markup_of_any_kind_gives_blocks(markup: str, blocks: list[list[str]]) -> None:
    assert [list(block) for block in read_web_page(markup)] == blocks


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"<meta charset=gb2312>", Encoding.GB18030),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Big5">', Encoding.BIG5),
        (b'<?xml version="1.0" encoding="GBK"?>', Encoding.GB18030),
        (b"<meta charset='utf-16'>", None),
        (b"<meta charset=nonsense>", None),
        (b"<p charset=gbk>", None),
    ],
)
def test_page_names_its_encoding(content: bytes, encoding: Encoding | None) -> None:
    assert find_page_encoding(content) is encoding


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_page_that_names_no_encoding_is_judged_like_text(tmp_path: Path, codec: str) -> None:
    assert _load(tmp_path, "p.htm", f"<p>{BRIDGE}".encode(codec)) == BRIDGE


def test_page_that_names_its_encoding_needs_no_length(tmp_path: Path) -> None:
    assert _load(tmp_path, "p.html", "<meta charset=gbk><p>桥好".encode("gbk")) == "桥好"


def test_page_that_names_the_wrong_encoding_is_judged(tmp_path: Path) -> None:
    page = f"<meta charset=utf-8><p>{BRIDGE}".encode("gb18030")
    assert _load(tmp_path, "p.html", page) == BRIDGE


def test_editors_word_wins_over_the_page(tmp_path: Path) -> None:
    page = "<meta charset=gbk><p>橋好".encode("big5")
    assert _load(tmp_path, "p.html", page, Encoding.BIG5) == "橋好"


# --- Name and content


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("p.txt", make_pdf([[]]), "is a PDF file, though its name does not end in .pdf. Rename"),
        ("p.doc", _word(A), "does not end in .docx. Rename it to p.docx"),
        ("p", b"\xef\xbb\xbf\n<!doctype HTML><p>x", "is a web page, though"),
        ("p.pdf", BRIDGE.encode(), "is not a PDF file, though its name ends in .pdf"),
        ("p.docx", BRIDGE.encode(), "is not a Word document, though"),
        ("p.html", BRIDGE.encode(), "is not a web page, though"),
        ("p.doc", b"\xd0\xcf\x11\xe0\xa1", "is an old Office file (.doc), or has a password. Save"),
        ("p.docx", b"\xd0\xcf\x11\xe0\xa1", "is an old Office file"),
        ("p.rtf", b"{\\rtf1", "is an RTF document. Save it as .docx"),
        ("p.odt", b"PK\x03\x04mimetype", "is a zip or another kind of Office file"),
        ("p.jpg", b"\xff\xd8\xff\xe0", "is a picture. Let a text recognition"),
        ("p.mht", b"From: <Saved by Blink>", "is a web archive"),
        ("p.html", b"<p></p>", "holds no text"),
        ("p.docx", _word(""), "holds no text"),
    ],
)
def test_file_is_what_it_is_called_or_refused(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    assert problem in _refusal(tmp_path, name, content)


def test_pdf_may_begin_with_something_else(tmp_path: Path) -> None:
    content = b"\r\n" + make_pdf([[(50, 700, 10, BRIDGE)]])
    assert _load(tmp_path, "P.PDF", content) == BRIDGE


def test_text_may_be_about_pdf(tmp_path: Path) -> None:
    assert _load(tmp_path, "p.txt", f"{BRIDGE}%PDF-1.7".encode()) == f"{BRIDGE}%PDF-1.7"


@pytest.mark.parametrize(("name", "content"), [("p.pdf", make_pdf([[]])), ("p.docx", _word(A))])
def test_document_has_no_encoding_to_choose(tmp_path: Path, name: str, content: bytes) -> None:
    message = _refusal(tmp_path, name, content, Encoding.BIG5)
    assert message.endswith("which has no encoding to choose. Leave --encoding out.")


@pytest.mark.parametrize(
    ("name", "content", "library", "message"),
    [
        ("p.pdf", make_pdf([[]]), "pypdfium2", "is a PDF file, and what reads it (pypdfium2) is"),
        ("p.docx", _word(A), "docx", "is a Word document, and what reads it (python-docx) is"),
        ("p.html", b"<p>x", "selectolax.lexbor", "is a web page, and what reads it (selectolax)"),
    ],
)
def test_library_that_is_not_installed_is_named_with_its_command(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    library: str,
    message: str,
) -> None:
    for module in ("pdf_pages", "word_document", "web_page"):
        monkeypatch.delitem(sys.modules, f"build_tools.parse.source.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    refusal = _refusal(tmp_path, name, content)
    assert message in refusal
    assert refusal.endswith(f"not installed. Run: pip install 'kanbao[{name[2:]}]'.")


# --- Any bytes

DOCUMENTS = {
    "p.pdf": make_pdf([[(50, 700, 10, BRIDGE)]]),
    "p.docx": _word(_paragraph(_run(BRIDGE))),
    "p.html": f"<!doctype html><p>{BRIDGE}".encode(),
}
quietly = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


@quietly
@given(
    name=st.sampled_from(sorted(DOCUMENTS)),
    damage=st.binary(max_size=8),
    at=st.floats(0, 1),
    lost=st.integers(0, 400),
)
def test_damaged_document_is_text_or_refused(
    tmp_path: Path, name: str, damage: bytes, at: float, lost: int
) -> None:
    content = DOCUMENTS[name]
    start = int(at * len(content))
    with contextlib.suppress(InputError):
        _load(tmp_path, name, content[:start] + damage + content[start + lost :])


@quietly
@given(name=st.sampled_from(("p.txt", *sorted(DOCUMENTS))), content=st.binary(max_size=60))
def test_any_bytes_are_a_document_or_refused(tmp_path: Path, name: str, content: bytes) -> None:
    magic = {"p.pdf": b"%PDF-1.7\n", "p.docx": b"PK\x03\x04word/", "p.html": b"<html>"}
    with contextlib.suppress(InputError):
        _load(tmp_path, name, magic.get(name, b"") + content)
