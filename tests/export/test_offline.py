import zipfile
from pathlib import Path

import pytest

from build_tools.errors import SiteError
from build_tools.export.offline import MARKER, OfflineCopy, build_offline_copy
from tests.small_site import write_small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_project(tmp_path_factory.mktemp("offline") / "project")


@pytest.fixture(scope="module")
def copy(project: Path) -> OfflineCopy:
    return build_offline_copy(project, project / "dist", "kanbao")


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_folder_and_zip_hold_the_same_files(copy: OfflineCopy) -> None:
    with zipfile.ZipFile(copy.archive) as archive:
        assert set(archive.namelist()) == {f"kanbao-offline/{name}" for name in names(copy.folder)}
        page = archive.read("kanbao-offline/index.html")
    assert page == (copy.folder / "index.html").read_bytes()
    assert copy.files == len(names(copy.folder))
    assert copy.archive_bytes == copy.archive.stat().st_size


def test_only_what_opens_from_a_disk_is_in_it(copy: OfflineCopy) -> None:
    held = names(copy.folder)
    assert {"index.html", "issues/small/s00000001.html", "search/stories.js"} <= held
    assert {"search/search_index.js", "assets/vendor/iframe-worker-shim.js"} <= held
    assert not held & {"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
    assert not [name for name in held if name.endswith(".map") or "/lunr/" in name]


def test_licence_of_the_vendored_script_goes_along(copy: OfflineCopy) -> None:
    assert "assets/vendor/iframe-worker-LICENSE.txt" in names(copy.folder)


def test_copy_names_no_address_even_when_the_site_has_one(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://paper.example/")
    made = build_offline_copy(project, tmp_path, "kanbao")
    for page in made.folder.rglob("*.html"):
        assert "paper.example" not in page.read_text(encoding="utf-8"), page


def test_making_it_again_gives_the_same_bytes(project: Path, copy: OfflineCopy) -> None:
    before = copy.archive.read_bytes()
    again = build_offline_copy(project, project / "dist", "kanbao")
    assert again.archive.read_bytes() == before
    left = {path.name for path in (project / "dist").iterdir()}
    assert left == {"kanbao-offline", "kanbao-offline.zip"}


def test_folder_of_somebody_else_is_left_alone(project: Path, tmp_path: Path) -> None:
    mine = tmp_path / "kanbao-offline" / "letters.txt"
    mine.parent.mkdir()
    mine.write_text("keep", encoding="utf-8")
    with pytest.raises(SiteError, match="this place is taken"):
        build_offline_copy(project, tmp_path, "kanbao")
    assert mine.read_text(encoding="utf-8") == "keep"


def test_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / MARKER).touch()
    (tmp_path / "kanbao-offline").symlink_to(elsewhere)
    with pytest.raises(SiteError, match="this place is taken"):
        build_offline_copy(project, tmp_path, "kanbao")


def test_old_copy_survives_a_build_that_fails(tmp_path: Path) -> None:
    project = write_small_project(tmp_path / "project")
    made = build_offline_copy(project, tmp_path / "dist", "kanbao")
    before = made.archive.read_bytes()
    (project / "docs" / "help.md").unlink()  # named in the navigation
    with pytest.raises(SiteError, match="mkdocs build failed"):
        build_offline_copy(project, tmp_path / "dist", "kanbao")
    assert made.archive.read_bytes() == before
    assert (made.folder / "help.html").is_file()
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {
        "kanbao-offline",
        "kanbao-offline.zip",
    }
