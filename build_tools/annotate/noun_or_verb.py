"""Readings of characters that are read one way as a verb and another way as a noun.

Each rule gives the syllable, or `None` where the usual reading holds; see
`build_tools.annotate.particles`.
"""

from build_tools.annotate.context import NUMBER, Context
from build_tools.annotate.particles import syllable
from build_tools.annotation import Syllable

_TITLES = "长委记员官任理总席王帅将军"
_TO_TIBET = frozenset("驻 入 进 援 川 青 滇 离 赴 返 涉 在 出".split())
_OF_TIBET = frozenset("人 军 语 文 区 民 医 药 历 东 南 北 香 獒 袍 汉 式 餐 戏 装 家 地".split())
_HIDDEN = frozenset("在 着 有 于 进 入 身 匿 书".split())
_NAILED_TO = frozenset("在 入 上 死 住 进 好 十字架".split())
_SPREAD = frozenset("上 在 了 着 满 通 就 开 设 展 下 成 好 完 有 出 到 过 路 床 管 轨".split())
_SPRUNG = frozenset("出 回 起 开 唱 了 着 性 力 窗".split())
_DONE_AGAIN = frozenset("录拍修写选排装走画印组访读返建启做")
_ONCE_DONE = frozenset(
    (
        "去 来 做 吃 看 见 听 说 写 读 学 当 有 是 想 问 用 干 打 教 养 种 住 坐 穿 喝 买 卖 得 拿 "
        "开 办 上 下 提 讲 谈 找 试 收 玩 带 给 到 办理 效力"
    ).split()
)


def read_jiang(context: Context) -> Syllable | None:
    """将: jiàng for a general at the end of a clause, else jiāng.

    左营参将 jiàng. Not: 将于明日 (an adverb, which something follows).
    """
    return syllable("jiang", 4) if context.before and not context.after else None


def read_shuai(context: Context) -> Syllable | None:
    """率: shuài where someone leads someone, else lǜ.

    县长率队 shuài, 满意率98% lǜ. Not: 就业率数据 lǜ (what is before is no leader).
    """
    is_led = context.is_after("n", "r", "x", "j") or bool(
        context.after and not context.tag(context.after) and not NUMBER.match(context.after)
    )
    is_leader = (
        not context.tag(context.before)
        or context.is_before("nr", "r", "d", "x", "c", "t", "p")
        or context.before[-1] in _TITLES
        or _is_end_of_name(context)
    )
    return syllable("shuai", 4) if is_led and is_leader else None


def _is_end_of_name(context: Context) -> bool:
    """Whether single characters stand before, as those of a name that no word holds do."""
    before = context.clause_before[-2:]
    return len(before) == 2 and all(len(word) == 1 for word in before)  # noqa: PLR2004


def read_zang(context: Context) -> Syllable | None:
    """藏: zàng for Tibet, else cáng.

    驻藏 zàng, 藏语 zàng. Not: 藏在柜子里 cáng.
    """
    if context.after in _HIDDEN:
        return syllable("cang", 2)
    is_tibet = context.before in _TO_TIBET
    return syllable("zang", 4) if is_tibet or context.after in _OF_TIBET else None


def read_juan(context: Context) -> Syllable | None:
    """卷: juàn for a volume beside its number or title, else juǎn.

    三卷 juàn, 《县志》卷四 juàn. Not: 卷起袖子 juǎn.
    """
    before = context.words[context.place - 1] if context.place else ""
    is_counted = any(word and NUMBER.match(word) for word in (before, context.after))
    return syllable("juan", 4) if is_counted or before == "》" else None


def read_ding(context: Context) -> Syllable | None:
    """钉: dìng for nailing, else dīng.

    钉在门上 dìng, 被钉 dìng. Not: 一颗钉 dīng.
    """
    is_nailing = context.after in _NAILED_TO or context.before == "被"
    return syllable("ding", 4) if is_nailing else None


def read_guo(context: Context) -> Syllable | None:
    """过: neutral after a verb for what was once done, else guò.

    办理过 guo, 去过 guo. Not: 走过 guò (a way), 过河 guò.
    """
    is_once = context.before in _ONCE_DONE or (
        len(context.before) > 1 and context.is_before("v") and context.before[-1] not in "通经超越"
    )
    return syllable("guo", 5) if is_once else None


def read_pu(context: Context) -> Syllable | None:
    """铺: pū for spreading, else pù.

    铺上石板 pū, 铺沥青 pū. Not: 药铺旧址 pù (a noun before it), 十里铺 pù.
    """
    if context.after in _SPREAD:
        return syllable("pu", 1)
    is_done_by = context.before.endswith(("人", "工", "员", "们", "队"))
    is_object = context.is_after("n") and (is_done_by or not context.is_before("n", "m", "q", "a"))
    return syllable("pu", 1) if is_object and context.before else None


def read_tan(context: Context) -> Syllable | None:
    """弹: tán for playing an instrument and bouncing, else dàn.

    弹钢琴 tán, 弹出 tán. Not: 一枚弹 dàn.
    """
    is_playing = (
        context.after.endswith(("琴", "奏", "吉他", "琵琶", "曲")) or context.after in _SPRUNG
    )
    return syllable("tan", 2) if is_playing else None


def read_chong(context: Context) -> Syllable | None:
    """重: chóng before what is done again, zhòng where it is compared.

    重录 chóng, 更重 zhòng, 重7斤 zhòng. Not: 重罚 zhòng (to punish hard).
    """
    if context.before in {"更", "很", "太", "最", "要", "不", "较", "多", "约"} or (
        context.after[:1].isdigit()
    ):
        return syllable("zhong", 4)
    return syllable("chong", 2) if context.after[:1] in _DONE_AGAIN else None


def read_long(context: Context) -> Syllable | None:
    """弄: lòng for a lane behind its number, else nòng.

    593弄 lòng. Not: 弄坏 nòng.
    """
    is_numbered = bool(context.before) and context.before[-1].isdigit()
    return syllable("long", 4) if is_numbered else None


def read_la(context: Context) -> Syllable | None:
    """啦: neutral at the end of a clause, else lā.

    天亮啦 la. Not: 啦啦操 lā.
    """
    return syllable("la", 5) if context.before and not context.after else None


def read_wa(context: Context) -> Syllable | None:
    """哇: neutral at the end of a clause, else wā.

    好哇 wa. Not: 哇的一声 wā.
    """
    return syllable("wa", 5) if context.before and not context.after else None
