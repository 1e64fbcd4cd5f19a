"""Chinese surnames, simplified and traditional: what opens a personal name."""

# The commonest surnames (nine people in ten): a rule without other proof asks for one of these.
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚"
    "谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳"
    "邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜温詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边仇褚"
)

# Surnames that are rarer, or that are common words too: enough only where a name is expected.
RARE_SURNAMES = frozenset(
    "裘寇鞠荆郜漆亢戎檀况艾敖巴班暴贲卞别邴布步岑昌晁巢谌池迟储楚淳达党刀邸狄刁东窦堵端鄂鄢丰封逢凤伏扶符富干皋戈宫巩贡苟辜古官光归国海杭和赫衡弘宏呼扈花滑怀宦惠火"
    "嵇姬籍计暨冀家匡邝揆夔郎乐冷厉利连廉练良蔺伶令娄栾麻满茅么门米糜宓缪木穆那佴南能年钮农区盘逄蓬皮平蒲濮浦戚亓綦璩瞿权全阙饶荣容茹芮萨桑沙山商"
    "尚佘厍舍莘生师时寿舒束帅双水松宿粟眭索邰澹滕佟仝屠拓庹尉蔚危巫邬乌毋吾奚习洗冼咸鲜相肖信星幸胥须轩宣荀禹晏燕羊养仰要伊益阴银印应雍永有鱼虞宇"
    "郁喻元苑云郓恽宰臧迮占湛仉招折支仲竺诸卓宗祖撒闻谈楼盖栗晋闫铁阚蓝桓展居昝朴牧苍蒙缑麦逯郗骆隗庾彤钦简付"
)

TRADITIONAL_SURNAMES = frozenset(
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭許鄧呂蘇盧蔣賈葉閻餘鍾範譚鄒陸顧龍萬錢湯喬賀賴龔龐蘭嚴溫蘆魯聶叢關費紀歐項單寧闕閔車邊齊莊畢衛乾儲別區厙厲國壽"
    "婁宮嶽帥師強惲應懷時東榮樂權欒歸烏竇繆習聞華薩藺計諶諸豐貢賁軒農連達遲鄔鄺鈕門陰雙雲韋顏饒鬱魚鮑鳳黨"
)

COMPOUND_SURNAMES = frozenset(
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 轩辕 呼延 端木 东方 "
    "南宫 司徒 澹台 万俟 单于 太史 赫连 闻人 钟离 拓跋 申屠 濮阳 淳于 鲜于 司空 西门 "
    "百里 东郭 南门 闾丘".split()
)
TRADITIONAL_COMPOUND_SURNAMES = frozenset(
    "歐陽 司馬 諸葛 尉遲 公孫 長孫 軒轅 東方 南宮 澹臺 聞人 鍾離".split()
)

SURNAMES = COMMON_SURNAMES | RARE_SURNAMES | TRADITIONAL_SURNAMES
"""Every surname of one character that a list of names may hold."""

LONG_SURNAMES = COMPOUND_SURNAMES | TRADITIONAL_COMPOUND_SURNAMES
"""Every surname of two characters."""
