"""The same docs/ and mkdocs.yml under three engines: what a reader reads is the same."""

import re
from pathlib import Path

import pytest

from build_tools.publish.finish import finish_site, refuse_uncured
from tests.small_site import build_site, write_small_project

ENGINES = ("mkdocs", "properdocs", "zensical")
PAGES = (
    "index.html",
    "issues/small/index.html",
    "issues/small/s00000001.html",
    "issues/small/s00000002.html",
    "help.html",
    "about.html",
)
_ARTICLE = re.compile(
    r'<article class="md-content__inner md-typeset"[^>]*>(.*)</article>', re.DOTALL
)
# Zensical's own target for its skip link.
_SKIP_TARGET = re.compile(r'<a id="__skip"[^>]*></a>')


@pytest.fixture(scope="module", params=ENGINES)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    engine = str(request.param)
    project = write_small_project(tmp_path_factory.mktemp(engine) / "project")
    # Zensical knows no hooks; finishing afterwards is what `kanbao finish` does for it.
    build_site(project, engine)
    refuse_uncured(finish_site(project / "site", project / "docs"))
    return project


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = write_small_project(tmp_path_factory.mktemp("reference") / "project")
    build_site(project)
    return project


def article(project: Path, name: str) -> str:
    page = (project / "site" / name).read_text(encoding="utf-8")
    found = _ARTICLE.search(page)
    assert found is not None
    return " ".join(_SKIP_TARGET.sub("", found[1]).split())


@pytest.mark.parametrize("name", PAGES)
def test_article_is_the_same_under_every_engine(project: Path, reference: Path, name: str) -> None:
    assert article(project, name) == article(reference, name)


def test_annotation_is_intact(project: Path) -> None:
    story = article(project, "issues/small/s00000001.html")
    assert "pòjiě" in story
    assert 'lang="en"' in story
    assert ":::" not in story


def test_page_is_cured_whatever_wrote_it(project: Path) -> None:
    page = (project / "site/issues/small/s00000001.html").read_text(encoding="utf-8")
    assert '<html lang="zh-Hans"' in page
    assert page.count('href="#page-text"') == 1


def test_finishing_again_changes_nothing(project: Path) -> None:
    assert finish_site(project / "site", project / "docs").changed == 0
