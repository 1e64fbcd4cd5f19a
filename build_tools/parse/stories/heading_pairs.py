"""Two heading lines, one above the other: which is the headline, or are both one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MAX_EVENT_CHARS = 24
"""Longest name of an event that stands as a kicker."""
MAX_LABEL_CHARS = 4
"""Longest line that is a label rather than a headline under a line twice as long."""
MAX_LONGER_CHARS = 3
"""How much longer than its kicker a headline in two clauses may be."""
MAX_MORE_CHARS = 4
"""How much longer than its kicker a headline usually is, at most."""
MAX_SET_CHARS = 8
"""Longest line of a headline that is set in several: both lines together make one of 16."""
MAX_SLOGAN_CHARS = 11
"""Longest slogan in two halves (抢晴天　争时间) that stands as a kicker."""

_KICKER_END = re.compile(
    r"(?:：|:|——|──|――|—|…|强调|指出|要求|提出|表示|宣布|强調|透露|说|时|中|后|之际|以来)$"
)
_EVENT_END = re.compile(
    r"(?:站|杯|赛|锦标赛|联赛|公开赛|运动会|全运会|奥运会|冬奥会|论坛|峰会|大会|年会|博览会|进博会|周年"
    r"|[之·]\S{1,6}|系列报道|特别报道|进行时"
    r"|第[一二三四五六七八九十\d]{1,3}届[\u4e00-\u9fff“”]{2,14}"
    r"|第[一二三四五六七八九十\d]{1,3}(?:轮|场|届|期|次|赛段|站|日))$"
)
_HAPPENS = re.compile(r"(?:举行|开幕|闭幕|召开|启动|举办|落幕|揭晓|开赛|收官)$")
_DETAIL = re.compile(
    r"(?:聚焦|决定|审议|涉及|计划|预计|可望|共|累计|全年|每[日天年月]|下[月周]|可供|今[起日晨年]|明[天日起]|昨|本月|自[^家己然由来古]|其中|记|写在|访"
    r"|\d)"
)
_BROKEN_OFF = re.compile(r"[，、,]$")
_BRACKETS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"))
_PREDICATE = re.compile(r"(?:在|关于|将|已|被|把|均|都|仍|正|再|由|向|于|获)[\u4e00-\u9fff]{3}")
_WHO_SPOKE = re.compile(
    r"(?:^|\s)[\u4e00-\u9fff·]{2,10}(?:主持|出席|讲话|参加|致辞|作报告|会见|作说明)"
    r"(?:会议|审议|并讲话|讲话|[\u4e00-\u9fff]{0,4})$"
)
_WHO_TOLD = re.compile(r"[\u4e00-\u9fff]{2,8}(?:公布|发布|通报|印发|回应|提醒)")
_ACCOUNT = re.compile(
    r"(?:记|访|写在|追记|怀念|悼|走近|来自)[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{0,4}字?第.{1,6}[号號]$|连载[（(]"
)
_GUEST = re.compile(r"(?:本报记者)?(?:对话|专访|访|独家专访)[^。，！？“”]{4,}$")
_FLOURISH = re.compile(r"\S\s+\S|[！？!?]$")


class PairReading(StrEnum):
    """What two heading lines are to each other."""

    KICKER_ABOVE = "kicker above"
    """引题 and 主题: ``全市教育工作会议提出：`` / ``走路就能上学``."""
    DECK_BELOW = "deck below"
    """主题 and 副题: ``走路就能上学`` / ``十所新学校今秋开学``."""
    ONE_HEADLINE = "one headline"
    """``拿到赔偿金，`` / ``种植户心里踏实了``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two heading lines without a mark that says what they are."""

    upper: str
    """``全市教育工作会议提出：``."""
    lower: str
    """``让每个孩子走路就能上学``."""


def read_pair(upper: str, lower: str) -> tuple[PairReading, str]:
    """Tell what *upper* and *lower* are to each other, and the rule that says so."""
    pair = Pair(upper=upper, lower=lower)
    return next(
        ((reading, rule.__name__) for reading, rule in PAIR_RULES if rule(pair)),
        (PairReading.DECK_BELOW, "is_deck_below"),
    )


def is_broken_off(pair: Pair) -> bool:
    """One headline, broken off at a comma or within quotes or brackets.

    Source: newspaper habit: 拿到赔偿金， / 种植户心里踏实了.
    Not: a kicker, which ends in a colon or a dash.
    """
    return bool(_BROKEN_OFF.search(pair.upper)) or any(
        pair.upper.count(opening) > pair.upper.count(closing) for opening, closing in _BRACKETS
    )


def ends_as_kicker(pair: Pair) -> bool:
    """The upper line leads on.

    Source: newspaper habit: …强调, …提出：, …—— over the headline.
    Not: a headline, which is complete in itself.
    """
    return bool(_KICKER_END.search(pair.upper))


def is_set_narrow(pair: Pair) -> bool:
    """One headline in two short lines.

    Source: newspaper habit: 失联家人 / 找到了, set narrow over a column.
    Not: a short headline in two clauses (水来了 地绿了！) over its deck.
    """
    return max(len(pair.upper), len(pair.lower)) <= MAX_SET_CHARS and not _is_flourished(pair.upper)


def goes_on_with_predicate(pair: Pair) -> bool:
    """One headline, its second line what is done: 专区二十一座水库 / 在秋收前全部完工.

    Source: newspaper habit: headlines of long names are broken between subject and predicate.
    Not: a deck in clauses of its own.
    """
    return (
        bool(_PREDICATE.match(pair.lower))
        and not _is_flourished(pair.upper + pair.lower)
        and len(pair.lower) <= MAX_EVENT_CHARS
    )


def has_label_below(pair: Pair) -> bool:
    """The lower line is a label of a few characters.

    Source: newspaper habit: 联赛战报 / 男子组.
    Not: a short headline under a short kicker.
    """
    return len(pair.lower) <= MAX_LABEL_CHARS and len(pair.upper) >= 2 * len(pair.lower)


def names_event(pair: Pair) -> bool:
    """The upper line is the name of an event or a series: a kicker.

    Source: newspaper habit: 短道速滑世界杯德国站 / 中国队再夺两金.
    Not: a long clause that ends in such a word.
    """
    return (
        len(pair.upper) <= MAX_EVENT_CHARS
        and bool(_EVENT_END.search(pair.upper))
        and not _HAPPENS.search(pair.upper)
    )


def says_who_spoke(pair: Pair) -> bool:
    """The lower line says who led or spoke: a deck.

    Source: newspaper habit: 会议举行分组审议 / 某某主持会议.
    Not: a headline that names its speaker first.
    """
    return bool(_WHO_SPOKE.search(pair.lower) or _WHO_TOLD.fullmatch(pair.lower))


def is_detail_below(pair: Pair) -> bool:
    """The lower line adds when, how many or what about: a deck.

    Source: newspaper habit: 小学修好校舍 / 下月初一开学.
    Not: a headline that opens with its subject.
    """
    return bool(_DETAIL.match(pair.lower))


def is_detail_above(pair: Pair) -> bool:
    """The upper line says when or how many, the lower what: a kicker.

    Source: newspaper habit: 本月起分三期施工 / 图书馆启动修缮.
    Not: two lines that both open so; a headline in two clauses that counts something.
    """
    return (
        bool(_DETAIL.match(pair.upper))
        and not _DETAIL.match(pair.lower)
        and not (pair.upper[0].isdigit() and _is_flourished(pair.upper))
    )


def is_slogan_above(pair: Pair) -> bool:
    """The upper line is a slogan in two halves of one length, the lower a plain statement.

    Source: papers of the 1950s: 抢晴天　争时间 / 三万亩晚稻登场.
    Not: a headline in two clauses of different length.
    """
    halves = pair.upper.split()
    return (
        len(halves) == 2  # noqa: PLR2004 - two halves
        and len(halves[0]) == len(halves[1])
        and len(pair.upper) <= MAX_SLOGAN_CHARS
        and 0 < len(pair.lower) - len(pair.upper) <= MAX_MORE_CHARS
        and not _is_flourished(pair.lower)
    )


def has_flourish_above(pair: Pair) -> bool:
    """The upper line is the headline: it has the inner space or the ！ of one.

    Source: newspaper habit: headlines are set in two clauses with a space between.
    Wrong for a kicker in two clauses.
    """
    return _is_flourished(pair.upper)


def has_flourish_below(pair: Pair) -> bool:
    """The lower line is the headline: it has the inner space or the ！ of one.

    Source: newspaper habit: headlines are set in two clauses with a space between.
    Not: a deck in two clauses, which is longer than its headline.
    """
    is_deck = len(pair.lower) > len(pair.upper) + MAX_LONGER_CHARS
    return _is_flourished(pair.lower) and not is_deck


def is_longer_above(pair: Pair) -> bool:
    """The upper line is the longer one.

    Source: newspaper habit: a kicker tells the occasion, a headline the point.
    Not: a headline over a deck, which tells more.
    """
    return len(pair.upper) > len(pair.lower)


def is_as_long_below(pair: Pair) -> bool:
    """The lower line is hardly longer than the upper: a kicker and its headline.

    Source: People's Daily, 10,294 articles of 2019 and 2020: 29 in 100 have a kicker, 14 a deck.
    Not: a deck in two clauses. Wrong for any other deck that is short.
    """
    is_in_clauses = "，" in pair.lower and "，" not in pair.upper
    return len(pair.lower) <= len(pair.upper) + MAX_MORE_CHARS and not is_in_clauses


def names_column_above(pair: Pair) -> bool:
    """The upper line names its column in brackets, as headlines do; the lower is its deck.

    Source: newspaper habit: 夜里的灯（河畔时评） / 藏书有多少并不要紧….
    Not: brackets inside a line.
    """
    return bool(re.search(r"[（(][\u4e00-\u9fff·]{2,10}[）)]$", pair.upper))


def names_guest_above(pair: Pair) -> bool:
    """The upper line says with whom the interview is: 对话调解员江明月 / “先把火气放下”.

    Source: newspaper habit: kickers of interviews.
    Not: a headline that mentions a talk.
    """
    return bool(_GUEST.match(pair.upper)) and len(pair.upper) <= MAX_EVENT_CHARS


def is_account_below(pair: Pair) -> bool:
    """The lower line says whom or what the story is about: 记黑石渡冬学 - 政林字第十四号.

    Source: newspaper habit: decks of features; the numbers of decrees and instalments.
    Not: a headline that opens with its subject.
    """
    return bool(_ACCOUNT.match(pair.lower))


def _is_flourished(text: str) -> bool:
    return bool(_FLOURISH.search(text))


# In order: the first that applies decides; without any the lower line is a deck.
PAIR_RULES: tuple[tuple[PairReading, Callable[[Pair], bool]], ...] = (
    (PairReading.ONE_HEADLINE, is_broken_off),
    (PairReading.KICKER_ABOVE, ends_as_kicker),
    (PairReading.KICKER_ABOVE, names_guest_above),
    (PairReading.DECK_BELOW, is_account_below),
    (PairReading.DECK_BELOW, names_column_above),
    (PairReading.ONE_HEADLINE, is_set_narrow),
    (PairReading.ONE_HEADLINE, goes_on_with_predicate),
    (PairReading.DECK_BELOW, has_label_below),
    (PairReading.KICKER_ABOVE, names_event),
    (PairReading.DECK_BELOW, says_who_spoke),
    (PairReading.KICKER_ABOVE, is_slogan_above),
    (PairReading.KICKER_ABOVE, is_detail_above),
    (PairReading.DECK_BELOW, has_flourish_above),
    (PairReading.DECK_BELOW, is_detail_below),
    (PairReading.KICKER_ABOVE, has_flourish_below),
    (PairReading.KICKER_ABOVE, is_longer_above),
    (PairReading.KICKER_ABOVE, is_as_long_below),
)
