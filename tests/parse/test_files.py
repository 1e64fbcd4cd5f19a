import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import InputError
from build_tools.parse.source.documents import load_document
from build_tools.parse.source.files import parse_source_text

TEXT = "桥修好了\n\n老桥昨天通车。\n"


def _lines(content: bytes) -> tuple[str, ...]:
    return parse_source_text(content, name="issue.txt").lines


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids="utf-8 utf-8-with-mark utf-16 utf-16-big-endian crlf cr".split(),
)
def test_encodings_and_line_ends_give_the_same_lines(content: bytes) -> None:
    assert _lines(content) == ("桥修好了", "", "老桥昨天通车。", "")


def test_text_is_composed() -> None:
    assert _lines("Cafe\N{COMBINING ACUTE ACCENT}开门".encode()) == ("Café开门",)


@pytest.mark.parametrize(
    "line_end",
    ["\f", "\v", "\x85", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"],
    ids="pdf-page word-break next-line line-separator paragraph-separator".split(),
)
def test_line_ends_of_pdfs_and_word_processors_end_a_line(line_end: str) -> None:
    assert _lines(f"桥修好了{line_end}老桥昨天通车。".encode()) == ("桥修好了", "老桥昨天通车。")


def test_page_of_a_pdf_begins_after_a_blank_line() -> None:
    assert _lines("上\n\f下\n".encode()) == ("上", "", "下", "")


def test_spaces_stay_within_a_line() -> None:
    line = "　　付\N{NO-BREAK SPACE}文\t摄\N{EN QUAD}"
    assert _lines(line.encode()) == (unicodedata.normalize("NFC", line),)


def test_characters_that_cannot_be_seen_are_kept() -> None:
    line = "桥\u202e修\u200b好\ufeff了\xad\ue000\ufffd"
    assert _lines(line.encode()) == (line,)


def test_mark_of_a_file_that_was_joined_on_is_kept() -> None:
    assert _lines("桥\n".encode("utf-8-sig") * 2) == ("桥", "\ufeff桥", "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "t.txt: is empty"),
        (b" \n\t\r\n", "t.txt: is empty"),
        ("　\n".encode(), "t.txt: is empty"),
        (b"\xef\xbb\xbf", "t.txt: is empty"),
        ("村口的老桥通车了\n".encode() + b"\xff\n", "t.txt:2: is damaged: byte 26"),
        (b"\xff\xfea", "t.txt:1: is not UTF-16 text"),
        ("桥".encode("utf-16-le") + b"\0\0", "t.txt:1: "),
        (b"\x89PNG\r\n\x1a\n", "t.txt:1: is not UTF-8"),
        (b"a\nb\0c", "t.txt:2: holds the control character U+0000"),
        (b"\x7f", "t.txt:1: holds the control character U+007F"),
        ("桥\r修\f好\x9d".encode(), "t.txt:3: holds the control character U+009D"),
        ("老桥昨天通车，路灯亮了\x1a".encode("gb18030"), "t.txt:1: holds the control character"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(content: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_source_text(content, name="t.txt")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        lines = _lines(content)
    except InputError:
        return
    assert any(line.strip() for line in lines)
    assert not any(set(line) & set("\n\r\f\v\x85\u2028\u2029") for line in lines)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_nothing_but_line_ends_is_lost(text: str) -> None:
    try:
        lines = _lines(text.encode())
    except InputError:
        return
    composed = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    visible = [char for char in composed if not char.isspace()]
    assert [char for line in lines for char in line if not char.isspace()] == visible


def test_one_line_of_ten_megabytes_is_read() -> None:
    (line,) = _lines("村口的老桥昨天通车了。".encode("gb18030") * 450_000)
    assert len(line) == 11 * 450_000


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file"):
        load_document(tmp_path / "nowhere.txt")


def test_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        load_document(tmp_path)


def test_pipe_is_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="is not a regular file"):
        load_document(tmp_path / "pipe")


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_001)  # Takes no room on the disk.
    with pytest.raises(InputError, match="is larger than 100 MB"):
        load_document(huge)


def test_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_document(tmp_path / ("x" * 300))


def test_messages_use_the_name_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "issue.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"^sample/issue\.txt: is empty"):
        load_document(tmp_path / "issue.txt", name="sample/issue.txt")
