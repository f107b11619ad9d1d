"""The surnames a Chinese name can begin with, Simplified; text is folded before it is asked "
"for them."""

from __future__ import annotations

from .cues import words

# As far as they carry nearly everybody; rare ones that are everyday words are left out.
SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜"
    "叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶"
    "贺毛郝顾龚邵万覃武钱戴严莫孔向常汤赖温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申耿"
    "关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳管柴蒙鲍"
    "华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫柏"
    "米宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官"
    "谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆"
    "朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊母"
    "裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居揭干但尉冶斯元束檀衣"
    "信展阴昝智幸奉植衡富尧闭傅阎步"
)
COMPOUND = frozenset(
    words(
        "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 轩辕 端木 独孤 南宫 "
        "东郭 百里 呼延 申屠 张简 范姜"
    )
)
# Ordinary words as well: before another surname they begin no name (向王先生, 谢李小姐).
ALSO_WORDS = frozenset("向于谢时和应由从经连全方安成来关令明查都公位但是幸利与同让请对找为给")


def surname(text: str, at: int) -> int:
    """The length of the surname that begins at ``at``, or 0.

    >>> surname("欧阳海", 0), surname("陈一", 0), surname("的确", 0)
    (2, 1, 0)
    """
    if text[at : at + 2] in COMPOUND:
        return 2
    return 1 if text[at : at + 1] in SINGLE else 0
