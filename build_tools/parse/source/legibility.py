"""How far a text reads as Chinese: the share of characters that every text is full of."""

import re
from itertools import islice

MAX_JUDGED_CHARS = 100_000
"""How much of a text is judged, in characters beyond ASCII; an issue has fewer."""

# The 500 commonest hanzi of simplified text, three quarters of what a newspaper prints.
# Source: the word counts of jieba's dictionary (MIT).
_SIMPLIFIED = (
    "一是人了不在有大中国和为这上他个地年来我会以到要时的出生说学道民也家们成子行就于下后发自"
    "对之得主可长过作天分方你用着多部能等市业全经工里都而本公政高法面门动日进代那事区去同定北"
    "心产前开小其还然军种起所现如理表体好机与外力当实重两么只新文从又关建三制没明此平水将山化"
    "内南最员手名看西月间各东头者见但已些安无城想她相正口通度由院加战合位物常第点性意使场十海"
    "次武向因样治立身把被问入并情原数及级路二省知教任资委应量务老江石利元期湖世万美系比回总展"
    "汉特气或提先设很声品电科义社统己金处首共形领王直目别司队太话少至给女计基权命更果儿称四议"
    "活报变今决打流解米导书程清州马几才府术华便放再走保结题交管族反京规张它师达接条色改什受式"
    "听运组河信白做济党五指光论风取强技却布选职记县真界类号件何神眼据兵带黄完传农边百干增集质"
    "空联广花难历每古即专史住认阳必官步举商皇叫游死研近台争求考备具众该革团收土持感车始笑线非"
    "调言转让连斯林较造际英亲朝士根思约校李候价段则型单属积字快深功究准红周往格器极育德参火许"
    "图吃亚装令克像半办观告拉精随构划帝鱼整复算示象影群远料千势包投容值股怎热望息需断源派况速"
    "早且境律纪编支八觉越语推铁证尔确"
)
# The traditional forms of those.
_TRADITIONAL = (
    "國為這個來會時說學傢們發對長過著業經裏門動進區產開還軍種現體機與當實兩麼關沒將內員間東頭"
    "見無戰點場樣問並數級資應務係總漢氣設聲電義統處領別隊話給計權稱議報變決導書馬術華結題規張"
    "師達條運組濟黨論風強卻選職記縣類號據帶黃傳農邊幹質聯難歷專認陽舉爭備眾該團車線調轉讓連較"
    "際親約價則單屬積紅極參許圖亞裝辦觀隨構魚復遠勢熱斷況紀編覺語鐵証爾於後裡幾萬準複製繫隻臺"
    "髮曆乾眞爲纔灣"
)
# Punctuation as Chinese text is set with it, spaces included.
_SIGNS = "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕—…·％～\u3000\u30fb\u2027\xa0"
_FULLWIDTH_FIGURES = map(chr, range(0xFF10, 0xFF1A))

COMMON_CHARACTERS = frozenset((*_SIMPLIFIED, *_TRADITIONAL, *_SIGNS, *_FULLWIDTH_FIGURES))
"""About 730; of Chinese text they make up 0.6 to 0.8, of the wrong reading of its bytes 0.05."""

_BEYOND_ASCII = re.compile("[^\0-\x7f]")


def common_share(text: str) -> float:
    """Give the share of common characters among those of *text* beyond ASCII, 0.0 to 1.0.

    Letters and figures of ASCII read alike in every encoding and tell nothing.

    >>> common_share("“走了。”老人"), common_share("鈥滆蛋鍚с")
    (1.0, 0.0)
    """
    judged = [found[0] for found in islice(_BEYOND_ASCII.finditer(text), MAX_JUDGED_CHARS)]
    if not judged:
        return 0.0
    return sum(char in COMMON_CHARACTERS for char in judged) / len(judged)
