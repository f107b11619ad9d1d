"""What a clause is about, so that a rewrite that replaces the clause can name it.

理财产品绝对不会亏 is about 理财产品, "the late fee isn't our problem" about the late fee: of the
words around a hit, those that can only be a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..text.clauses import Clause
from ..text.han import UNLATIN
from .about_en import compiled, english, in_return
from .hit import Hit, Span
from .scene import Scene

_YOURS = ("您的", "你的", "您那", "你那", "阁下之", "阁下的")
# Behind a subject they begin what is said of it.
_TRAILING = "是的就也都又可还才只会能要嘛啊吧呢您你 "
_HOW = ("直接", "自己", "先", "我们", "本人", "现在")
_WHEN = ("后", "前", "时", "时候", "里", "中", "上", "下")
_INSIDE = ("的", "之")
# Words of a sentence, not of a name: who, what happens, how.
_SAYS = (
    "我你您他她它们谁吗呢吧了就才也都还又再不没无别要会能可是说讲问叫让给被把请快很太真在有到着过去来"
    "什怎哪几么打若如果因为所以但而且或错漏忘"
)
# Nouns that hold one of these words all the same.
_NOUNS = (
    "申请|邀请|请款|请求|还款|还贷|还本|偿还|返还|归还|退还|到账|到帐|入账|到期|过期|过户|过账|来账|来款|问题|提问|会员|会费"
    "|会计|工会|未来|来电|在线|在职|在途|打款|没收|可转债|可用|许可|更改|要保|要约|重要|能源|智能|功能|说明|被保|给付|供给"
    "|快捷|快递|真实|有限|所有|有效|有价|持有|去年|去向|结果|效果|水果|成果|因素|原因|行为|所得|场所|交易所|不动产|不足|不符|识别"
    "|级别|性别|别墅|再投资|再保|就医|就业|人才|转让|出让|打新|太平|红利|以太|错账|会议|(?:没|未)(?:入账|入帐|到账|到帐|收到|成功|还款|扣款|通过|生效|更新)|年会|社会|机会|协会|理事会|打印"
)
_THIS = "(?:这|那|此|该)(?:个|件|种|些|边|样|里|次|笔|事)?(?:事|事情|问题|情况|钱|款)?"
# Who does something is not what it is about.
_WHO = (
    "部门",
    "单位",
    "人员",
    "专员",
    "同事",
    "同仁",
    "客服",
    "主管",
    "经理",
    "方面",
    "那边",
    "部",
    "科",
    "组",
)
# Where what is said of a subject begins, inside a hit that begins with its subject.
_TOLD = (
    "肯定|一定|绝对|绝不|绝无|决不|断无|必定|必然|必过|铁定|保证|稳|包(?=过|批|赔|赚)|百分之?百|100%|应该|大概|估计|可能|也许"
    "|是(?:因为|由于)?(?:您|你|阁下|台端|客户)|(?:都|就|只能|还不是|要)?怪(?:您|你|阁下)|不归|不关|不是我|(?:跟|和|与|同)我"
    "|不会|不能|永不|从不|就不|就没|也不|都不|都是|没(?:有)?(?:任何|风险|问题|人)|零风险|无风险|总会|迟早|早晚|会(?![员计费籍议])"
)
# Words behind which an object stands: 填错了收款账号, 会处理积分兑换的问题.
_DONE = (
    "填错了?|输错了?|打错了?|写错了?|选错了?|弄错了?|搞错了?|看错了?|记错了?|漏填了?|漏交了?|忘了?|没签|没填|没交|没附|没带|没看(?:清楚|清|懂|完|到)?"
    "|不签|不看|不交|不填|处理|办理|跟进|核实|安排|解决|研究|负责"
)
_MOVED = (
    "把(?P<what>[^把]{2,14}?)(?:写|填|输|打|弄|搞|选|签|转|点|删|交|忘|漏|丢)(?:错|丢|漏|反|了|给)"
)
# And in the other half of a bargain: 我帮您办限额调整, 我给您发分期方案.
_FOR_YOU = (
    "(?:我|我们|才能|才好|好|就|再|来)?(?:马上|立刻|直接|这边|这就|现在)?(?:帮|给|替|为)(?:您|你)(?:把)?"
    "(?:办理|办|处理|完成|操作|调整|开通|取消|恢复|查询|查|发送|发|传|寄|申请|提交|更改|变更|解除|解锁|做|弄|批)(?:一下)?"
    "|我(?:来|再|就)?把|我(?:来|再)?(?:发|传|寄|给)(?=.{3,}(?:给您|给你)?)"
)
_SHORT = [
    "基金",
    "债券",
    "股票",
    "保单",
    "保险",
    "理财",
    "存款",
    "定存",
    "房贷",
    "车贷",
    "贷款",
    "年费",
    "利息",
    "保费",
    "退款",
    "理赔",
    "还款",
    "汇款",
    "转账",
    "利率",
    "额度",
    "征信",
    "账单",
    "发票",
    "合约",
    "合同",
]
_LEAST, _MOST = 3, 20  # code points


def about(hit: Hit, scene: Scene, inside: bool = True) -> Span | None:
    """The folded span of what the hit's clause is about; None where no words are sure to say it.

    The words before the hit, or in English before its capture ``said``, else those behind it. In
    Chinese three to fourteen characters that are nobody, do nothing and ask nothing; in English
    two to nine words that begin as a noun with its article does, or a word with a number, behind
    the hit after "about", "with" and the like. ``inside``: the words of the hit itself may name it,
    which they must not where the hit tells what is nobody's business.
    """
    if hit.place is not None or scene.lang not in ("zh", "en"):
        return None
    if scene.lang == "en":
        return english(hit, scene, inside)
    start, end = scene.clause(hit.start)
    if scene.text[start - 1 : start] == ")":
        return None  # the clause goes on from before the brackets
    told = _told_of(scene.text, start, end)
    ahead = (start, hit.start)
    places = (
        *((told, ahead) if told[1] > hit.start else (ahead, told)),
        _done_to(scene.text, start, end),
        (hit.end, end),
        *_later(hit, scene, end),
    )
    if not inside:
        places = (ahead, (hit.end, end))
    for first, last in places:
        name = _name(scene.text, first, last)
        if name is not None and scene.vocabulary.edges.clean(scene.text, *name):
            return name
    return None


def wanted(hit: Hit, scene: Scene) -> Span | None:
    """What the sentence of a hit offers in return.

    把验证码给我，我帮您办限额调整: 限额调整. "Text me and I will send the form": the form.
    """
    if hit.place is not None or scene.lang not in ("zh", "en"):
        return None
    if scene.lang == "en":
        found = in_return().search(scene.text, *scene.sentence(hit.start))
        return None if found is None else found.span("name")
    for clause in _beginning(scene, *scene.sentence(hit.start)):
        found = compiled(_FOR_YOU).match(scene.text, clause.start, clause.end)
        if found is not None:
            return _named(scene, found.end(), clause.end)
    return None


def _named(scene: Scene, start: int, end: int) -> Span | None:
    """The noun between two places, without 给您 behind it."""
    piece = scene.text[start:end].rstrip("的了吧 ")
    for you in ("给您", "给你"):
        piece = piece.removesuffix(you)
    piece = piece.rstrip("传发寄送拿")
    name = _name(scene.text, start, start + len(piece))
    return name if name is not None and scene.vocabulary.edges.clean(scene.text, *name) else None


def _told_of(text: str, start: int, end: int) -> Span:
    """What stands before the first word of the clause that says something of it."""
    found = compiled(_TOLD).search(text, start, end)
    return (start, start) if found is None else (start, found.start())


def _done_to(text: str, start: int, end: int) -> Span:
    """What stands behind a verb of the clause that takes an object, or behind its 把."""
    moved = compiled(_MOVED).search(text, start, end)
    if moved is not None:
        return moved.span("what")
    found = compiled(_DONE).search(text, start, end)
    return (end, end) if found is None else (found.end(), end)


def _later(hit: Hit, scene: Scene, end: int) -> Iterator[Span]:
    """The subjects of the other clauses of a hit that lies in several."""
    for clause in _beginning(scene, end + 1, hit.end):
        yield _told_of(scene.text, clause.start, clause.end)


def _beginning(scene: Scene, start: int, end: int) -> Iterator[Clause]:
    """The clauses that begin in a stretch."""
    return (clause for clause in scene.clauses if start <= clause.start < end)


def _name(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    for yours in _YOURS:
        if piece.startswith(yours):
            start += len(yours)
    piece = text[start:end].rstrip(_TRAILING)
    for how in _HOW:
        piece = piece.removesuffix(how).rstrip(_TRAILING)
    end = start + len(piece)
    start = end - len(piece.lstrip(" "))
    least = 2 if piece in _SHORT else _LEAST
    if not least <= len(piece) <= _MOST or piece[:1] in _INSIDE:
        return None
    if piece.endswith((*_WHEN, *_WHO)):
        return None
    if compiled(_THIS).fullmatch(text, start, end) or compiled(_TOLD).search(text, start, end):
        return None
    return (start, end) if _noun().fullmatch(text, start, end) else None


@cache
def _noun() -> re.Pattern[str]:
    inner = "(?<=[a-z0-9])[-,./ ](?=[a-z0-9])"  # of 5,000 and a-12
    one = rf"(?:{_NOUNS}|(?![{_SAYS}])(?:{UNLATIN}|[a-z0-9$¥%])|{inner})"
    return re.compile(f"(?:{one})+")


def around(hit: Hit, scene: Scene) -> dict[str, Span]:
    """``ahead`` and ``behind``: the other words of the hit's clauses, where there are any.

    Of an order only what is to be done stands ahead: "you must", "so" and "then" do not. In
    Chinese 您 and 请 are no words of their own, and of 最好的产品 stands 产品 behind 最好.
    """
    if hit.place is not None:
        return {}
    start = scene.clause(hit.start)[0]
    end = scene.clause(max(hit.start, hit.end - 1))[1]
    frame = scene.frame(hit.start)
    if (
        scene.lang == "en"
        and frame is not None
        and frame.mood == "order"
        and frame.rest is not None
    ):
        start = max(start, min(frame.rest[0], hit.start))
    ahead, behind = (start, hit.start), (hit.end, end)
    if scene.lang == "zh":
        ahead, behind = _bare(scene.text, ahead, behind)
    spans = {"ahead": ahead, "behind": behind}
    return {name: span for name, span in spans.items() if scene.text[slice(*span)].strip(" ,:")}


_POLITE = "(?:请?[您你]|请(?![假求款客])|[, ])+"
_POLITE_END = "(?:(?<![申邀])请|[您你, ])+$"


def _bare(text: str, ahead: Span, behind: Span) -> tuple[Span, Span]:
    """What stands ahead without 您 and 请 at its ends, and what stands behind without 的."""
    start, end = ahead
    if (lead := compiled(_POLITE).match(text, start, end)) is not None:
        start = lead.end()
    if (tail := compiled(_POLITE_END).search(text, start, end)) is not None:
        end = tail.start()
    return (start, end), (behind[0] + text.startswith("的", behind[0]), behind[1])


_DATED = r" (?:on|from|since|until|before|after) (?:[a-z]+ ){0,2}[0-9][^,;:()]*"


def dated(hit: Hit, scene: Scene) -> Span | None:
    """What stands behind the hit in its clause, when that is a date or number: " on 3 May"."""
    if scene.lang != "en" or hit.place is not None:
        return None
    end = scene.clause(max(hit.start, hit.end - 1))[1]
    found = compiled(_DATED).fullmatch(scene.text, hit.end, end)
    return None if found is None else found.span()
