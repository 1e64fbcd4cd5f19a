from build_tools.parse.outline import format_outline, outline_issue
from tests.parse.newspaper import split

TEXT = """\
第3版

■聚焦

会议提出：
老桥修好了
——绕路的日子结束了

□本报记者 江月 通讯员 陶敏

老桥修了三个月，昨天终于通车，村民们扶老携幼都来看。

桥上看河

孩子们站在桥上数船。

放学

孩子们排队走过斑马线。

何川 摄

■天气
"""


def test_outline_holds_everything_that_was_found() -> None:
    outline = outline_issue(split(TEXT))
    assert outline == {
        "stories": [
            {
                "headline": "老桥修好了",
                "kicker": "会议提出：",
                "deck": "——绕路的日子结束了",
                "section": "聚焦",
                "dateline": None,
                "bylines": ["江月", "陶敏"],
                "kind": "article",
                "text": TEXT[TEXT.index("■聚焦") : TEXT.index("放学")]
                .replace("\n\n", "\n")
                .strip(),
                "paragraphs": [
                    "老桥修了三个月，昨天终于通车，村民们扶老携幼都来看。",
                    "孩子们站在桥上数船。",
                ],
                "captions": [],
                "credits": [],
                "subheadings": ["桥上看河"],
            },
            {
                "headline": "放学",
                "kicker": None,
                "deck": None,
                "section": "聚焦",
                "dateline": None,
                "bylines": ["何川"],  # a photographer counts among them
                "kind": "photo",
                "text": "放学\n孩子们排队走过斑马线。\n何川 摄",
                "paragraphs": [],
                "captions": ["孩子们排队走过斑马线。"],
                "credits": [{"printed": "何川 摄", "role": "", "names": ["何川"]}],
                "subheadings": [],
            },
        ],
        "furniture": ["第3版"],
        "unplaced": ["■天气"],
    }


def test_outline_to_read_has_a_line_a_block_and_its_place() -> None:
    lines = format_outline(split(TEXT)).splitlines()
    assert lines == [
        "1. 老桥修好了  [聚焦]  article",
        "     deck       ——绕路的日子结束了",
        "     kicker     会议提出：",
        "     byline     本报记者 江月",
        "     byline     通讯员 陶敏",
        "   11 body       老桥修了三个月，昨天终于通车，村民们扶老携幼都来看。",
        "   13 subheading 桥上看河",
        "   15 body       孩子们站在桥上数船。",
        "2. 放学  [聚焦]  photo",
        "   19 caption    孩子们排队走过斑马线。",
        "   21 credit     何川 摄",
        "    1 furniture  第3版",
        "   23 unplaced   ■天气",
    ]


def test_long_paragraph_is_cut_short() -> None:
    assert f"{'长' * 30}…\n" in format_outline(split("桥修好了\n" + "长" * 60 + "。"))


def test_story_without_headline_says_so() -> None:
    assert format_outline(split("■简讯\n气温下降八度。")).startswith("1. (no headline)  [简讯]")
