"""Newspaper-like text, made up line by line."""

from hypothesis import strategies as st

from build_tools.model import Issue
from build_tools.parse.folders import Masthead
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.split import split_issue
from tests.parse.page_cases import load_pages

# One of each habit, ambiguous ones more often than in a paper.
LINES = (
    "■聚焦",
    "□师者",
    "◎读者来信选登",
    "□本报记者 林晓舟",
    "通讯员 陶敏 魏长青",
    "◎顾一鸣",
    "N本报记者 何川",
    "本报记者 江月 摄",
    "陶敏 供图",
    "老街修好了",
    "全市会议提出：",
    "——十所学校今秋开学",
    "水来了 地绿了！",
    "他们等了三年，终于等到了水，等到了",
    "记者问园主，今年收成会不会少",
    "地里的庄稼，喝上了水。",
    "、一天之内通了水。",
    "“走吧。”他说。",
    "（下转第四版）",
    "（上接第一版）从桥上走过去，就是",
    "◎第一场雪落了下来。",
    "责任编辑：陶敏",
    "2024年5月6日 星期一",
    "第3版",
    "12",
    "",
    "",
    "　　",
)

newspaper_lines = st.sampled_from(LINES)
any_lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=70)
"""Any Unicode but control characters, which are refused when a file is read."""

page_lines = st.sampled_from(sorted({row for page in load_pages() for row in page.rows}))
"""Lines of whole pages, of every kind of paper."""

newspapers = st.lists(
    st.one_of(newspaper_lines, newspaper_lines, page_lines, any_lines), max_size=25
).map("\n".join)


def split(text: str) -> Issue:
    """Split *text* as the file ``issue.txt`` of an issue called ``case``."""
    return split_issue(
        parse_source_text(text.encode(), name="issue.txt"), Masthead(issue_id="case", paper="报")
    )
