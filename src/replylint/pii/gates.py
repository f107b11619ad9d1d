"""Which messages each detector must look at: those with the digits and words it cannot do without.

Kept apart from the detectors so that closed gates cost no import.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .gate import Gate
from .surnames import COMPOUND, SINGLE


def _gate(
    words: str = "",
    *,
    run: int = 0,
    digits: int = 0,
    also: str = "",
    shape: str = "",
    shapes: tuple[str, ...] = (),
) -> Gate:
    """``words`` and ``also`` are parted by spaces; _ is a space within one."""
    return Gate(digits, _words(words), run, _words(also), shape, shapes)


def _words(those: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in those.split())


def _any(words: str) -> str:
    return "|".join(_words(words))


def _escaped(word: str) -> str:
    return word.replace("$", r"\$")


def _before(words: str, ends: Iterable[str]) -> str:
    """Every word with every end."""
    return " ".join(word + end for word in words.split() for end in ends)


# Figures, and the numerals that may be spoken ones (see digits.plain).
_FIGURES = "0123456789〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖"
_MONEY = (
    "元 块 万 $ ¥ £ € 美金 英镑 港币 台币 新币 令吉 人民币 澳门币 rmb cny hkd twd ntd usd mop "
    "sgd myr "
    "eur gbp yuan dollar pound quid"
)
# A figure and its currency, whichever comes first.
_AMOUNT = (
    f"[0-9,一二两三四五六七八九十百千万亿零〇] ?(?:{'|'.join(map(_escaped, _MONEY.split()))})"
    f"|(?:{'|'.join(map(_escaped, _MONEY.split()))}) ?[0-9]"
)
# A title, a label, or what identifies somebody: person_name's three ways of finding.
_TITLED = "先生 女士 小姐 太太 医生 医师"
_LABELS = (
    "姓名 户名 持卡人 收款人 付款人 汇款人 开户人 户主 联系人 申请人 投保人 被保险人 受益人 借款人 "
    "担保人 患者 病人 当事人 收件人 客户 用户 会员 机主 名字 本名 名叫 叫做 我叫 他叫 她叫 署名 "
    "经办人 代办人 联络人 收款方 付款方 寄件人 监护人 持有人 代表人 委托人 授权人 联名人 主卡人 "
    "附卡人 "
    "车主 业主 立据人 要保人 贷款人 保证人"
)
_IDENTIFIERS = (
    f"男, 男、 男性 女, 女、 女性 {_before('手机 电话', ':是为号_' + _FIGURES)} 联系电话 "
    f"身份证 身分证 证件号 证件: 账号 卡号 护照号 护照: 住址 "
    f"{_before('生日', ':是为' + _FIGURES)} 岁 是一名 是一位 持有身 "
    "信用评分 年收入 月收入 被诊断 被确诊 居住 邮箱: 邮箱是 邮箱为 名下的 名下有 的信用卡 的贷款 "
    "的车贷 的房贷 的网贷 的借款 的账单 的保单 的欠款 的余额 的存款 的征信 的账户 的保险 的基金"
)
# Values hidden in part.
_FILLS = "* • ● ○ █ ■ × xxx"
_HALF_HIDDEN = r"[*•●○█■×](?: ?\(|(?=[0-9]{6})|(?<=[0-9]{6}.))|"
_HALF_HIDDEN += r"(?:[*•●○█■×]{2}|xxx)(?:[ \-]?[0-9]|(?<=[0-9a-z].[*•●○█■×x].)|(?<=[0-9a-z]..))"
_NAMED = (
    "name holder holder's_name beneficiary payee payer insured applicant recipient borrower "
    "guarantor "
    "policy_owner "
    "policyowner nominee trustee next_of_kin emergency_contact you_down_as registered_to "
    "registered_under the_name_of sender remitter"
)
_RELATIONS = (
    "朋友 同事 室友 先生 太太 爱人 老公 老婆 丈夫 妻子 儿子 女儿 父亲 母亲 爸爸 妈妈 "
    "弟弟 哥哥 姐姐 妹妹"
)
# A surname where a name must stand: in front of a title, between an opening and what identifies
# somebody, behind a label. Labels of English are looked for by the detector itself.
_BEHIND = (
    r"男[,、性]|女[,、性]|身份证|身分证|证件[号:]|手机|电话|联系电话|账号|卡号|护照[号:]|现?住址|"
    r"生日|[0-9]{2}岁|"
    r"是一|持有身|信用评分|[年月]收入|被诊断|被确诊|居住|电子邮箱|邮箱|名下|信用卡|贷款|"
    r"[车房网]贷|借款|账单|"
    r"保单|欠款|余额|存款|征信|账户|保险|基金"
)
_FIRST = f"[{''.join(sorted(SINGLE | {name[0] for name in COMPOUND}))}]"
_TITLE_BEHIND = (
    rf"(?:{'|'.join(_TITLED.split())})"
    rf"(?:(?<={_FIRST}[^\x00-\x7f]..)|(?<={_FIRST}[^\x00-\x7f]{{2}}..)|"
    rf"(?<={_FIRST}[^\x00-\x7f]{{3}}..))"
)
_AFFAIR_BEHIND = rf"{_FIRST}(?<![\u4e00-\u9fff].)[^\x00-\x7f]{{1,3}}[ ,(、:的]{{0,4}}(?:{_BEHIND})"
_LABEL_AHEAD = (
    rf"(?:{'|'.join(_LABELS.split())}|医生|医师|"
    rf"{_before('您 你', _RELATIONS.split()).replace(' ', '|')}|"
    rf"{_before('您的 你的', _RELATIONS.split()).replace(' ', '|')}|账户名|客户名称)"
    rf"(?:姓名|名称|名字)?(?:[ ]?(?:[:=是为叫成]|的?是|登记为?|预留|填写?|写|显示|录入|注明|"
    rf"[您你]的?|"
    rf"{'|'.join(_RELATIONS.split())}|家人)){{0,4}}[ \"“「]?(?!公司|信息|原因|解|申请|余|印|"
    rf"权)(?=[^\x00-\x7f]{{2}}){_FIRST}"
)
_ENGLISH_LABEL = (
    rf"(?:{'|'.join(_words(_NAMED))})(?: name)?(?: on [a-z ]{{3,18}}| we [a-z]{{3,5}})?"
    r"(?: ?: ?| (?:is|was|called|named) | )(?!is |the |of |and |or |to |on |in )[a-z]+ [a-z]"
)
_NAME_LIKE = (_TITLE_BEHIND, _AFFAIR_BEHIND, _LABEL_AHEAD, _ENGLISH_LABEL)

GATES: Mapping[str, Gate] = {
    "cn-resident-id": _gate(run=15),
    "tw-id": _gate(run=8, shape=r"[a-z][ \-]?[a-d1289](?:[ \-]?[0-9]){3}"),
    "hkid": _gate(run=6, shape="[0-9]{3}(?:(?<=[a-z]...)|(?<=[a-z] ...))"),
    "macau-id": _gate(run=8, shape="[157](?:[0-9]{6}|/[0-9]{6})"),
    "passport-permit": _gate(
        "护照 通行证 回乡 台胞 台湾居民 签证 旅行证 passport permit travel_document visa_n",
        run=6,
    ),
    "payment-card": _gate(run=12),
    "account-number": _gate(
        "账 户口 存折 存簿 汇款至 汇入 account acct a/c acc",
        run=7,
    ),
    "foreign-id": _gate(
        "身份证 身分证 证件 证号 新加坡 马来 大马 准证 工作证 社会安全 社安 国民保险 nric fin ic "
        "id uin "
        "mykad ssn social_security national_insurance nino work_pass employment_pass ni_n licen",
        run=6,
        shape=r"(?<![0-9a-z])(?:[stfgm] ?[0-9]{7} ?[a-z]|[0-9]{6}[ \-]?[0-9]{2}[ \-]?[0-9]{4}"
        r"|[0-9]{3}[ \-]?[0-9]{2}[ \-]?[0-9]{4}|[a-z]{2}(?: ?[0-9]{2}){3} ?[a-d]|[a-z][0-9]{7,8}"
        r"|[a-z9]{5} ?[0-9]{6} ?[a-z9]{2}[0-9][a-z]{2})(?![0-9a-z])",
    ),
    "iban": _gate(run=8, shape=r"[a-z]{2} ?[0-9][ \-]?[0-9][ \-]?[0-9a-z]"),
    "cvv": _gate(
        "on_the_back on_the_reverse cvv cvn cvc csc cid 安全码 背面 后三 末三 "
        "card_verification_code security_code",
        digits=3,
    ),
    "one-time-code": _gate(
        "证码 証码 验码 确认码 授权码 激活码 检核码 动态 一次性 短信码 短信密码 简讯码 简讯密码 "
        "otp tac passcode one-time one_time code use_ enter_",
        digits=1,
        shape=r"[0-9]{4}|[0-9]{3}[ \-][0-9]{3}|[0-9]{2} [0-9]{2} [0-9]{2}|[0-9](?: [0-9]){3}"
        "|(?=[a-z]{0,5}[0-9])(?=[0-9]{0,5}[a-z])[0-9a-z]{6}",
    ),
    "password-value": _gate(
        "密码 口令 passw pwd pin",
        digits=1,
    ),
    "cn-mobile": _gate(run=11, shape=r"1[ \-.·_—]{0,3}[3-9]"),
    "landline-cn": _gate(run=10, shape=r"0[1-9]|86"),
    "hk-phone": _gate(run=8, shape=r"[2-9][0-9]{3}[ \-]?[0-9]{4}"),
    "tw-phone": _gate(run=9, shape="0[2-9]|886"),
    "macau-phone": _gate("853 澳门 macau macao", run=8),
    "intl-phone": _gate(run=7),
    "email": _gate(
        "@",
        shape=r"@(?<=[a-z0-9_+\-]@)[^\s@,。:;/]",
    ),
    "person-name": _gate(
        f"{_before('您 你', _RELATIONS.split())} {_before('您的 你的', _RELATIONS.split())} "
        f"{_TITLED} {_LABELS} {_IDENTIFIERS} {_before(_NAMED, ':')} "
        f"{_before(_NAMED, '_')}",
        shapes=_NAME_LIKE,
    ),
    "postal-address": _gate(
        "路 街 巷 弄 道 里 村 胡同 段 园 苑 小区 新区 开发区 工业区 屯 坊 湾 _st _road _rd _ave "
        "_lane _ln _dr _boulevard _blvd _terrace _court _crescent _parkway _close _way _place "
        "_grove _gardens _mews _square _hill _view _walk _rise",
        digits=1,
        # a number behind a street, or in front of one
        shape=r"[路街巷弄道里村同段园苑区屯坊湾](?:[东西南北中]|[一二三四五六七八九十]段)? ?[0-9]"
        r"|[0-9][a-z]?,? (?:[a-z'.]+ ){1,4}?(?:st|ro|rd|av|la|ln|dr|bo|bl|te|co|cr|pa|cl|wa|pl|"
        r"gr|ga|me|sq|hi|vi|ri)",
    ),
    "balance-amount": _gate(
        _MONEY,
        also="余额 结余 额度 欠 逾期 还 未缴 应缴 本金 息 滞纳金 违约金 账单 资产 存款 薪 收入 "
        "工资 水 可提现 可用 现金价值 账户 户口 卡 存折 钱包 市值 balance outstanding overdue owe "
        "owing arrears debt credit due "
        "salary income wage pay got you_have account savings pension portfolio mortgage loan funds "
        "overdraft earn worth you_make 持仓 月入 年入 贷 定存 定期 公积金 基金 理财 股票",
        shape=_AMOUNT,
    ),
    "transaction": _gate(
        _MONEY,
        digits=2,
        also="消费 转 付 汇 刷 花了 领了 提款 签账 扣款 买 交易 取款 取现 入账 支 商户 收款 对方 "
        "purchase payment "
        "transfer transaction paid spent charge sent withdrawal withdrew taken debited billed "
        "went transferred received _by_ _in_ _at_ _to_ _from_",
        shape=_AMOUNT,
    ),
    "policy-number": _gate(
        "保单 保险 投保单 批单 policy certificate_of",
        digits=6,
    ),
    "weak-mask": _gate(_FILLS, digits=4, shape=_HALF_HIDDEN),
    "joined-masks": _gate(_FILLS, digits=4, shape=_HALF_HIDDEN),
    "thin-mask": _gate(
        f"{_FILLS} xx",
        shape=r"[*•●○█■×][a-z0-9._+\-]{0,40}(?:@|[a-z](?![0-9a-z]))"
        r"|(?:[*•●○█■×]|xx)(?:[ \-]?[0-9]|(?<=[0-9].)|(?<=[0-9]..)|(?<=[0-9].x))",
    ),
    "ip": _gate(
        f":: {_before('.', _FIGURES)} {_before(':', _FIGURES + 'abcdef')}",
        digits=1,
        shape=r"\.[0-9]{1,3}\.[0-9]{1,3}\.|::|(?::[0-9a-f]*){7}",
    ),
    "device-id": _gate(
        "设备 串号 机身码 网卡 物理地址 imei imsi meid iccid idfa oaid mac udid device "
        "hardware physical",
        shape=r"[0-9a-f]{2}[:\-][0-9a-f]{2}[:\-]|[0-9a-f]{4}\.[0-9a-f]{4}\.|[0-9a-f]{8}"
        r"|[0-9](?:[ \-]?[0-9]){13}",
    ),
    "messenger-id": _gate(
        "微信 企微 wechat weixin vx wx v信 qq 企鹅 line telegram tg whatsapp skype 飞机 "
        "钉钉 抖音 小红书",
    ),
    "health": _gate(
        "癌 瘤 病 高血 心梗 脑梗 中风 肝 肾 肺 哮喘 毒 症 障碍 分裂 癫痫 帕金森 痴呆 失智 "
        "关节 风湿 狼疮 甲亢 甲减 痛风 气喘 抑郁 忧郁 焦虑 双相 双极 思觉 脑溢血 药 胰岛素 "
        "精神科 心理科 肿瘤科 戒毒 支架 搭桥 结石 溃疡 椎间盘 贫血 甲状腺 心律 房颤 残疾 截肢 "
        "化疗 放疗 息肉 洗肾 透析 结节 囊肿 骨折 怀孕 流产 不孕 hiv cancer tumo leukemia leukaemia "
        "heart_ high_blood lupus psoriasis crohn parkinson alzheimer ptsd autism adhd sclerosis "
        "kidney dialysis chemo diabetes "
        "hypertension heart_disease stroke hepatitis asthma aids depression anxiety bipolar "
        "schizophrenia epilepsy dementia arthritis pregnan miscarriage",
        also="诊 患 得了 查出 检出 感染 不幸得 您 你 他 她 太太 先生 女士 小姐 妻子 丈夫 母亲 "
        "父亲 儿子 女儿 您有 你有 他有 她有 因 曾 做 接受 由于 病历 诊断 报告 告知 理赔单 记录 "
        "病史 服用 吃 注射 打 用 看 diagnosed suffer treated_for has_ "
        "have_ had_ history_of surgery_for operation_for therapy_for medication_for pills_for "
        "tablets_for "
        "chemo_for treatment_for because_of due_to your_ his_ her_ positive shows says mentions "
        "take taking on_ prescribed",
    ),
}
