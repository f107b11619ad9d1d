"""What a Chinese clause is about, so that a rewrite that replaces the clause can name it.

理财产品绝对不会亏 is about 理财产品: of the words around a hit, those that can only be a noun.
"""

from __future__ import annotations

import re
from functools import cache

from ..text.han import UNLATIN
from .hit import Hit, Span
from .scene import Scene

_YOURS = ("您的", "你的", "您那", "你那", "阁下之", "阁下的")
# Behind a subject they begin what is said of it.
_TRAILING = "是的就也都又可还才只会能要嘛啊吧呢 "
_WHEN = ("后", "前", "时", "时候", "里", "中", "上", "下")
_INSIDE = ("的", "之")
# Words of a sentence, not of a name: who, what happens, how.
_SAYS = (
    "我你您他她它们谁吗呢吧了就才也都还又再不没无别要会能可是说讲问叫让给被把请快很太真在有到着过去来"
    "什怎哪几么打若如果因为所以但而且或错漏忘"
)
_LEAST, _MOST = 3, 14  # code points


def about(hit: Hit, scene: Scene) -> Span | None:
    """The folded span of what the hit's clause is about; None where no words are sure to say it.

    The words before the hit, else those behind it: three to fourteen characters that are nobody,
    do nothing and ask nothing.
    """
    if scene.lang != "zh" or hit.place is not None:
        return None
    start, end = scene.clause(hit.start)
    if scene.text[start - 1 : start] == ")":
        return None  # the clause goes on from before the brackets
    for first, last in ((start, hit.start), (hit.end, end)):
        name = _name(scene.text, first, last)
        if name is not None and scene.vocabulary.edges.clean(scene.text, *name):
            return name
    return None


def _name(text: str, start: int, end: int) -> Span | None:
    if end - start < _LEAST:
        return None
    piece = text[start:end]
    for yours in _YOURS:
        if piece.startswith(yours):
            start += len(yours)
    piece = text[start:end].rstrip(_TRAILING)
    end = start + len(piece)
    start = end - len(piece.lstrip(" "))
    if piece[:1] in _INSIDE or piece.endswith(_WHEN):
        return None
    return (start, end) if _noun().fullmatch(text, start, end) else None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?:(?![{_SAYS}])(?:{UNLATIN}|[a-z0-9])){{{_LEAST},{_MOST}}}")
