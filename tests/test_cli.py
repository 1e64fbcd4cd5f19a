"""The command as an editor uses it: what it prints, writes and refuses."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

import jsonschema
import polib
import pytest

from build_tools import pipeline
from build_tools.annotate.lexicon import Lexicon
from build_tools.cli import COMMANDS, main
from build_tools.publish.notation import unescape
from build_tools.publish.tree import MARKER

ROOT = Path(__file__).parents[1]

TEXT = """\
■民生

桥修好了

□本报记者 江月

老桥昨天通车了。“走吧。”老人说。

灯亮了

□本报记者 何川

东街的路灯修好了，大家都说好。
"""
TOML = 'paper = "云溪报"\ndate = {}\n'


@dataclass(frozen=True, slots=True)
class Ran:
    """One command that has ended."""

    code: int
    out: str
    err: str

    @property
    def message(self) -> str:
        """The last line of stderr: an error is one line."""
        return self.err.splitlines()[-1]


class Kanbao(Protocol):
    """Runs a command."""

    def __call__(self, *arguments: str | Path) -> Ran: ...


@pytest.fixture
def kanbao(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Kanbao:
    """Run a command in this process, with the lexicon that is loaded already."""

    def load(dictionary: Path | None = None) -> Lexicon:
        return lexicon if dictionary is None else _load(dictionary)

    _load = pipeline.load_lexicon
    monkeypatch.setattr(pipeline, "load_lexicon", load)

    def run(*arguments: str | Path) -> Ran:
        capfd.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


def _run(arguments: Sequence[str], *, stdin: bytes = b"", cwd: Path = ROOT) -> Ran:
    """Run a command as a program of its own."""
    done = subprocess.run(  # noqa: S603 - fixed
        [sys.executable, "-m", "build_tools", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _write_issue(project: Path, issue_id: str, text: str = TEXT, date: str = "2024-05-06") -> Path:
    folder = project / "issues" / issue_id
    folder.mkdir(parents=True)
    (folder / "issue.txt").write_text(text, encoding="utf-8")
    (folder / "issue.toml").write_text(TOML.format(date), encoding="utf-8")
    return folder


def _written(project: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file under docs/ with its bytes and the time it was written."""
    return {
        path.relative_to(project).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted((project / "docs").rglob("*"))
        if path.is_file()
    }


def _home(project: Path) -> str:
    return unescape((project / "docs/index.md").read_text(encoding="utf-8"))


# --- Building


def test_build_writes_a_page_a_story_the_front_page_and_the_home_page(
    project: Path, kanbao: Kanbao
) -> None:
    _write_issue(project, "one")
    ran = kanbao("build", "one")
    assert (ran.code, ran.out) == (0, "")
    assert "2 stories" in ran.err
    pages = [path.name for path in sorted((project / "docs/issues/one").iterdir())]
    assert pages[:2] == [MARKER, "index.md"]
    assert [name[0] for name in pages[2:]] == ["s", "s"]
    assert "桥(qiáo)" in (project / "docs/index.md").read_text(encoding="utf-8")


def test_building_again_touches_no_file(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    kanbao("build")
    before = _written(project)
    assert kanbao("build").code == 0
    assert _written(project) == before


def test_several_issues_are_built_at_once_newest_on_top(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "old", date="2024-05-06")
    _write_issue(project, "new", date="2024-06-07")
    assert kanbao("build").code == 0
    home = _home(project)
    assert home.index("issues/new/index.html") < home.index("issues/old/index.html")


def test_issue_that_is_not_built_this_time_stays_on_the_home_page(
    project: Path, kanbao: Kanbao
) -> None:
    _write_issue(project, "old", date="2024-05-06")
    kanbao("build", "old")
    _write_issue(project, "new", date="2024-06-07")
    assert kanbao("build", "new").code == 0
    home = _home(project)
    assert "issues/old/index.html" in home


def test_page_of_a_story_that_is_gone_is_removed(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one")
    kanbao("build")
    before = set(_written(project))
    text = TEXT.replace("灯亮了", "水来了")
    (folder / "issue.txt").write_text(text, encoding="utf-8")
    kanbao("build")
    after = set(_written(project))
    assert len(before - after) == len(after - before) == 1


def test_issue_that_is_gone_leaves_no_page_and_no_link(project: Path, kanbao: Kanbao) -> None:
    gone = _write_issue(project, "gone", date="2024-06-07")
    _write_issue(project, "kept", date="2024-05-06")
    kanbao("build")
    shutil.rmtree(gone)
    assert kanbao("build").code == 0
    assert not (project / "docs/issues/gone").exists()
    assert "issues/gone/" not in _home(project)
    assert "issues/kept/" in _home(project)


def test_text_file_is_built_under_its_own_name(project: Path, kanbao: Kanbao) -> None:
    (project / "Yunxi 3.txt").write_text(TEXT, encoding="utf-8")
    assert kanbao("build", "Yunxi 3.txt").code == 0
    assert (project / "docs/issues/yunxi-3/index.md").is_file()


def test_strict_build_with_findings_leaves_all_pages_as_they_are(
    project: Path, kanbao: Kanbao
) -> None:
    folder = _write_issue(project, "one")
    kanbao("build")
    before = _written(project)
    (folder / "issue.txt").write_text(TEXT.replace("通车", "开通"), encoding="utf-8")
    ran = kanbao("build", "--strict")
    assert ran.code == 1
    assert ran.message.startswith("kanbao: --strict: ")
    assert _written(project) == before


def test_strict_build_without_findings_passes(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one")
    kanbao("translate", "one")
    english = polib.pofile(str(folder / "en.po"))
    for entry in english:
        entry.msgstr = "English"
    english.save(str(folder / "en.po"))
    ran = kanbao("build", "--strict")
    assert (ran.code, "0 findings" in ran.err) == (0, True), ran.err


def test_many_findings_are_cut_short_unless_all_are_asked_for(
    project: Path, kanbao: Kanbao
) -> None:
    text = "桥修好了\n\n" + "".join(f"第{number}个人说行。\n\n" for number in range(50))
    _write_issue(project, "one", text=text)
    short, long = kanbao("build"), kanbao("build", "--all-findings")
    assert "more: --all-findings lists them" in short.err
    assert short.err.count(" A002 ") < long.err.count(" A002 ") == 50


def test_what_is_to_settle_comes_before_notes_when_findings_are_cut_short(
    project: Path, kanbao: Kanbao
) -> None:
    cut = "河水退了以后，村里人都说要把老桥修好，大家一起把石头\n\n搬到河边，搬了三天三夜。\n\n"
    _write_issue(project, "one", text="桥修好了\n\n" + cut * 45)
    ran = kanbao("build")
    notes = [row for row in ran.err.split("\n") if " P002 " in row]
    assert "more: --all-findings lists them" in ran.err
    assert ran.err.index(" T001 ") < ran.err.index(notes[0])


def test_editors_newer_dictionary_is_used(project: Path, kanbao: Kanbao, tmp_path: Path) -> None:
    _write_issue(project, "one")
    dictionary = tmp_path / "cedict_ts.u8"
    dictionary.write_text("hello", encoding="utf-8")
    ran = kanbao("build", "--cedict", dictionary)
    assert (ran.code, ran.message) == (
        6,
        (
            f"kanbao: {dictionary}: holds 0 words, so it is no whole CC-CEDICT."
            " Give the cedict_ts.u8 that MDBG publishes."
        ),
    )


# --- What is refused


def _refused(ran: Ran, code: int, *parts: str) -> None:
    """An error: its exit code, nothing on stdout, one line that says what and what to do."""
    assert ran.code == code, ran.err
    assert ran.out == ""
    assert ran.message.startswith("kanbao: ")
    assert ran.message.endswith(".")
    for part in parts:
        assert part in ran.message
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["build", "outline", "annotate", "translate"])
def test_missing_issue_is_refused(project: Path, kanbao: Kanbao, command: str) -> None:
    for name in ("nowhere", "nowhere.txt", "../x", "issues/../../x", "/nowhere/x"):
        _refused(kanbao(command, name), 3, f"{name}: no such issue")
    assert list(project.iterdir()) == [project / "mkdocs.yml"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
        (b"\0\1\2", "holds the control character U+0000"),
        ("桥修好了".encode("gb18030"), "its encoding cannot be told"),
    ],
    ids="empty png binary gb18030".split(),
)
def test_text_that_cannot_be_used_is_refused(
    project: Path, kanbao: Kanbao, content: bytes, problem: str
) -> None:
    folder = _write_issue(project, "one")
    (folder / "issue.txt").write_bytes(content)
    for command in ("build", "outline"):
        _refused(kanbao(command, "one"), 3, "one/issue.txt", problem)
    assert not (project / "docs").exists()


def test_folder_without_text_is_refused(project: Path, kanbao: Kanbao) -> None:
    (project / "issues" / "one").mkdir(parents=True)
    _refused(kanbao("build"), 3, "issues/one", "is a folder without issue.txt")


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("paper =", "cannot be read"),
        ('paper = "报"\npapr_en = "x"', "unknown key 'papr_en'"),
        ('paper = "报"\ndate = "6 May"', "date is not a day"),
    ],
)
def test_bad_masthead_is_refused(project: Path, kanbao: Kanbao, toml: str, problem: str) -> None:
    (_write_issue(project, "one") / "issue.toml").write_text(toml, encoding="utf-8")
    _refused(kanbao("build"), 4, "one/issue.toml", problem)


@pytest.mark.parametrize(
    ("name", "code"), [("corrections.toml", 4), ("en.po", 7)], ids=["corrections", "english"]
)
def test_bad_side_file_is_refused(project: Path, kanbao: Kanbao, name: str, code: int) -> None:
    (_write_issue(project, "one") / name).write_text("[[[\n", encoding="utf-8")
    _refused(kanbao("build"), code, f"one/{name}")


@pytest.mark.usefixtures("project")
def test_project_without_issues_is_told_how_to_start(kanbao: Kanbao) -> None:
    _refused(kanbao("build"), 3, "issues: holds no issue", "kanbao add")


def test_two_issues_with_one_id_are_refused(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    _write_issue(project, "One")
    _refused(kanbao("build"), 4, "one: two issues have this id")
    assert not (project / "docs").exists()


def test_strangers_files_are_left_and_nothing_is_written(project: Path, kanbao: Kanbao) -> None:
    for name in ("a", "b"):
        _write_issue(project, name)
    mine = project / "docs/issues/b/notes.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    before = _written(project)
    _refused(kanbao("build"), 5, "docs/issues/b", "holds files that no build has written")
    assert _written(project) == before


def test_folder_that_is_no_project_is_refused(
    tmp_path: Path, kanbao: Kanbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _refused(kanbao("build"), 5, "no mkdocs.yml here or above")
    _refused(kanbao("--project", tmp_path, "build"), 5, "has no readable mkdocs.yml")
    _refused(kanbao("annotate", "--project", tmp_path, "x"), 5, "has no readable mkdocs.yml")


def test_outline_of_a_path_needs_no_project(
    tmp_path: Path, kanbao: Kanbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("issue.txt").write_text(TEXT, encoding="utf-8")
    assert kanbao("outline", "issue.txt").code == 0


def test_file_that_may_not_be_written_is_named(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    (project / "docs").write_text("a file where the folder should be", encoding="utf-8")
    ran = kanbao("build")
    assert ran.code == 5
    assert ran.message.startswith(f"kanbao: {project}/docs")
    assert ran.message.endswith("Make it readable and writable.")


def test_text_file_never_takes_the_place_of_an_issue_folder(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    kanbao("build")
    before = _written(project)
    (project / "one.txt").write_text(TEXT, encoding="utf-8")
    ran = kanbao("build", "one.txt")
    assert ran.code == 4
    assert "its pages would replace those of issues/one. Rename the file." in ran.message
    assert _written(project) == before


def test_copy_cannot_be_written_outside_of_its_folder(project: Path, kanbao: Kanbao) -> None:
    ran = kanbao("offline", "--name", "../../evil")
    assert ran.code == 4
    assert "is no name for a copy" in ran.message
    assert not (project.parent.parent / "evil-offline").exists()


def test_pages_that_go_are_named(project: Path, kanbao: Kanbao) -> None:
    gone = _write_issue(project, "gone", date="2024-06-07")
    _write_issue(project, "kept", date="2024-05-06")
    kanbao("build")
    shutil.rmtree(gone)
    assert "removed the pages of gone" in kanbao("build").err


def test_folder_that_is_no_built_site_is_refused(project: Path, kanbao: Kanbao) -> None:
    (project / "docs").mkdir()
    for site in (project / "nowhere", project / "docs"):
        ran = kanbao("finish", site)
        assert ran.code == 8, ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["print"],
        ["build", "--fast"],
        ["add", "x.txt", "--paper", "报"],
        ["add", "x.txt", "--paper", "报", "--date", "6 May"],
        ["add", "x.txt", "--paper", "报", "--date", "2024-02-31"],
        ["outline"],
        ["outline", "x", "--save", "--json"],
        ["outline", "x", "--explain"],
        ["outline", "x", "--explain", "nine"],
        ["finish"],
    ],
)
def test_wrong_usage_ends_with_two(kanbao: Kanbao, arguments: list[str]) -> None:
    ran = kanbao(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("usage: kanbao")
    assert ran.out == ""


# --- Starting an issue, its English, its pages


def _add(kanbao: Kanbao, *more: str) -> Ran:
    Path("paper.txt").write_text(TEXT, encoding="utf-8-sig")
    return kanbao("add", "paper.txt", "--paper", "云溪报", "--date", "2024-05-06", *more)


def test_add_translate_build_from_a_text_to_pages(project: Path, kanbao: Kanbao) -> None:
    added = _add(kanbao, "--paper-en", "Yunxi News", "--edition", "第3版", "--rights", "MIT")
    assert (added.code, added.out) == (0, f"{project}/issues/2024-05-06\n")
    text = (project / "issues/2024-05-06/issue.txt").read_text(encoding="utf-8")
    assert text == TEXT

    translated = kanbao("translate", "2024-05-06")
    assert translated.code == 0
    assert "0 of 6 have English" in translated.err

    po_file = project / "issues/2024-05-06/en.po"
    english = polib.pofile(str(po_file))
    english[1].msgstr = "The bridge is mended"
    english.save(str(po_file))
    assert "1 of 6 have English" in kanbao("translate", "2024-05-06").err

    assert kanbao("build", "2024-05-06").code == 0
    (page,) = (
        path
        for path in (project / "docs/issues/2024-05-06").glob("s*.md")
        if 'title: "桥修好了"' in path.read_text(encoding="utf-8")
    )
    assert "= The bridge is mended\n" in page.read_text(encoding="utf-8")


def test_translating_again_changes_no_byte(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    kanbao("translate", "one")
    before = (project / "issues/one/en.po").read_bytes()
    kanbao("translate", "one")
    assert (project / "issues/one/en.po").read_bytes() == before


@pytest.mark.usefixtures("project")
def test_text_file_has_no_place_for_english(kanbao: Kanbao) -> None:
    Path("paper.txt").write_text(TEXT, encoding="utf-8")
    _refused(kanbao("translate", "paper.txt"), 3, "is no issue folder", "kanbao add")


@pytest.mark.parametrize("issue_id", ["../x", "a/b", "A", "看报", ".", "con", "x" * 81, " "])
def test_id_that_is_none_is_refused(project: Path, kanbao: Kanbao, issue_id: str) -> None:
    _refused(_add(kanbao, "--id", issue_id), 4, "is no name for an issue")
    assert not (project / "issues").exists()
    assert not (project.parent / "x").exists()


def test_issue_that_is_there_is_never_overwritten(project: Path, kanbao: Kanbao) -> None:
    _add(kanbao, "--id", "one")
    before = (project / "issues/one/issue.toml").read_bytes()
    _refused(_add(kanbao, "--id", "one", "--edition", "第9版"), 4, "there is an issue of this name")
    assert (project / "issues/one/issue.toml").read_bytes() == before


@pytest.mark.parametrize("text", ["", "桥修好了", "■聚焦"])
def test_text_without_stories_starts_no_folder(project: Path, kanbao: Kanbao, text: str) -> None:
    Path("bad.txt").write_text(text, encoding="utf-8")
    ran = kanbao("add", "bad.txt", "--paper", "报", "--date", "2024-05-06")
    _refused(ran, 3, "bad.txt")
    assert not (project / "issues").exists()


@pytest.mark.parametrize("paper", ["", "  "])
def test_paper_without_a_name_starts_no_folder(project: Path, kanbao: Kanbao, paper: str) -> None:
    Path("paper.txt").write_text(TEXT, encoding="utf-8")
    ran = kanbao("add", "paper.txt", "--paper", paper, "--date", "2024-05-06")
    assert ran.code != 0
    assert not (project / "issues").exists()


@pytest.mark.parametrize("paper", ["云溪\x7f报", "云溪\udcff报", '云"溪\\报', "云溪\n报"])
def test_folder_that_was_added_can_be_built_whatever_the_paper_is_called(
    project: Path, kanbao: Kanbao, paper: str
) -> None:
    Path("paper.txt").write_text(TEXT, encoding="utf-8")
    ran = kanbao("add", "paper.txt", "--paper", paper, "--date", "2024-05-06")
    if ran.code:
        _refused(ran, ran.code)
        assert not (project / "issues").exists()
    else:
        assert kanbao("build").code == 0


# --- What is printed for programs


def test_outline_is_readable_or_json(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    printed = kanbao("outline", "one").out
    assert printed.startswith("# The split of one/issue.txt, one row a block")
    assert (
        "\nstory  # sure: opens_page\nsection     1         ■民生  # sure: is_section\n" in printed
    )
    outline = cast("dict[str, object]", json.loads(kanbao("outline", "one", "--json").out))
    assert outline.keys() == {"stories", "furniture", "unplaced"}
    first = cast("list[dict[str, object]]", outline["stories"])[0]
    assert (first["headline"], first["bylines"], first["section"]) == ("桥修好了", ["江月"], "民生")


# --- Correcting the split


def _headlines(kanbao: Kanbao) -> list[str | None]:
    outline = json.loads(kanbao("outline", "one", "--json").out)
    return [story["headline"] for story in outline["stories"]]


def test_saved_outline_changes_nothing_until_it_is_edited(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one")
    before = kanbao("outline", "one", "--json")
    printed = kanbao("outline", "one").out
    saved = kanbao("outline", "one", "--save")
    assert (saved.code, saved.out) == (0, "")
    assert saved.message == "saved issues/one/outline.txt"
    assert (folder / "outline.txt").read_text(encoding="utf-8") == printed
    assert kanbao("outline", "one", "--json") == before


def test_edited_outline_wins_in_every_command(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one")
    (folder / "outline.txt").write_text(
        "story\nsection 1\nheadline 3\nbyline 5\nbody 7\nbyline 11\nstory\nheadline 9\nbody 13\n",
        encoding="utf-8",
    )
    assert _headlines(kanbao) == ["桥修好了", "灯亮了"]
    (folder / "outline.txt").write_text(
        "story\nsection 1\nheadline 3\nbyline 5\nbody 7\nsubheading 9\nbyline 11\nbody 13\n",
        encoding="utf-8",
    )
    assert _headlines(kanbao) == ["桥修好了"]
    assert "1 story" in kanbao("build", "one").err
    annotated = json.loads(kanbao("annotate", "one", "--json").out)
    assert len(annotated["stories"]) == 1
    assert "subheading  9 " in kanbao("outline", "one").out
    assert (
        "subheading (sure):\n  outline.txt says so.\n"
        in kanbao("outline", "one", "--explain", "9").out
    )


def test_text_without_a_story_can_be_given_one(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one", text="■聚焦\n")
    _refused(kanbao("build"), 3, "one/issue.txt", "no story found")
    assert kanbao("outline", "one", "--save").code == 0
    outline = (folder / "outline.txt").read_text(encoding="utf-8")
    edited = re.sub("(?m)^section ", "body ", outline)
    (folder / "outline.txt").write_text(edited, encoding="utf-8")
    assert kanbao("build").code == 0


def test_build_says_where_the_outline_no_longer_fits(project: Path, kanbao: Kanbao) -> None:
    folder = _write_issue(project, "one")
    kanbao("outline", "one", "--save")
    (folder / "issue.txt").write_text(TEXT.replace("灯亮了", "夜里看得见路"), encoding="utf-8")
    built = kanbao("build", "one", "--all-findings")
    assert re.search(r"^one/outline\.txt:\d+: P007 .+: 灯亮了$", built.err, re.MULTILINE)
    assert re.search(r"^one/issue\.txt:9: P008 .+: 夜里看得见路$", built.err, re.MULTILINE)
    assert _headlines(kanbao) == ["桥修好了", "夜里看得见路"]


def test_outline_that_is_there_is_never_overwritten(project: Path, kanbao: Kanbao) -> None:
    outline = _write_issue(project, "one") / "outline.txt"
    for content in (b"story\nheadline 3\nbody 7\n", b"", b"\xff"):
        outline.write_bytes(content)
        _refused(kanbao("outline", "one", "--save"), 4, "one/outline.txt: is there already")
        assert outline.read_bytes() == content


def test_text_file_has_no_place_for_an_outline(project: Path, kanbao: Kanbao) -> None:
    Path("paper.txt").write_text(TEXT, encoding="utf-8")
    refused = kanbao("outline", "paper.txt", "--save")
    _refused(refused, 4, "paper.txt: is no issue folder", "kanbao add")
    assert sorted(path.name for path in project.iterdir()) == ["mkdocs.yml", "paper.txt"]


def test_outline_beside_a_text_file_is_not_its_own(project: Path, kanbao: Kanbao) -> None:
    (project / "paper.txt").write_text(TEXT, encoding="utf-8")
    before = kanbao("outline", "paper.txt").out
    (project / "outline.txt").write_text("[[[", encoding="utf-8")
    assert kanbao("outline", "paper.txt").out == before


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (b"", "", "holds no block"),
        (b"# nothing\n\n", "", "holds no block"),
        (b"story\nheadline 3\nbodie 7", ":3", "unknown kind 'bodie'"),
        ("标题 3".encode(), ":1", "is no block: '标题 3'"),
        ("story\n标题 3".encode("gb18030"), ":2", "is not UTF-8 text"),
        ("story\nbody 3".encode("utf-16"), ":1", "is not UTF-8 text"),
        (b"\0\1\2\0", ":1", "is no block"),
        (b"\x89PNG\r\n\x1a\n", ":1", "is not UTF-8 text"),
        (b"headline 0", ":1", "there is no line 0"),
        (b"headline 3\nbody 7\n\nbody 3", ":4", "line 3 of the text stands in line 1 too"),
        (b"body 7-3", ":1", "is no range of lines: 7-3"),
        (b"body 1-999999999", ":1", "is no range of lines"),
        (b"furniture 1+3+5+7+9+11+13", "", "leaves no story"),
    ],
    ids=(
        "empty comment kind row gb18030 utf16 binary png zero twice backwards huge all-furniture"
    ).split(),
)
def test_bad_outline_is_refused(
    project: Path, kanbao: Kanbao, content: bytes, place: str, problem: str
) -> None:
    outline = _write_issue(project, "one") / "outline.txt"
    outline.write_bytes(content)
    for arguments in (["build"], ["outline", "one", "--json"], ["translate", "one"]):
        _refused(kanbao(*arguments), 4, f"kanbao: one/outline.txt{place}: {problem}")
    assert sorted(path.name for path in outline.parent.iterdir()) == [
        "issue.toml",
        "issue.txt",
        "outline.txt",
    ]
    assert not (project / "docs").exists()


def test_outline_explains_a_line(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    explained = kanbao("outline", "one", "--explain", "9")
    assert explained.code == 0
    assert explained.out.startswith("one/issue.txt:9: 灯亮了\n\nheadline (sure):\n")
    assert "\nin the story that opens here (sure):\n  A headline: a byline foll" in explained.out


@pytest.mark.parametrize("line_no", ["0", "-1", "2", "999"])
def test_line_that_cannot_be_explained_is_refused(
    project: Path, kanbao: Kanbao, line_no: str
) -> None:
    _write_issue(project, "one")
    _refused(kanbao("outline", "one", "--explain", line_no), 3, f"one/issue.txt:{line_no}: ")


def test_annotated_json_fits_the_published_schema(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    printed = json.loads(kanbao("annotate", "one", "--json").out)
    schema = (ROOT / "docs/dev/annotated-issue.schema.json").read_text(encoding="utf-8")
    jsonschema.validate(printed, json.loads(schema))
    assert printed["date"] == "2024-05-06"
    words = printed["stories"][0]["paragraphs"][0]["sentences"][0]["words"]
    assert "".join(word["text"] for word in words) == "老桥昨天通车了。"


def test_annotated_issue_is_readable_too(project: Path, kanbao: Kanbao) -> None:
    _write_issue(project, "one")
    assert "\n老(lǎo) 桥(qiáo) 昨天(zuótiān) " in kanbao("annotate", "one").out


def test_explain_says_why(project: Path, kanbao: Kanbao) -> None:
    assert kanbao("explain", "照片").out.startswith("照片  zhàopiàn\n    reviewed: ")
    folder = _write_issue(project, "one")
    (folder / "corrections.toml").write_text(
        '[[reading]]\nword = "昨天"\nreading = "zuó tiàn"\n', encoding="utf-8"
    )
    assert "corrections.toml says so" not in kanbao("explain", "昨天").out
    shown = kanbao("explain", "昨天", "--issue", "one").out
    assert shown.startswith("昨天  zuótiàn\n    corrections.toml says so")


def test_pinyin_writes_an_array_a_line() -> None:
    stdin = "单位里，A好\r\n\n最后没有换行".encode() + b"\xff"
    ran = _run(["pinyin"], stdin=stdin)
    assert ran.code == 0, ran.err
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert lines == [
        ["dān", "wèi", "lǐ", None, None, "hǎo"],
        [],
        ["zuì", "hòu", "méi", "yǒu", "huàn", "háng", None],
    ]


def test_pinyin_has_spoken_tones_and_zhuyin() -> None:
    ran = _run(["pinyin", "--sandhi", "--zhuyin"], stdin="一样".encode())
    assert json.loads(ran.out) == ["ㄧˊ", "ㄧㄤˋ"]


def test_pinyin_answers_before_the_input_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "build_tools", "pinyin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("银行\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline()) == ["yín", "háng"]
        process.stdin.close()


def test_reader_that_leaves_early_is_no_error(project: Path) -> None:
    _write_issue(project, "one")
    with subprocess.Popen(
        [sys.executable, "-m", "build_tools", "annotate", "one", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read().decode()
    assert (process.returncode, err) == (0, "")


# --- Help


def test_help_names_every_command() -> None:
    ran = _run(["--help"])
    assert ran.code == 0
    assert [command for command in COMMANDS if f"    {command} " not in ran.out] == []


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_says_what_every_option_does(command: str, kanbao: Kanbao) -> None:
    ran = kanbao(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: kanbao {command} ")
    # An option is followed by what it does, on its line or on the next.
    undescribed = re.findall(r"^  (--[a-z-]+(?: [A-Z_]+)?)\n(?! {8,}\S)", ran.out, re.MULTILINE)
    assert undescribed == []
