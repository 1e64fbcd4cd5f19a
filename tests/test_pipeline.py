"""What holds for whole builds."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import outlining, pipeline
from build_tools.annotate.lexicon import Lexicon
from build_tools.config import find_project, load_project
from build_tools.errors import InputError, ProjectError

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "issues" / "sample"

# Two builds in one process would share a hash seed: each runs by itself.
_BUILD = f"""
import sys
from pathlib import Path
from build_tools.pipeline import build_issue, format_reading_copy, load_lexicon
built = build_issue(Path({str(SAMPLE)!r}), load_lexicon())
sys.stdout.buffer.write(format_reading_copy(built.annotated).encode())
sys.stdout.buffer.write("\\n".join(map(str, built.findings)).encode())
"""


def _digest(seed: str, folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 - fixed
        [sys.executable, "-c", _BUILD],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        cwd=folder,
        capture_output=True,
        check=True,
    )
    assert len(done.stdout) > 100_000
    return hashlib.sha256(done.stdout).hexdigest()


def test_another_hash_seed_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    assert _digest("1", tmp_path) == _digest("2", ROOT)


def test_building_twice_gives_the_same_bytes(lexicon: Lexicon) -> None:
    first, second = (pipeline.build_issue(SAMPLE, lexicon) for _ in range(2))
    assert first == second
    assert pipeline.format_reading_copy(first.annotated) == pipeline.format_reading_copy(
        second.annotated
    )


def test_order_of_issues_does_not_matter(lexicon: Lexicon, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("桥修好了\n\n单春梅走过老桥，单春梅笑了。\n", encoding="utf-8")
    alone = pipeline.build_issue(SAMPLE, lexicon)
    pipeline.build_issue(other, lexicon)
    assert pipeline.build_issue(SAMPLE, lexicon) == alone


def test_saved_outline_changes_no_page(lexicon: Lexicon, tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder)
    by_rules = pipeline.build_issue(folder, lexicon)
    file = outlining.save_outline(folder)
    assert file == folder / "outline.txt"
    saved = pipeline.build_issue(folder, lexicon)
    assert saved.annotated == by_rules.annotated
    # An editor who has saved it has seen what was guessed.
    guessed = [finding for finding in by_rules.findings if finding.code == "P009"]
    assert guessed
    assert [*saved.findings] == [f for f in by_rules.findings if f not in guessed]
    file.write_text(outlining.outline_page(folder), encoding="utf-8")
    assert pipeline.build_issue(folder, lexicon) == saved


def test_lines_are_read_as_they_come(lexicon: Lexicon) -> None:
    asked: list[str] = []

    def lines() -> Iterator[str]:
        for line in ("银行", "a，好", ""):
            asked.append(line)
            yield line

    reading = pipeline.read_pinyin(lines(), lexicon)
    assert next(reading) == ["yín", "háng"]
    assert asked == ["银行"]
    assert list(reading) == [[None, None, "hǎo"], []]


def test_issue_is_found_by_path_or_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = load_project(ROOT)
    assert pipeline.find_issue_path("sample", project) == SAMPLE
    monkeypatch.chdir(tmp_path)
    assert pipeline.find_issue_path(str(SAMPLE), None) == SAMPLE
    for name in ("sample", "nowhere", "../sample"):
        with pytest.raises(InputError, match="no such issue"):
            pipeline.find_issue_path(name, None)


def test_id_never_leads_out_of_issues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 看报\n", encoding="utf-8")
    (tmp_path / "secret").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(InputError, match="no such issue"):
        pipeline.find_issue_path("../secret/x", load_project(tmp_path))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("site_name: 看报 Kanbao", "看报 Kanbao"),
        ('site_name: "看报"  # ours', "看报"),
        ("site_name: '看报'", "看报"),
        ("site_name: 看报 # ours", "看报"),
        ("theme: material", "Kanbao"),
    ],
)
def test_project_knows_the_sites_name(tmp_path: Path, line: str, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"# ours\n{line}\nnav: []\n", encoding="utf-8")
    project = load_project(tmp_path)
    assert project.site_name == name
    assert project.pages == tmp_path / "docs" / "issues"
    assert project.home_page == tmp_path / "docs" / "index.md"
    assert project.copies == tmp_path / "dist"


def test_project_is_the_nearest_folder_upwards_with_its_file(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert find_project(inner).root == tmp_path
    (tmp_path / "a" / "mkdocs.yml").write_text("site_name: y\n", encoding="utf-8")
    assert find_project(inner).root == tmp_path / "a"


def test_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"has no readable mkdocs\.yml"):
        load_project(tmp_path)
