"""Surnames and places whose readings are traps, in plain sentences of news.

The names are invented; readings of surnames and places follow 现代汉语词典.
"""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.pinyin_lines import read_line

SURNAMES = """
单明远 shàn | 仇立新 qiú | 解文杰 xiè | 查志强 zhā | 任国栋 rén | 区伟文 ōu
盖晓东 gě | 乐嘉铭 yuè | 员海燕 yùn | 覃志刚 qín | 燕建国 yān | 哈国庆 hǎ
过庆生 guō | 种世杰 chóng | 那英杰 nā | 曲文涛 qū | 干学文 gān | 召志国 shào
都兴华 dū | 曾庆生 zēng | 华建平 huà | 朴正勋 piáo | 尉迟恭良 yù | 万俟文 mò
缪文华 miào | 冼国兴 xiǎn | 翟天明 zhái | 葛军平 gě | 尹志平 yǐn | 宁国强 níng
柏文清 bǎi | 车建新 chē | 强小明 qiáng | 纪晓东 jǐ | 撒文泉 sǎ | 洗玉清 xiǎn
繁建华 pó | 黑文华 hè | 重文举 chóng | 逄大明 páng | 乜文华 niè | 佴国才 nài
令狐明 líng | 长孙文 zhǎng | 澹台明 tán | 尉文平 wèi | 盛国华 shèng | 阚文杰 kàn
晁小波 cháo | 牟志强 mù | 訾明远 zī | 隗立民 wěi | 靳国强 jìn
臧文举 zāng | 卜学军 bǔ | 折文强 shé | 谌建国 chén | 郗明远 xī | 麴文杰 qū
呼延平 hū | 司马青 sī | 诸葛明 zhū | 单雄飞 shàn | 查小燕 zhā
"""
PLACES = """
六安 lù ān | 台州 tāi zhōu | 蚌埠 bèng bù | 东阿 dōng ē | 丽水 lí shuǐ | 乐清 yuè qīng
亳州 bó zhōu | 井陉 jǐng xíng | 洪洞 hóng tóng | 燕京 yān jīng
巴彦淖尔 bā yàn nào ěr | 扎赉诺尔 zhā lài nuò ěr | 土默特 tǔ mò tè
鄂托克旗 è tuō kè qí | 铅山 yán shān | 歙县 shè xiàn | 涡阳 guō yáng | 枞阳 zōng yáng
乐亭 lào tíng | 蔚县 yù xiàn | 浚县 xùn xiàn | 渑池 miǎn chí | 荥阳 xíng yáng
荥经 yíng jīng | 单县 shàn xiàn | 中牟 zhōng mù | 番禺 pān yú | 东莞 dōng guǎn
大埔 dà bù | 监利 jiān lì | 犍为 qián wéi | 尉犁 yù lí | 长垣 cháng yuán
内蒙古 nèi měng gǔ | 六合 lù hé | 漯河 luò hé | 吴堡 wú bǔ | 穆棱 mù líng
珲春 hún chūn | 郴州 chēn zhōu | 耒阳 lěi yáng | 儋州 dān zhōu | 黟县 yī xiàn
砀山 dàng shān | 泌阳 bì yáng | 繁峙 fán shì | 隰县 xí xiàn | 华阴 huà yīn
柞水 zhà shuǐ | 枣强 zǎo qiáng | 大城 dài chéng | 蠡县 lǐ xiàn | 阜平 fù píng
武陟 wǔ zhì | 莘县 shēn xiàn | 曲阜 qū fù | 句容 jù róng | 盱眙 xū yí | 邳州 pī zhōu
阿城 ā chéng | 红磡 hóng kàn | 乐东 lè dōng | 琼海 qióng hǎi | 阆中 làng zhōng
筠连 jūn lián | 珙县 gǒng xiàn | 郫都 pí dū | 邛崃 qióng lái | 綦江 qí jiāng
涪陵 fú líng | 重庆 chóng qìng | 厦门 xià mén | 会昌 huì chāng | 会稽 kuài jī
洱源 ěr yuán | 牟定 móu dìng | 勐海 měng hǎi | 宕昌 tàn chāng | 岷县 mín xiàn
碌曲 lù qǔ | 玛曲 mǎ qǔ | 乐都 lè dū | 吐鲁番 tǔ lǔ fān | 喀什 kā shí
巴音郭楞 bā yīn guō léng | 和硕 hé shuò | 浒墅关 xǔ shù guān | 甪直 lù zhí
百色 bǎi sè | 镇海 zhèn hǎi | 高要 gāo yāo | 端州 duān zhōu | 陆丰 lù fēng
揭阳 jiē yáng | 澄迈 chéng mài | 林芝 lín zhī | 那曲 nà qǔ | 昌都 chāng dū
日喀则 rì kā zé | 墨脱 mò tuō | 同仁 tóng rén | 察哈尔 chá hā ěr | 额济纳 é jì nà
瓦房店 wǎ fáng diàn | 桦甸 huà diàn | 敦化 dūn huà | 东海 dōng hǎi | 射阳 shè yáng
大丰 dà fēng | 如皋 rú gāo | 溧阳 lì yáng | 嵊州 shèng zhōu | 鄞州 yín zhōu
诸暨 zhū jì | 缙云 jìn yún | 暨阳 jì yáng | 峄城 yì chéng | 沭阳 shù yáng
睢宁 suī níng | 睢县 suī xiàn | 濮阳 pú yáng | 汝州 rǔ zhōu | 宜兴 yí xīng
临朐 lín qú | 鄄城 juàn chéng | 茌平 chí píng | 乐陵 lào líng | 罗定 luó dìng
"""


def _traps(table: str) -> list[tuple[str, list[str]]]:
    rows = table.strip().replace("\n", " | ").split(" | ")
    return [(row.split()[0], row.split()[1:]) for row in rows]


@pytest.mark.parametrize(("name", "reading"), _traps(SURNAMES))
def test_surname_is_read_as_one(name: str, reading: list[str], lexicon: Lexicon) -> None:
    assert read_line(f"记者{name}昨日出席会议。", lexicon)[2] == reading[0]


@pytest.mark.parametrize(("place", "reading"), _traps(PLACES))
def test_place_is_read_as_one(place: str, reading: list[str], lexicon: Lexicon) -> None:
    assert read_line(f"记者从{place}获悉。", lexicon)[3 : 3 + len(place)] == reading
