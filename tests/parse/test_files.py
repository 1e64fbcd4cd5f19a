import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import InputError
from build_tools.parse.files import load_source_text, parse_source_text

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


def test_line_separator_within_a_line_ends_no_line() -> None:
    assert len(_lines("上\N{LINE SEPARATOR}下\x85左\x0c右".encode())) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "t.txt: is empty"),
        (b" \n\t\r\n", "t.txt: is empty"),
        ("　\n".encode(), "t.txt: is empty"),
        (b"\xef\xbb\xbf", "t.txt: is empty"),
        ("好\n".encode() + "桥修好了".encode("gb18030"), "t.txt:2: is not UTF-8 text (byte 5)"),
        (b"\xff\xfea", "t.txt:1: is not UTF-16 text"),
        ("桥".encode("utf-16-le") + b"\0\0", "t.txt:1: "),
        (b"\x89PNG\r\n\x1a\n", "t.txt:1: is not UTF-8"),
        (b"a\nb\0c", "t.txt:2: holds the control character U+0000"),
        (b"\x7f", "t.txt:1: holds the control character U+007F"),
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
    assert not any("\n" in line or "\r" in line for line in lines)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file"):
        load_source_text(tmp_path / "nowhere.txt")


def test_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        load_source_text(tmp_path)


def test_pipe_is_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="is not a regular file"):
        load_source_text(tmp_path / "pipe")


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_001)  # Takes no room on the disk.
    with pytest.raises(InputError, match="is larger than 100 MB"):
        load_source_text(huge)


def test_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_source_text(tmp_path / ("x" * 300))


def test_messages_use_the_name_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "issue.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"^sample/issue\.txt: is empty"):
        load_source_text(tmp_path / "issue.txt", name="sample/issue.txt")
