"""Finishing a built site, on pages that MkDocs and Material have really written."""

import re
from pathlib import Path

import pytest

from build_tools.errors import SiteError
from build_tools.publish.cures import CURES, cure_page
from build_tools.publish.finish import finish_site, refuse_uncured

STORY = "issues/small/s00000001.html"


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_finishing_a_finished_site_changes_nothing(small_project: Path, site_copy: Path) -> None:
    report = finish_site(site_copy, small_project / "docs")
    assert report.changed == 0
    assert report.uncured == ()


def test_report_counts_pages_and_what_search_can_find(small_project: Path, site_copy: Path) -> None:
    report = finish_site(site_copy, small_project / "docs")
    assert report.pages == 7  # home, front page, two stories, help, about, 404
    assert report.indexed == 5  # not the home page and not the 404 page
    assert report.index_bytes == (site_copy / "search/stories.js").stat().st_size


@pytest.mark.parametrize("name", ["index.html", "issues/small/index.html", STORY, "help.html"])
def test_page_has_its_language_a_skip_link_and_a_named_search(
    small_project: Path, name: str
) -> None:
    page = read(small_project / "site", name)
    assert '<html lang="zh-Hans"' in page
    assert '<a href="#page-text" class="md-skip">' in page
    assert page.count('id="page-text"') == 1
    assert 'role="dialog" aria-label="搜索 Search"' in page
    assert "assets/search/worker.js" in page


def test_no_checkbox_keeps_its_autocomplete(small_project: Path) -> None:
    for page in (small_project / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'type="checkbox"[^>]*autocomplete', text), page


def test_english_half_of_the_navigation_is_tagged(small_project: Path) -> None:
    assert '帮助&nbsp;<span lang="en">Help</span>' in read(small_project / "site", STORY)


def test_not_found_page_speaks_both_languages_under_its_own_title(small_project: Path) -> None:
    page = read(small_project / "site", "404.html")
    assert "<title>404 - " in page
    assert "404 - Not found" not in page
    assert "没有这一页" in page
    assert '<span lang="en">There is no such page</span>' in page


def test_words_of_a_story_are_left_alone_where_the_theme_has_the_same(
    small_project: Path,
) -> None:
    page = read(small_project / "site", STORY).replace(
        "</article>", '<i title="目录" aria-label="搜索">目录</i></article>'
    )
    assert cure_page(page, STORY).html == page


def test_page_that_is_not_the_themes_stays_as_it_is() -> None:
    assert (
        cure_page('<html lang="zh">proof</html>', "proof.html").html
        == '<html lang="zh">proof</html>'
    )


def test_about_page_names_the_dictionary_with_its_date(small_project: Path) -> None:
    page = read(small_project / "site", "about.html")
    assert page.count(">CC-CEDICT 2023-11-07</span>") == 2


# For each cure, what of the theme's page it cannot do without.
SPOILED = {
    "page-language": "<html lang=",
    "toggle-autocomplete": 'id="__search"',
    "skip-link": "跳到正文",
    "article": "</article>",
    "search-dialog-name": 'role="dialog"',
    "search-loading": "正在准备搜索",
    "labels": "placeholder=",
    "navigation-language": 'class="md-main"',
    "empty-footer": "</main>",
    "contents-label": 'data-md-type="toc"',
    "search-worker": '"search": ',
}


def test_every_cure_notices_a_changed_theme() -> None:
    assert {cure.name for cure in CURES} - set(SPOILED) == {"skip-target"}  # same as article


@pytest.mark.parametrize(("name", "place"), SPOILED.items())
def test_changed_theme_is_noticed(small_project: Path, name: str, place: str) -> None:
    page = read(small_project / "site", STORY)
    page = re.sub(r'class="md-(tabs|nav)__link', 'class="other', page)
    assert name in cure_page(page.replace(place, "other="), STORY).uncured


def test_site_with_an_uncured_page_is_refused(small_project: Path, site_copy: Path) -> None:
    page = site_copy / "help.html"
    page.write_text(read(site_copy, "help.html").replace('lang="zh-Hans"', 'lang="de"'), "utf-8")
    report = finish_site(site_copy, small_project / "docs")
    with pytest.raises(SiteError, match=r"help\.html: page-language"):
        refuse_uncured(report)


def test_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"no index\.html here"):
        finish_site(tmp_path, tmp_path)


def test_material_gets_an_empty_index_and_ours_is_loaded_later(small_project: Path) -> None:
    search = small_project / "site" / "search"
    assert (search / "search_index.json").stat().st_size < 200
    assert '"docs": []' in (search / "search_index.js").read_text(encoding="utf-8")


def test_no_page_names_another_host_but_in_a_link_to_follow(small_project: Path) -> None:
    loading = re.compile(r'<(?!a\b)[a-z]+\b[^>]*\b(?:src|href)="(?:https?:)?//[^"]*"')
    for page in (small_project / "site").rglob("*.html"):
        assert not loading.findall(page.read_text(encoding="utf-8")), page
