import time

import pytest

from build_tools.model import Byline
from build_tools.parse.bylines import is_byline, is_credit, parse_bylines
from build_tools.parse.headlines import HEADLINE_RULES
from build_tools.parse.lines import LINE_RULES


@pytest.mark.parametrize(
    ("line", "bylines"),
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
        ("本报记者 江月 摄", [("本报记者", "江月")]),
        ("特约撰稿 马可·贝内代蒂", [("特约撰稿", "马可·贝内代蒂")]),
    ],
)
def test_roles_and_names_of(line: str, bylines: list[tuple[str, ...]]) -> None:
    expected = tuple(Byline(role=role, names=tuple(names)) for role, *names in bylines)
    assert parse_bylines(line) == expected


@pytest.mark.parametrize(
    "line",
    ["□本报记者 林晓舟", "通讯员 陶敏 魏长青", "◎顾一鸣", "◎顾一鸣 江月", "见习记者 诸葛青"],
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
        "本报记者 John Smith",  # not a Chinese name
        "本报记者 江月 摄",  # a picture credit
        "记者 " + "江月 " * 20,  # longer than any byline
    ],
)
def test_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line", ["本报记者 江月 摄", "江月 摄影报道", "县融媒体中心 供图", "本报记者 江月 文/图"]
)
def test_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize("line", ["他拍下了这张图", "春天的构图", "江月说，这张图好。"])
def test_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize("text", ["驻" * 40, "驻本报" * 10, "本报" * 30, "江 " * 30, "□" * 60])
def test_no_line_takes_long_to_judge(text: str) -> None:
    started = time.process_time()
    is_byline(text)
    is_credit(text)
    assert time.process_time() - started < 0.2


def test_every_rule_says_where_it_comes_from() -> None:
    rules = (*HEADLINE_RULES, *(rule for _, rule in LINE_RULES if rule.__name__ != "is_blank"))
    assert [rule.__name__ for rule in rules if "Source:" not in (rule.__doc__ or "")] == []
