"""Issues that come as other texts than UTF-8, or as no text at all, through the commands."""

import json
from pathlib import Path

import docx
import pytest

from build_tools.cli import main
from tests.parse.printed_pdf import column, make_pdf

TEXT = """\
老橋修好了

□本報記者 江月

村口的老橋昨天通車了，三百多名村民來到橋頭，看第一輛車開過河去。
"""
BODY = TEXT.split("\n")[4]
MASTHEAD = ("--paper", "云溪报", "--date", "2026-03-20")


def _headlines(*arguments: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["outline", "--json", *arguments]) == 0
    stories = json.loads(capsys.readouterr().out)["stories"]
    return [story["headline"] for story in stories]


def _message(*arguments: str, code: int, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    (message,) = err.splitlines()
    return message


def _write_document(name: str) -> Path:
    path = Path(name)
    lines = [line for line in TEXT.split("\n") if line]
    if path.suffix == ".pdf":
        page = [(60.0, 700.0, 24.0, lines[0]), (60.0, 670.0, 12.0, lines[1])]
        path.write_bytes(make_pdf([[*page, *column(60, 640, 10, 20, lines[2:])]]))
    elif path.suffix == ".docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(name)
    else:
        markup = "".join(f"<p>{line}</p>" for line in lines)
        path.write_bytes(f"<meta charset=big5>{markup}".encode("big5"))
    return path


@pytest.mark.parametrize("name", ["paper.pdf", "paper.docx", "paper.html"])
def test_document_is_outlined_and_added_as_text(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = str(_write_document(name))
    assert _headlines(path, capsys=capsys) == ["老橋修好了"]
    assert main(["add", path, *MASTHEAD]) == 0
    text = (project / "issues/2026-03-20/issue.txt").read_bytes()
    assert [line for line in text.decode().split("\n") if line] == [
        line for line in TEXT.split("\n") if line
    ]
    assert b"\r" not in text
    assert text.endswith(b"\n")
    assert _headlines("2026-03-20", capsys=capsys) == ["老橋修好了"]


@pytest.mark.parametrize("codec", ["cp950", "gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
def test_text_in_any_encoding_is_added_as_utf_8(
    project: Path, capsys: pytest.CaptureFixture[str], codec: str
) -> None:
    Path("paper.txt").write_bytes(TEXT.replace("\n", "\r\n").encode(codec))
    assert main(["add", "paper.txt", *MASTHEAD]) == 0
    assert (project / "issues/2026-03-20/issue.txt").read_bytes() == TEXT.encode()
    assert _headlines("2026-03-20", capsys=capsys) == ["老橋修好了"]


@pytest.mark.usefixtures("project")
def test_editor_names_the_encoding(capsys: pytest.CaptureFixture[str]) -> None:
    content = TEXT.encode("big5")
    Path("paper.txt").write_bytes(content)
    message = _message("outline", "paper.txt", "--encoding", "utf-8", code=3, capsys=capsys)
    assert message.startswith("kanbao: paper.txt:1: is not UTF-8 text (byte 1). Name another")
    assert _headlines("paper.txt", "--encoding", "cp950", capsys=capsys) == ["老橋修好了"]


def test_encoding_of_an_issue_folder_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "issues" / "one"
    folder.mkdir(parents=True)
    (folder / "issue.txt").write_bytes("鼢鼬鼯\n\n鼢鼯鼬。\n".encode("big5"))
    masthead = folder / "issue.toml"
    masthead.write_text('paper = "报"\n', encoding="utf-8")
    assert "cannot be told" in _message("outline", "one", code=3, capsys=capsys)
    masthead.write_text('paper = "报"\nencoding = "Big5"\n', encoding="utf-8")
    assert _headlines("one", capsys=capsys) == ["鼢鼬鼯"]
    masthead.write_text('paper = "报"\nencoding = "koi8"\n', encoding="utf-8")
    message = _message("outline", "one", code=4, capsys=capsys)
    assert "one/issue.toml: encoding 'koi8' is unknown. Known: utf-8, " in message


@pytest.mark.usefixtures("project")
def test_unknown_encoding_is_refused_with_those_known(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["outline", "paper.txt", "--encoding", "klingon"])
    assert stopped.value.code == 2
    assert "unknown: 'klingon', known: utf-8, utf-16, " in capsys.readouterr().err


def test_pdf_in_an_issue_folder_is_told_to_be_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "issues" / "one"
    folder.mkdir(parents=True)
    _write_document("paper.pdf").rename(folder / "issue.txt")
    (folder / "issue.toml").write_text('paper = "报"\n', encoding="utf-8")
    assert "one/issue.txt: is a PDF file" in _message("outline", "one", code=3, capsys=capsys)
    assert _message("outline", "paper.pdf", code=3, capsys=capsys).endswith("text file.")


def test_strict_build_stops_at_lost_characters(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "paper.txt").write_text(TEXT.replace("江月", "江\ufffd"), encoding="utf-8")
    assert main(["build", "paper.txt", "--strict"]) == 1
    err = capsys.readouterr().err
    assert "paper.txt:3: P005 a character was lost: <U+FFFD> in 本報記者 江<U+FFFD>" in err
    assert "P005 x1" in err
