"""Full personal names, where a title or a label gives them away; a surname with a title is none."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.han import is_han
from .cues import words
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .surnames import ALSO_WORDS, COMPOUND, SINGLE, surname

NAME = "person-name"
RELATIONS = (
    "朋友|同事|室友|先生|太太|爱人|老公|老婆|丈夫|妻子|儿子|女儿|父亲|母亲|爸爸|妈妈|"
    "弟弟|哥哥|姐姐|妹妹"
)
_TITLES = ("先生", "女士", "小姐", "太太", "老师", "同志", "阿姨", "医生", "医师", "经理", "总")
_TITLE = r"先生|女士|小姐|太太|医生|医师"
# After these a name follows, and nothing else if a colon or a copula stands between.
_LABEL = (
    r"(?:姓名|户名|持卡人|收款人|付款人|汇款人|开户人|账户名|户主|联系人|申请人|投保人|被保险人|"
    r"受益人|借款人|担保人|患者|病人|当事人|收件人|收款方|付款方|寄件人|共同借款人|监护人|持有人|"
    r"法定代表人|委托人|授权人|联名人|主卡人|附卡人|车主|业主|立据人|要保人|贷款人|保证人|"
    rf"[您你]的?(?:{RELATIONS})|"
    r"客户名称|客户|用户|会员|机主|名字|本名|名叫|叫做|我叫|他叫|她叫|署名|"
    r"主治医生|主治医师|医生|医师|经办人|代办人|联络人)"
)
_SURE = (
    r"(?:[ ]?(?::|=|是[您你]的?(?:朋友|同事|家人|"
    + RELATIONS
    + r")|(?:登记|预留|填写?|写|显示|录入|注明)"
    r"(?:的?是|为|成)?|名?叫做?|是|为)[ ]?)"
)
_WEAK = ("客户", "用户", "会员")
# What is said of a name of three characters, which words seldom look like.
_SAID_OF = (
    r"今天|今早|昨天|前天|明天|上周|上个?月|去年|前年|目前|现在|已|将|还|也|曾|尚|未|没|不|需|"
    r"可以|本人|"
    r"同意|签|是|刚|正在|来电|申请|提交|要求"
)
_DOCTOR = r"(?:[为给](?:其|他|她|您)|诊断|负责|开具|的指导|医[生师]|主[任治])"
_LABELLED = rf"{_LABEL}(?:姓名|名称|名字)?(?P<sure>{_SURE})?[ \"“「]?"
# What may follow a name that nothing else ends.
_SURE_FOLLOW = r"先生|女士|小姐|太太|[,(、 ]?的?(?:身份证|身分证|证件|手机|电话|账号|卡号|名下)"
_FOLLOW = (
    r"(?:先生|女士|小姐|太太|的(?:身份证|手机|电话|账户|户口|卡|名下|贷款|保单|账号|资料|信息|"
    r"签名|地址|名字)|您好|本人|"
    r"(?:和|与|及|跟|以及)(?:被保险人|投保人|受益人|借款人|担保人|持卡人|您)|"
    r"身份证|身分证|手机|电话|账号|卡号|"
    r"今日|昨日|于|已|表示|男|女|(?=[^\w]|\Z))"
    rf"|{_DOCTOR}"
)
# Each alternative begins with a plain character: such patterns are searched many times faster.
_IDENTIFIED = (
    r"男(?=[,、性])|女(?=[,、性])|身份证|身分证|证件[号:]|手机(?=号|[:是为0-9 ])"
    r"|电话(?=号|[:是为0-9 ])|联系电话|账号|卡号|护照[号:]|现住址|住址|生日(?=[:是为0-9])"
    r"|岁(?<=[0-9][0-9]岁)|是一名|是一位"
    r"|持有身"
)
# What is said of somebody. Much else stands in front of these, so less passes for a name.
_AFFAIR = (
    r"信用评分|年收入|月收入|被诊断|被确诊|居住|电子邮箱[:是为]|邮箱[:是为]|名下[的有]|"
    r"的(?:信用卡|贷款|车贷|房贷|网贷|借款|账单|保单|欠款|余额|存款|征信|账户|保险|基金)"
)
_NO_AFFAIR = frozenset(
    "月日年期款额账卡户已未将能无没就也还再都所其此每各何些什怎后前时号位笔元次人本行处资息贷险种类"
)
_POSTS = frozenset((*_TITLES, "主治", "主任", "主管", "经办"))
_NO_GIVEN = frozenset(
    "的了是在有和与或及等不要请您你我他她它们这那个为被把给对向从到于先女吗呢吧啊"
)
_NO_NAME = frozenset(
    words(
        "方便 高兴 高度 高效 高级 高额 安全 安心 安排 常用 常见 成功 成立 成为 全部 全额 全国 "
        "关于 关注 关系 关心 应当 应该 应付 应收 应缴 明细 明确 明白 万一 万元 金额 金融 时间 "
        "时候 温馨 平台 平时 平安 国家 国内 国际 信用 信息 信任 查询 查看 来电 来访 公司 公众 "
        "公告 支付 支持 支行 支出 相关 相应 相信 计算 计息 都可 单位 单笔 单独 管理 连接 连续 "
        "原因 原有 解决 解除 解释 余额 包括 包含 强制 强调 华为 华夏 利息 利率 成员 路径 文件 "
        "文字 农业 农行 谈话 简单 项目 经理 易于 任何 任意 满意 满足 展示 展期 元旦 符合 能否 "
        "申请 申诉 申购 何时 何种 别人 位于 古代 项下 贺卡 陆续 龙卡 白金 金卡 普通 普卡 银行 "
        "银联 房贷 车贷 房产 车险 马上 石油 江苏 石家庄 商户 商家 师傅 官方 官网 海外 荣誉 "
        "花费 权益 权限 权利 初始 初次 封闭 修改 祝您 祝福 谢谢 丰富 富裕 明天 昨天 印章 利益 "
        "广大 尊敬 朋友 关爱 能力 幸福 周末 周一 周二 周三 周四 周五 周六 周日 周内 相同 相当 "
        "相比 时关 全面 全新 全款 全程 干嘛 都讲 都有 都要 都会 胡子 安宁 周年 季度 年度 方式 "
        "方案 方法 方面 程序 程度 钱包 钱款 钟后 段时间 乐意 汤料 沙发 门店 门票 通知 通过 "
        "付款 付费 付清 云端 云闪付 元宝 干预 但是 由于 由此 来自 来源 居住 居民 那么 那些 "
        "那个 伊朗 左右 池塘 终止 和解 宣布 索赔 索取 井然 普惠 隆重 智能 边界 游戏 毕业 冷静 "
        "解绑 解锁 解冻 解约 那位 "
        "景区 万分 牛市 熊市 熊猫 米粉 麻烦 严重 严格 毛利 车辆 车主 连带 尚未 尚有 尚可 常规 "
        "花呗 白条 金条 商务 商业 商品 商铺 公积 公共 经营 经济 房子 房屋 车子 车位 应急 成年 单身 "
        "高龄 高校 农户 都市 成都 关联 和谐 安全 苏宁 京东 "
        "常年 成长 成本 成交 安装 安卓 盛大 鲜花 祖国 密码 初审 复审 终审 权威 储蓄 储值 储备"
    )
)
_ENGLISH_LABEL = (
    r"(?<![a-z])(?:(?:joint|account|card|policy) ?holder|cardholder|beneficiary|payee|payer|"
    r"remitter|"
    r"(?:life )?insured|borrower|co-borrower|guarantor|joint applicant|applicant|policy ?owner|"
    r"nominee|"
    r"trustee|next of kin|emergency contact|sender|account name|you down as|registered to|"
    r"registered under|(?:in|under) the name(?: of)?)"
)
_NO_ENGLISH = (
    r"(?!(?:[a-z]+(?:ly|ed|ing|ible|able|ment|tion|sion|ness|ous|ful|ty|ents?|ants?)|"
    r"a|an|the|to|of|on|in|at|by|for|and|or|not|no|is|are|was|were|be|been|must|may|can|cannot|"
    r"will|"
    r"would|should|shall|has|have|had|does|do|did|who|which|that|this|these|those|it|its|as|if|"
    r"when|"
    r"you|your|we|our|us|they|their|them|he|she|his|her|him|from|with|under|over|one|only|also|"
    r"still|now|"
    r"name|details?|number|account|card|bank|box|field|form|section|page|status|change|type|code|"
    r"data|"
    r"match|matches|check|first|last|same|new|old|full|legal|whose|whom|both|any|all|each|every|"
    r"out|up|"
    r"there|here|correct|right|wrong|fine|free|able|aware|alive|late|abroad|here|deceased|sure|"
    r"happy|"
    r"company|person|party|spouse|estate|adult|child|owner|holder)(?![a-z]))"
)
_ENGLISH_SAID = (
    rf"{_ENGLISH_LABEL}(?:'s)?(?: name)?(?: (?:on|for|of|to) (?:the |your |that |this "
    rf")?[a-z]{{3,12}}| we (?:have|hold))?"
    rf"(?: ?: ?| (?:is|was) (?:called |named |listed as |recorded as |registered as |set as |"
    rf"down as )?| called | named |(?<=holder) |(?<=payee) |"
    rf"(?<=beneficiary) |(?<=as) |(?<=to) |(?<=of) |(?<=under) )"
    r"(?:(?:mr|mrs|ms|miss|dr)\.? )?"
    rf"(?P<name>{_NO_ENGLISH}[a-z][a-z'\-]{{1,15}} (?:[a-z]\.? |"
    rf"{_NO_ENGLISH}[a-z][a-z'\-]{{1,15}} )?{_NO_ENGLISH}[a-z][a-z'\-]{{1,18}})"
    r"(?= ?[,.;!?()\n]|\Z| (?:has|is|was|signed|on|and|with|born|called|asked|will)(?![a-z]))"
)
_ENGLISH = (
    r"(?<![a-z])(?:name|cardholder|card holder|account holder|beneficiary|payee|payer|insured|"
    r"applicant|recipient)"
    r"(?: name)?[ ]?: ?(?P<name>[a-z][a-z'\-]+(?: [a-z]\.?)?(?: [a-z][a-z'\-]+){1,2})(?=[ "
    r"]?(?:[,.;()\n]|\Z))"
)
_ANY_ENGLISH = (
    "(?:holder|name|beneficiary|pay|remitter|insured|applicant|recipient|borrower|guarantor|owner"
)
_ANY_ENGLISH += "|down as|registered|the name|nominee|trustee|next of kin|contact|sender)"
_ANY_ENGLISH += "[a-z ]{0,24}[: ] ?[a-z]"
_LEADS = words(
    "尊敬的 亲爱的 的 客户 您好 联系 告知 转告 通知 持卡人 户名 医师 太太 先生 妻子 丈夫 父亲 "
    "母亲 儿子 "
    "女儿 同事 朋友 配偶 爱人 由 经 与 向 对 给 帮 替 为 请 让 找 是 叫 和 及 在"
)
_JOINTS = 4  # what may stand between a name and what follows it; the gate counts on it
_COMING = frozenset("来相")
_SALUTES = ("尊敬的", "亲爱的", "敬爱的", "您好")


def find(text: str, public: Public) -> Iterator[Hit]:
    """Names with a label, a title or an identifier beside them; a salutation is ``shape``."""
    figures = plain(text)
    spans: dict[int, tuple[int, str]] = {}
    if not text.isascii():
        for start, end, tier in (*_labelled(figures), *_titled(figures), *_identified(figures)):
            spans.setdefault(start, (end, tier))
        _repeated(figures, spans)
    for pattern in (_ENGLISH, _ENGLISH_SAID) if compiled(_ANY_ENGLISH).search(figures) else ():
        for match in compiled(pattern).finditer(figures):
            spans.setdefault(match.start("name"), (match.end("name"), "cued"))
    last = 0
    for start, (end, tier) in sorted(spans.items()):
        value = figures[start:end]
        if start >= last and value not in public.names:
            last = end
            yield Hit(start, end, tier, _mask_in(figures, start, end))


def _repeated(text: str, spans: dict[int, tuple[int, str]]) -> None:
    """Adds where a name that was found stands again."""
    names = {text[start:end]: tier for start, (end, tier) in spans.items()}
    for name, tier in names.items():
        at = text.find(name)
        while at >= 0:
            spans.setdefault(at, (at + len(name), tier))
            at = text.find(name, at + len(name))


def _given(text: str, at: int) -> Iterator[int]:
    """The ends a name beginning at ``at`` may have, the longer first."""
    length = surname(text, at)
    if not length or any(text[at : at + size] in _NO_NAME for size in (2, 3)):
        return
    for size in (2, 1):
        given = text[at + length : at + length + size]
        if (
            len(given) == size
            and given not in _POSTS
            and all(is_han(ch) and ch not in _NO_GIVEN for ch in given)
        ):
            yield at + length + size


# The one who writes gives a name and says what they do here.
_OF_OURS = (
    r"(?:经理|主任|专员|客服|顾问|理专|营业员|柜员|主管|坐席|工号|员工编号|"
    r"为您服务|为你服务|跟进|负责|竭诚)"
)


def _labelled(text: str) -> Iterator[tuple[int, int, str]]:
    for match in compiled(_LABELLED).finditer(text):
        at = match.end()
        if (
            not match["sure"]
            and text[at : at + 1] in ALSO_WORDS | _COMING
            and not compiled(_SURE_FOLLOW).match(text, at + 3)
        ):
            continue
        for end in _given(text, at):
            follow = _FOLLOW if match["sure"] or not match[0].startswith(_WEAK) else _SURE_FOLLOW
            whole = end - at > 2 and not match[0].startswith(_WEAK)
            if compiled(follow).match(text, end) or (whole and compiled(_SAID_OF).match(text, end)):
                ours = match[0].startswith("我叫") and compiled(
                    rf"[^。!?\n]{{0,24}}{_OF_OURS}"
                ).match(text, end)
                if not ours:
                    yield at, end, "cued"
                break


def _titled(text: str) -> Iterator[tuple[int, int, str]]:
    for match in compiled(_TITLE).finditer(text):
        end = match.start()
        for size in (4, 3, 2):
            at = end - size
            if at < 0 or end not in _given(text, at) or not _begins(text, at):
                continue
            name = text[at:end]
            if name[0] in ALSO_WORDS and name[1] in SINGLE:
                continue
            if name[-2:] in COMPOUND or name[1:] in COMPOUND:
                continue
            salute = text[max(0, at - 3) : at].endswith(_SALUTES) or (
                at == 0 and compiled(r"[,:!。 您你]|\Z").match(text, match.end())
            )
            yield at, end, "shape" if salute else "cued"
            break


def _identified(text: str) -> Iterator[tuple[int, int, str]]:
    """Names that open a clause and carry an identifier or an affair of theirs behind them."""
    for pattern, refused in ((_IDENTIFIED, frozenset[str]()), (_AFFAIR, _NO_AFFAIR)):
        for match in compiled(pattern).finditer(text):
            end = match.start() - (2 if match[0] == "岁" else 0)
            while end and match.start() - end < _JOINTS and text[end - 1] in " ,(、:的":
                end -= 1
            for size in (4, 3, 2):
                at = end - size
                if at < 0 or end not in _given(text, at) or (at and is_han(text[at - 1])):
                    continue
                if refused.isdisjoint(text[at + 1 : end]):
                    yield at, end, "cued"
                break


def _begins(text: str, at: int) -> bool:
    """Whether a name may begin at ``at``: nothing Han in front but what leads up to one."""
    if at == 0 or not is_han(text[at - 1]):
        return True
    return text[max(0, at - 3) : at].endswith(_LEADS)


def _mask_in(text: str, start: int, end: int) -> str:
    """The surname alone where a title follows it."""
    name = text[start:end]
    if text.startswith(_TITLES, end) and not name.isascii():
        return name[: surname(name, 0) or 1]
    return mask(name)


def validate(value: str) -> bool:
    """Whether ``value`` is a surname and one or two characters.

    >>> validate("李小明"), validate("欧阳明"), validate("马上"), validate("王先生")
    (True, True, False, False)
    """
    return len(value) in _given(value, 0)


def mask(value: str) -> str:
    """The surname, or the first letters.

    >>> mask("李小明"), mask("欧阳明"), mask("Mary Poe")
    ('李**', '欧阳*', 'M*** P***')
    """
    if value.isascii():
        return " ".join(part[0] + "***" for part in value.split())
    kept = surname(value, 0) or 1
    return value[:kept] + "*" * (len(value) - kept)
