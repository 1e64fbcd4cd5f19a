import re
import time

import pytest

from build_tools.model import Byline
from build_tools.parse.lines.bylines import is_byline, parse_bylines
from build_tools.parse.lines.classify import LINE_RULES
from build_tools.parse.lines.credits import is_credit, parse_credit
from build_tools.parse.lines.furniture import FURNITURE_RULES
from build_tools.parse.lines.neighbours import NEIGHBOUR_RULES
from build_tools.parse.lines.page_lines import PAGE_RULES
from build_tools.parse.stories.heading_pairs import PAIR_RULES
from build_tools.parse.stories.headless import HEADLESS_RULES
from build_tools.parse.stories.starts import HEADING_RULES


def _bylines(expected: list[tuple[str, ...]]) -> tuple[Byline, ...]:
    return tuple(Byline(role=role, names=tuple(names)) for role, *names in expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("□本报记者 林晓舟", [("本报记者", "林晓舟")]),
        ("本报记者　何　川", [("本报记者", "何川")]),
        ("本报记者 何  川 陶敏", [("本报记者", "何川", "陶敏")]),
        ("本报见习记者 白露", [("本报见习记者", "白露")]),
        ("新华社记者 江月、何川", [("新华社记者", "江月", "何川")]),
        ("驻京记者 江月", [("驻京记者", "江月")]),
        ("通讯员 陶敏 本报记者 江月", [("通讯员", "陶敏"), ("本报记者", "江月")]),
        ("江月 通讯员 陶敏", [("", "江月"), ("通讯员", "陶敏")]),
        ("◎顾一鸣", [("", "顾一鸣")]),
        ("特约撰稿 马可·贝内代蒂", [("特约撰稿", "马可·贝内代蒂")]),
        ("本报记者 John Smith", [("本报记者", "John Smith")]),
        ("本报记者 江月 文/图", [("本报记者", "江月"), ("文/图",)]),
        ("陶敏　何川整理", [("整理", "陶敏", "何川")]),
        ("【本报记者 江月】", [("本报记者", "江月")]),
        ("記者江月／臺北報導", [("記者", "江月"), ("臺北報導",)]),
        ("车工　贺满仓", [("车工", "贺满仓")]),
        ("本报评论员", [("本报评论员",)]),
    ],
)
def test_roles_and_names_of(line: str, expected: list[tuple[str, ...]]) -> None:
    assert parse_bylines(line) == _bylines(expected)


@pytest.mark.parametrize(
    "line",
    [
        "□本报记者 林晓舟",
        "通讯员 陶敏 魏长青",
        "◎顾一鸣",
        "◎顾一鸣 江月",
        "见习记者 诸葛青",
        "N本报记者 江月",  # the mark was lost
        "本报记者 江月 文/图",  # who wrote and photographed
        "本报记者 John Smith",
        "（本报记者 江月）",
        "本报评论员",  # an office that signs
    ],
)
def test_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "■聚焦",
        "□师者",
        "顾一鸣",  # a bare name could be a headline
        "记者从公安局获悉，案件已破。",  # a sentence that opens with the role
        "本报记者",  # a role without a name
        "□记者手记",  # a section named after a role
        "记者走访",  # a role and a verb
        "记者 " + "江月 " * 20,  # longer than any byline
    ],
)
def test_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报记者 江月 摄", [("本报记者", "江月")]),
        ("江月 摄影报道", [("", "江月")]),
        ("摄影：江月", [("摄影", "江月")]),
        ("何川 陶敏 摄", [("", "何川", "陶敏")]),
        ("新华社发（江月摄）", [("", "江月")]),
        ("本报记者 何川摄（资料照片）", [("本报记者", "何川")]),
        ("县融媒体中心 供图", []),  # an office
        ("图片由县文旅局提供", []),
    ],
)
def test_credit(line: str, expected: list[tuple[str, ...]]) -> None:
    assert is_credit(line)
    assert parse_credit(line) == _bylines(expected)


@pytest.mark.parametrize(
    "line",
    [
        "他拍下了这张图",
        "春天的构图",
        "江月说，这张图好。",
        "本报记者 江月 文/图",  # a byline
    ],
)
def test_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize("text", ["驻" * 40, "驻本报" * 10, "本报" * 30, "江 " * 30, "□" * 60])
def test_no_line_takes_long_to_judge(text: str) -> None:
    started = time.process_time()
    is_byline(text)
    is_credit(text)
    assert time.process_time() - started < 0.2


def _docstring_by_rule() -> dict[str, str]:
    tables = (LINE_RULES, NEIGHBOUR_RULES, HEADING_RULES, PAIR_RULES)
    rules: list[object] = [*FURNITURE_RULES, *PAGE_RULES, *HEADLESS_RULES]
    rules += [rule for table in tables for _, rule in table]
    return {str(getattr(rule, "__name__", rule)): rule.__doc__ or "" for rule in rules}


@pytest.mark.parametrize("docstring", _docstring_by_rule().values(), ids=_docstring_by_rule())
def test_rule_says_where_it_comes_from_and_when_it_does_not_hold(docstring: str) -> None:
    assert "Source:" in docstring
    assert re.search(r"^    (?:Not|Wrong)\b", docstring, re.MULTILINE)
