import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import InputError, IssueFolderError
from build_tools.parse.folders import (
    Masthead,
    format_masthead,
    is_issue_id,
    load_issue_folder,
    parse_issue_id,
)

TEXT = "桥修好了\n\n老桥昨天通车。\n"


def _issue(folder: Path, toml: str | bytes) -> Path:
    issue = folder / "2024-05-06"
    issue.mkdir()
    (issue / "issue.txt").write_text(TEXT, encoding="utf-8")
    (issue / "issue.toml").write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    return issue


def test_folder_gives_its_masthead_and_files(tmp_path: Path) -> None:
    issue = _issue(tmp_path, 'paper = "云溪报"\npaper_en = "Yunxi News"\ndate = 2024-05-06\n')
    (issue / "en.po").touch()
    folder = load_issue_folder(issue)
    assert folder.masthead == Masthead(
        issue_id="2024-05-06",
        paper="云溪报",
        paper_english="Yunxi News",
        date=datetime.date(2024, 5, 6),
    )
    assert folder.source.name == "2024-05-06/issue.txt"
    assert folder.translation == issue / "en.po"
    assert folder.corrections is None


def test_text_file_is_an_issue_of_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "云溪报 3.txt"
    path.write_text(TEXT, encoding="utf-8")
    folder = load_issue_folder(path)
    assert folder.masthead == Masthead(issue_id="3", paper="云溪报 3")
    assert folder.source.name == "云溪报 3.txt"


def test_folder_without_text_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder without issue\.txt\. Give an issue"):
        load_issue_folder(tmp_path)


def test_folder_without_masthead_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "issue.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(IssueFolderError, match=r"is missing\. Write one with at least paper"):
        load_issue_folder(tmp_path)


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("paper = ", "cannot be read"),
        (b"paper = '\xff'", "cannot be read"),
        ("", "paper is missing"),
        ('paper = "  "', "paper is missing"),
        ("paper = 3", "paper is not text"),
        ('paper = "报"\ncolour = "red"', "unknown key 'colour'"),
        ('paper = "报"\ndate = "2024-05-06"', "date is not a day"),
        ('paper = "报"\ndate = 2024-05-06T10:00:00', "date is not a day"),
        ('paper = "报"\ndate = 2024-02-31', "cannot be read"),
        ('paper = "报"\nrights = ["MIT"]', "rights is not text"),
        ('paper = "报"\ninvented = "yes"', "invented is not true or false"),
    ],
)
def test_bad_masthead_is_one_line_that_names_the_file(
    tmp_path: Path, toml: str | bytes, problem: str
) -> None:
    with pytest.raises(IssueFolderError) as caught:
        load_issue_folder(_issue(tmp_path, toml))
    message = str(caught.value)
    assert message.startswith(f"2024-05-06/issue.toml: {problem}")
    assert "\n" not in message


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text == text.strip()
)


@given(
    paper=texts,
    english=st.none() | texts,
    date=st.none() | st.dates(min_value=datetime.date(1000, 1, 1)),
    rights=st.none() | texts,
)
def test_written_masthead_reads_back(
    paper: str, english: str | None, date: datetime.date | None, rights: str | None
) -> None:
    masthead = Masthead(issue_id="x", paper=paper, paper_english=english, date=date, rights=rights)
    known = {"paper": paper, "paper_en": english, "date": date, "rights": rights}
    written = tomllib.loads(format_masthead(masthead))
    assert written == {key: value for key, value in known.items() if value is not None}


def test_what_is_unknown_stands_there_to_be_filled_in() -> None:
    written = format_masthead(Masthead(issue_id="x", paper="云溪报"))
    assert '# edition = "第3版"\n' in written
    assert '# date = "2026-03-20"\n' not in written, "a date is written without quotes"


@given(st.text())
def test_any_name_gives_an_id(name: str) -> None:
    assert is_issue_id(parse_issue_id(name))


@pytest.mark.parametrize("name", ["con", "AUX", "com1", "assets", "index", "", "..", "/"])
def test_names_that_systems_keep_become_another_id(name: str) -> None:
    assert parse_issue_id(name).startswith("issue-")


@pytest.mark.parametrize(
    "text", ["../x", "a/b", "", "-a", "a-", "A", "看报", "a.b", "a\n", "nul", "x" * 81, "a b"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_issue_id(text)


@pytest.mark.parametrize("text", ["a", "2024-05-06", "x" * 80, "0"])
def test_what_is_an_id(text: str) -> None:
    assert is_issue_id(text)
