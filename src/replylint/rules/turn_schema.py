"""The keys of rules over turns: strict reading and the JSON Schema both come from this table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shapes import Choice, Either, Flag, Key, Many, Named, Number, Record, Ref, Shape, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS = ("response", "resolution", "update")
"""The limits that settings may change, by name."""
RANGES = ("before", "so_far", "here", "from_here", "after", "anywhere")
ROLES = ("agent", "customer", "bot", "system")
SPANS = ("turn", "match", "start", "end")
DURATION = r"[0-9]+(?:\.[0-9]+)?[smhd]"

PLAIN = Text(r"[a-z][a-z0-9_-]*", "a name of lower-case letters")
_LAPSED = Text(rf"{DURATION}|{'|'.join(LIMITS)}", 'a time like "24h", or ' + ", ".join(LIMITS))
_MOOD = Text(r"-?[0-3]", "a mood from -3 to 3")
_SHARE = Number(fractions=True)
_ROLE = Text("|".join(ROLES), "a role: " + ", ".join(ROLES))
_PAIR = Many(Number(), lone=False, least=2, most=2)


def shapes(words: Ref, shared: Mapping[str, Shape]) -> dict[str, Shape]:
    """The shapes with a name in ``$defs``: of tests, scans and written-out conversations."""
    test = Ref("turn_test", shared)
    lapse = Record(
        {
            "over": Key(_LAPSED, "more than this 超过"),
            "under": Key(_LAPSED, "less than this 少于"),
            "clock": Key(Choice(("plain", "service")), "service pauses 计时方式"),
        }
    )
    tests = {
        "role": Key(Many(Choice(ROLES)), "who speaks 角色"),
        "has": Key(words, "any of these words or $lexicons 含其一"),
        "also": Key(words, "and any of these 并含其一"),
        "lacks": Key(words, "none of these 一个不含"),
        "ends": Key(Many(Text(said="a word")), "it ends with one of these 以此结尾"),
        "channel": Key(Many(PLAIN), "on these channels 渠道"),
        "queue": Key(Many(Text(said="a queue")), "in these queues 业务队列"),
        "mood": Key(Many(_MOOD, lone=False, least=2, most=2), "[least, most] of -3..3 情绪"),
        "finds": Key(
            Many(Text(r"[a-z][a-z0-9_*]*(?:\.[a-z0-9*-]+)?", "a rule, a topic or topic.*")),
            "a rule of these found something in it 该条消息有此类问题",
        ),
        "chars": Key(_PAIR, "[least, most] 字数"),
        "nth": Key(Text(r"-?[1-9][0-9]*", "1 for the first, -1 for the last"), "第几条"),
        "author": Key(Choice(("new", "same")), "another agent than before 坐席更换"),
        "wait": Key(lapse, "how long the customer had no answer 客户等候"),
        "hours": Key(
            Many(Text(r"[0-2][0-9]:[0-5][0-9]", 'a time like "22:00"'), False, 2, 2),
            "[from, to] of the day, in the message's own offset 时段",
        ),
        "repeats": Key(
            Record(
                {
                    "times": Key(Number(), "earlier turns that said it 次数"),
                    "share": Key(_SHARE, "of its clauses, 0 to 1 比例"),
                    "chars": Key(Number(), "shorter turns do not count 最短字数"),
                }
            ),
            "says again what its role said before 重复",
        ),
        "echoes": Key(Number(), "so many characters in one stretch the customer said 复述字数"),
        "due": Key(Flag(), "promises something for a time 有时限的承诺"),
        "contact": Key(Flag(), "the house speaks unasked after a silence 主动联系"),
        "combined": Key(Flag(), "with earlier turns it identifies somebody 合并可识别"),
        "meta": Key(
            Named(Text(r"\S+", "a field"), Many(Text(empty=True))),
            "a field that is given has one of these values 字段取值",
        ),
        "any": Key(Many(test), "one of these 满足其一"),
        "all": Key(Many(test), "all of these 全部满足"),
        "none": Key(Many(test), "none of these 全不满足"),
    }
    reach = Text(
        rf"all|due|late|[1-9][0-9]*|{DURATION}|{'|'.join(LIMITS)}", 'all, due, late, 3 or "10m"'
    )
    scan = {
        **{name: Key(reach, f"turns {name}: all, a number, a time, due 范围") for name in RANGES},
        **tests,
        "until": Key(test, "the range ends before such a turn 止于"),
        "is": Key(Choice(("any", "all", "none")), "how many of them fit 量词"),
        "count": Key(_PAIR, "[least, most] turns that fit 条数"),
        "order": Key(Many(test, lone=False, least=2), "such turns in this order 顺序"),
        "gap": Key(lapse, "time between it and the turn found 间隔"),
    }
    return {"turn_test": Record(tests), "turn_scan": Record(scan)}


def keys(shared: Mapping[str, Shape]) -> tuple[tuple[str, Shape, str, bool], ...]:
    """The keys of the kind ``turns``: name, shape, sentence, needed."""
    scans = Many(Ref("turn_scan", shared))
    return (
        ("find", Ref("turn_test", shared), "the turn it is about 找哪一条", True),
        ("take", Choice(("first", "last", "each")), "which of several 取哪条", False),
        ("at", Choice(SPANS), "where the finding stands 标出处", False),
        ("if", scans, "all of these must hold 须全部成立", False),
        ("either", scans, "one of these must hold 须有一条成立", False),
        ("unless", scans, "none of these may hold 均不得成立", False),
        ("queues", Many(Text(said="a queue")), "only in these queues 业务队列", False),
        ("known", Many(Choice(("start", "end"))), "the export must hold this 须完整", False),
        ("least", Named(_ROLE, Number()), "so many turns of a role 最少条数", False),
    )


_TURN = Text(
    rf"(?:{'|'.join(ROLES)})(?:/\S+?)?(?: \+{DURATION})?: [\s\S]*",
    'a turn like "agent: 您好" or "customer/A02 +10m: 在吗"',
)
_TIME = Text(said="a time with an offset")
SCENARIO = Record(
    {
        "turns": Key(
            Many(
                Either(
                    _TURN,
                    Record(
                        {
                            "role": Key(Choice(ROLES), "who speaks 角色", True),
                            "text": Key(Text(empty=True), "[[…]] marks what is found 内容", True),
                            "time": Key(_TIME, "when, with offset 时间"),
                            "author": Key(Text(), "坐席"),
                            "meta": Key(Named(Text(r"\S+", "a field"), Text(empty=True)), "字段"),
                        }
                    ),
                ),
                lone=False,
            ),
            "the conversation, a line a turn 对话",
            True,
        ),
        "channel": Key(PLAIN, "渠道"),
        "queue": Key(Text(), "业务队列"),
        "start": Key(_TIME, "when the first turn was said; +10m counts from it 开始时间"),
        "meta": Key(Named(Text(r"\S+", "a field"), Text(empty=True)), "字段"),
        "also": Key(
            Many(Text(r"[a-z][a-z0-9_]*\.[a-z0-9][a-z0-9-]*", "a rule")),
            "other rules over turns that rightly find something 另有",
        ),
    }
)
