"""What ails somebody: a diagnosis said of a person, not asked and not supposed."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "health"
_ILL = (
    r"(?:[^\s,。;!?:、的]{0,6}?(?:癌|肿瘤|白血病|糖尿病|高血压|高血脂|冠心病|心脏病|心梗|脑梗|"
    r"中风|肝炎|乙肝|肝硬化|肾衰竭|尿毒症|脑溢血|中度抑郁|重度抑郁|抑郁症|忧郁症|焦虑症|躁郁症|"
    r"肺结核|肺炎|哮喘|气喘|艾滋病|爱滋病|梅毒|双相|双极|思觉失调|精神分裂|精神病|自闭症|癫痫|"
    r"帕金森|老年痴呆|失智|关节炎|类风湿|红斑狼疮|甲亢|甲减|痛风|"
    r"脂肪肝|支架|搭桥|结石|溃疡|椎间盘突出|贫血|甲状腺|心律不齐|房颤|残疾|截肢|"
    r"结节|囊肿|息肉|骨折|怀孕|流产|不孕|洗肾|透析|hiv)(?:晚期|早期|末期|症)?)"
)
_DRUG = r"抗?(?:抑郁|忧郁|焦虑|精神病?|癫痫|高血压|血压|血糖|凝血|癌|排斥)(?:药物?|类药物)|胰岛素|安眠药|精神科"
_ILL_EN = (
    r"(?:[a-z0-9\-]+ ){0,2}(?:cancer|tumou?r|leukemia|leukaemia|diabetes|hypertension|heart "
    r"(?:disease|attack|surgery)|stroke|high blood pressure|lupus|psoriasis|crohn's|"
    r"hepatitis|asthma|hiv|aids|epilepsy|dementia|arthritis|parkinson's|alzheimer's|"
    r"depression|anxiety|bipolar(?: disorder)?|schizophrenia|ptsd|autism|adhd|pregnan(?:t|cy)|"
    r"miscarriage|multiple sclerosis|kidney (?:failure|disease)|dialysis|chemotherapy|"
    r"chemo)(?![a-z])"
)
_ILL_BARE = (
    r"癌症|白血病|糖尿病|高血压|心脏病|肝炎|抑郁症|忧郁症|焦虑症|精神分裂|癫痫|艾滋病|乙肝|肺癌|乳癌|乳腺癌|胃癌|肝癌"
)
_NO_COVER = (
    r"(?! (?:cover|plan|policy|insurance|benefit|care|screening|rider|research|test|medication plan|"
    r"protection|support|payout))"
)
_SAID = (
    r"(?:已?被?(?:确诊|诊断)(?:出|为|患有?|有|患上)*|患有|患上|罹患|得了|查出|检出|感染了?|身患|"
    r"(?<=[您你他她])有|不幸得)"
)
# 因甲状腺结节做过手术, 病历写的是重度抑郁, 服用抗抑郁药物
_TREATED = r"(?:手术|开刀|住院|化疗|放疗|放射治疗|切除|治疗|就诊|就医|复诊|穿刺|透析|洗肾)"
_RECORD = (
    r"(?:病历|诊断书|诊断证明|体检报告|告知书|健康告知|理赔单|就诊记录|病史|检查报告|入院记录)"
)
_SHAPE = (
    rf"(?P<zh>{_SAID}(?:了)?{_ILL})"
    rf"|(?P<treated>(?:因为?|由于|曾经?|做过?|"
    rf"接受)[^。;!?\n,]{{0,4}}{_ILL}[^。;!?\n,]{{0,6}}?{_TREATED})"
    rf"|(?P<record>{_RECORD}(?:上|里|中)?(?:写|显示|注明|记载|提到|填|载明|"
    rf"是)[^。;!?\n,]{{0,8}}?(?:{_ILL}|{_DRUG}))"
    rf"|(?P<drug>(?:服用|吃|在吃|注射|打|施打|用|看)(?:着|过|了)?[^。;!?\n,]{{0,4}}?(?:{_DRUG}))"
    rf"|(?P<of>(?:您|你|他|她|太太|先生|女士|小姐|妻子|丈夫|母亲|父亲|儿子|女儿)"
    rf"(?:的|已经|已|目前|现在|正在|去年|前年|曾|曾经|因|接受|做|过|在){{0,4}}"
    rf"(?:怀孕|流产|化疗|放疗|透析|洗肾|截肢|精神科|心理科|肿瘤科|戒毒|{_ILL_BARE})(?!险|保险|保障|筛查|津贴|责任|理赔金))"
    rf"|(?P<your>(?<![a-z])(?:your|his|her) (?:chronic |severe |recent |past )?{_ILL_EN}{_NO_COVER}"
    rf"|(?:(?:report|form|file|record|notes?|declaration|letter)s? (?:shows?|says?|mentions?|lists?|states?)|we saw) "
    rf"(?:a |an |your |his |her )?{_ILL_EN}{_NO_COVER}|(?:is|are|was) hiv[ \-]positive)"
    rf"|(?P<en>(?<![a-z])(?:diagnosed with|suffers? from|suffering from|treated for|treatment for|"
    rf"has|have|had|history of|(?:surgery|operation|therapy|medication|pills|tablets|chemo) for|"
    rf"because of|due to) (?:a |an |your |his |her )?{_ILL_EN})"
    rf"|(?P<takes>(?<![a-z])(?:take|takes|taking|on|prescribed) [a-z]{{3,16}} for (?:a |an |your "
    rf"|his |her )?"
    rf"{_ILL_EN})"
)
_PERSON = (
    r"您|你|他|她|先生|女士|小姐|太太|客户|被保险人|投保人|患者|病人|孩子|父亲|母亲|妻子|丈夫|"
    r"儿子|女儿|爱人|家人|"
    r"(?<![a-z])(?:you|your|he|she|his|her|mr|mrs|ms|patient|customer|insured|client|son|"
    r"daughter|wife|husband)(?![a-z])"
)
_SUPPOSED = (
    r"如|若|是否|有无|有没有|假如|一旦|或|等疾病|未曾|没有|不会|凡|可能|吗|(?<!健康)告知(?!书)|"
    r"条款|定义|"
    r"(?<![a-z])(?:if|whether|should|(?<!in )may|might|any|or|not|who)(?![a-z])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """A diagnosis in a sentence that names whom it is said of."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    begins = max(figures.rfind(mark, 0, match.start()) for mark in "。!?;\n") + 1
    clause = max(begins, figures.rfind(",", 0, match.start()) + 1)
    ends = compiled(r"[。;!?\n]|\Z").search(figures, match.end())
    end = ends.end() if ends else len(figures)
    if match["record"] is None and not compiled(_PERSON).search(figures, begins, end):
        return None
    if compiled("的(?:家庭|人|患者|客户|孩子|用户|情况|可)").match(figures, match.end()):
        return None
    if compiled(_SUPPOSED).search(figures, clause, end) or figures[end - 1 : end] == "?":
        return None
    return Hit(*match.span(), "cued", mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` is a diagnosis.

    >>> validate("确诊为糖尿病"), validate("关注糖尿病")
    (True, False)
    """
    return compiled(_SHAPE).fullmatch(value.lower()) is not None


def mask(value: str) -> str:
    """Nothing: it is deleted.

    >>> mask("确诊为糖尿病")
    ''
    """
    return ""
