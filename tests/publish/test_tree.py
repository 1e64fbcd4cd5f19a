"""Generated folders: what changed is written, the rest is left alone."""

import stat
from pathlib import Path

import pytest

from build_tools.errors import ProjectError
from build_tools.publish.home import IssueCard, format_card
from build_tools.publish.tree import MARKER, load_cards, remove_folder, write_file, write_folder

CARD = IssueCard(
    issue_id="2024-05-06", date="2024-05-06", title="云溪报", blocks=("::: a\n:::",), row="云溪报"
)
FILES = {"index.md": "首页\n", "s1.md": "一\n", MARKER: format_card(CARD)}


def _state(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.name: (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns)
        for path in sorted(folder.iterdir())
    }


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "docs" / "issues" / "2024-05-06"
    write_folder(folder, FILES)
    return folder


def test_folder_holds_exactly_the_files(pages: Path) -> None:
    assert {name: text for name, (text, _) in _state(pages).items()} == FILES


def test_writing_again_touches_nothing(pages: Path) -> None:
    before = _state(pages)
    assert not write_folder(pages, FILES)
    assert _state(pages) == before


def test_only_what_changed_is_written(pages: Path) -> None:
    before = _state(pages)
    assert write_folder(pages, {**FILES, "s1.md": "改\n"})
    after = _state(pages)
    assert after["s1.md"][0] == "改\n"
    assert after["index.md"] == before["index.md"]


def test_page_of_a_story_that_is_gone_is_removed(pages: Path) -> None:
    assert write_folder(pages, {name: FILES[name] for name in ("index.md", MARKER)})
    assert not (pages / "s1.md").exists()


def test_lines_end_in_lf_and_anybody_may_read(pages: Path) -> None:
    assert (pages / "s1.md").read_bytes() == "一\n".encode()
    assert stat.S_IMODE((pages / "s1.md").stat().st_mode) == 0o644


def test_folder_with_somebody_elses_files_is_refused_and_left(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectError, match="holds files that no build has written"):
        write_folder(folder, FILES)
    assert [path.name for path in folder.iterdir()] == ["notes.md"]


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert write_folder(tmp_path / "empty", FILES)


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_of_its_own_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "pages"
    if kind == "file":
        path.write_text("mine", encoding="utf-8")
    else:
        (tmp_path / "elsewhere").mkdir()
        path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProjectError, match="is no folder of its own"):
        write_folder(path, FILES)


def test_failed_write_leaves_the_old_file_and_nothing_else(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    before = _state(pages)
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_file(pages / "s1.md", "改\n")
    assert _state(pages) == before


def test_removing_takes_a_generated_folder_alone(pages: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    link = tmp_path / "link"
    link.symlink_to(pages)
    for folder in (mine, link, tmp_path / "nowhere", pages):
        remove_folder(folder)
    assert mine.is_dir()
    assert link.is_symlink()
    assert not pages.exists()


def test_cards_of_all_issues_are_read_in_order_of_their_folders(pages: Path) -> None:
    older = pages.parent / "2020-01-01"
    write_folder(older, FILES)
    (pages.parent / "no-issue").mkdir()
    assert load_cards(pages.parent) == (CARD, CARD)
    assert load_cards(pages.parent / "nowhere") == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"issue_id": "x"}', '"x"'])
def test_damaged_card_says_what_to_do(pages: Path, text: str) -> None:
    (pages / MARKER).write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match="Remove its folder and build the issue again"):
        load_cards(pages.parent)
