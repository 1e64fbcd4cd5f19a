"""Cures for what Material gets wrong on a finished page, and its labels in two languages.

A cure is one replacement in the page's HTML. It knows how a cured page looks, so that
curing twice changes nothing, and it says so when it finds neither the defect nor the
cure: then Material has changed, and the cure must be looked at again.
"""

import html
import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

TEXT_ID = "page-text"
SEARCH_WORKER = "assets/search/worker.js"

_MATERIAL = 'data-md-component="container"'
# Writes Material's page, but searches it in its own way.
_ZENSICAL = '<meta name="generator" content="zensical'
_NOT_FOUND_PAGE = "404.html"
_ARTICLE_TAG = re.compile(r'<article class="md-content__inner md-typeset"[^>]*>')
_ARTICLE = re.compile(rf"{_ARTICLE_TAG.pattern}(.*)</article>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cure:
    """One replacement."""

    name: str
    """What it mends: ``search-dialog-name``."""
    defect: re.Pattern[str]
    """Finds the defect."""
    cured: re.Pattern[str]
    """Finds its place on a page that is cured already, or that needs no cure."""
    replacement: str | Callable[[re.Match[str]], str]
    """What stands there afterwards, as for `re.sub`."""


@dataclass(frozen=True, slots=True)
class CuredPage:
    """A page after all cures."""

    html: str
    """The whole page."""
    uncured: tuple[str, ...]
    """Names of the cures that found no place, in order; empty if all is well."""


def cure_page(page_html: str, path: str) -> CuredPage:
    """Apply every cure to one page; a page that is not Material's stays as it is.

    Args:
        page_html: the page as Material wrote it, or as this function did.
        path: relative to the site's root, ``issues/sample/index.html``.
    """
    if _MATERIAL not in page_html:
        return CuredPage(html=page_html, uncured=())
    cures = PAGE_CURES if _ZENSICAL in page_html else CURES
    if path == _NOT_FOUND_PAGE:
        return _apply(page_html, (*cures, *_NOT_FOUND_CURES))
    # A story's own text is never touched, whatever words it has in common with the theme.
    shell = _ARTICLE.search(page_html)
    if shell is None:
        return CuredPage(html=page_html, uncured=("article",))
    cured = _apply(page_html[: shell.start(1)] + page_html[shell.end(1) :], cures)
    opening = _ARTICLE_TAG.search(cured.html)
    place = opening.end() if opening else 0
    return CuredPage(html=cured.html[:place] + shell[1] + cured.html[place:], uncured=cured.uncured)


def _apply(page_html: str, cures: Sequence[Cure]) -> CuredPage:
    uncured: list[str] = []
    for cure in cures:
        if cure.defect.search(page_html):
            page_html = cure.defect.sub(cure.replacement, page_html)
        elif not cure.cured.search(page_html):
            uncured.append(cure.name)
    return CuredPage(html=page_html, uncured=tuple(uncured))


def has_our_search(page_html: str) -> bool:
    """Whether the page's search box asks our worker."""
    return SEARCH_WORKER in page_html


_DICTIONARY_PLACE = re.compile(r'(<span data-fill="dictionary"[^>]*>)[^<]*(</span>)')


def name_dictionaries(page_html: str, dictionaries: Collection[str]) -> str:
    """Fill in, where a hand-written page asks for it, which dictionaries the site used.

    A page asks with ``<span data-fill="dictionary">CC-CEDICT</span>``; what stands inside
    stays where no page of the site names a dictionary.
    """
    if not dictionaries:
        return page_html
    names = html.escape(", ".join(sorted(dictionaries)))
    return _DICTIONARY_PLACE.sub(lambda place: f"{place[1]}{names}{place[2]}", page_html)


# Chinese of Material's translation -> the same with English. Attributes take no markup,
# so both languages stand in one string.
_LABELS = {
    "搜索": "搜索 Search",
    "查找": "搜索 Search",
    "清空当前内容": "清空 Clear",
    "页眉": "页眉 Header",
    "标签": "本站 This site",
    "导航栏": "导航 Navigation",
    "目录": "目录 Contents",
}
_TRANSLATIONS = {
    "search.result.placeholder": "输入汉字、拼音或英文 Type hanzi, pinyin or English",
    "search.result.none": "没有找到 Nothing found",
    "search.result.one": "找到 1 页 page found",
    "search.result.other": "找到 # 页 pages found",
    "search.result.term.missing": "没有 Missing",
    "clipboard.copy": "复制 Copy",
    "clipboard.copied": "已复制 Copied",
}


def _label(match: re.Match[str]) -> str:
    return f'{match[1]}="{_LABELS[match[2]]}"'


def _configure(match: re.Match[str]) -> str:
    """Give Material's script our worker and both languages."""
    config = json.loads(match[2])
    root = config["search"].partition("assets/")[0]
    config["search"] = root + SEARCH_WORKER
    config["translations"] |= _TRANSLATIONS
    written = json.dumps(config, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f"{match[1]}{written}{match[3]}"


_SKIP_LINK = (
    f'<a href="#{TEXT_ID}" class="md-skip">跳到正文 <span lang="en">Skip to the text</span></a>'
)
_LOADING = '正在准备搜索 <span lang="en">Preparing the search</span>'
_NOT_FOUND = (
    '<h1>没有这一页 <span lang="en">There is no such page</span></h1>\n'
    '<p>它可能改了地址，请从首页找。<br><span lang="en">'
    "It may have moved; try the front page.</span></p>"
)

PAGE_CURES: tuple[Cure, ...] = (
    # The label of a table of contents opens a drawer that is not there. Most pages have none.
    Cure(
        name="contents-label",
        defect=re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL),
        cured=re.compile(r'data-md-type="toc"'),
        replacement=r'<span class="md-nav__title">\1</span>',
    ),
    # `zh` alone does not say which hanzi: the browser may choose Japanese or Taiwan glyphs.
    Cure(
        name="page-language",
        defect=re.compile(r'<html lang="zh"'),
        cured=re.compile(r'<html lang="zh-Hans"'),
        replacement='<html lang="zh-Hans"',
    ),
    # Nu: no autocomplete on a checkbox.
    Cure(
        name="toggle-autocomplete",
        defect=re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'),
        cured=re.compile(r'<input class="md-toggle"[^>]*id="__search">'),
        replacement=r"\1",
    ),
    # Material's says only 跳转至 (jump to), and is missing where a page has no contents list.
    Cure(
        name="skip-link",
        defect=re.compile(
            r'(<div data-md-component="skip">)\s*'
            rf'(?:<a href="(?!#{TEXT_ID}")[^>]*>[^<]*</a>)?\s*(</div>)'
        ),
        cured=re.compile(re.escape(_SKIP_LINK)),
        replacement=rf"\1{_SKIP_LINK}\2",
    ),
    Cure(
        name="skip-target",
        defect=re.compile(r'<article class="md-content__inner md-typeset">'),
        cured=re.compile(rf'<article class="md-content__inner md-typeset" id="{TEXT_ID}">'),
        replacement=f'<article class="md-content__inner md-typeset" id="{TEXT_ID}">',
    ),
    # axe aria-dialog-name.
    Cure(
        name="search-dialog-name",
        defect=re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        cured=re.compile(r'<div class="md-search"[^>]*role="dialog" aria-label="[^"]+">'),
        replacement=r'\1 aria-label="搜索 Search">',
    ),
    Cure(
        name="labels",
        defect=re.compile(rf'\b(aria-label|title|placeholder)="({"|".join(_LABELS)})"'),
        cured=re.compile(r'placeholder="搜索 Search"'),
        replacement=_label,
    ),
    # Without a copyright line Material's footer is an empty bar.
    Cure(
        name="empty-footer",
        defect=re.compile(
            r'<footer class="md-footer">(?:\s|</?div[^>]*>)*</footer>\s*',
        ),
        cured=re.compile(r"</main>\s*</div>|md-copyright__highlight"),
        replacement="",
    ),
    # WCAG 3.1.2: the English half of `首页 Home`.
    Cure(
        name="navigation-language",
        defect=re.compile(
            r'(<a [^>]*class="md-(?:tabs|nav)__link[^"]*">\s*(?:<span class="md-ellipsis">\s*)?'
            r"[^<A-Za-z]*?) ([A-Za-z][^<]*?)(\s*<)"
        ),
        cured=re.compile(r'class="md-main"'),
        replacement=r'\1&nbsp;<span lang="en">\2</span>\3',
    ),
)

SEARCH_CURES: tuple[Cure, ...] = (
    Cure(
        name="search-loading",
        defect=re.compile(
            r'(<div class="md-search-result__meta">\s*)正在初始化搜索引擎(\s*</div>)'
        ),
        cured=re.compile(re.escape(_LOADING)),
        replacement=rf"\1{_LOADING}\2",
    ),
    Cure(
        name="search-worker",
        defect=re.compile(
            r'(<script id="__config" type="application/json">)'
            r'(\{[^<]*"search": ?"[^"]*assets/javascripts/workers/[^<]*\})(</script>)'
        ),
        cured=re.compile(rf'"search": "[^"]*{re.escape(SEARCH_WORKER)}"'),
        replacement=_configure,
    ),
)

CURES = (*PAGE_CURES, *SEARCH_CURES)

_NOT_FOUND_CURES: tuple[Cure, ...] = (
    Cure(
        name="not-found-text",
        defect=re.compile(r"<h1>404 - Not found</h1>"),
        cured=re.compile(re.escape(_NOT_FOUND)),
        replacement=_NOT_FOUND,
    ),
    # The home page's title otherwise: two pages with one name.
    Cure(
        name="not-found-title",
        defect=re.compile(r"<title>(?!404)([^<]*)</title>"),
        cured=re.compile(r"<title>404"),
        replacement=r"<title>404 - \1</title>",
    ),
)
