"""What is asked before a rule looks never keeps one from what it would find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.asks import besides
from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.engine.slots import Look, Slots
from replylint.model import Message

from .made import ruleset

SEQUENCES = (
    "$now $pay",
    "$now ..2 $pay",
    "$now ..1 $polite? ..1 $pay",
    "$now .. $pay",
    "$polite? ..1 $now $pay ..1 $polite?",
    "$now ..2 !$polite $pay",
)
PACK = """
lexicons:
  now: {words: [立即, 马上, 即]}
  polite: {words: [麻烦, 请您]}
  pay: {words: [还款, 缴费, 还款计划, 款]}
rules:
"""


def rules(items: str, within: str) -> Ruleset:
    rule = f'  - {{id: command.x, kind: sequence, sequence: "{items}", within: {within}}}\n'
    return ruleset(PACK + rule)


MADE = {
    (items, within): rules(items, within)
    for items in SEQUENCES
    for within in ("clause", "sentence", "message")
}


pieces = st.sampled_from(
    [*"即款去再 ,。?;\n“(、-：", "立即", "麻烦", "请您", "还款", "1,", "a.com/?b=1;", "www.a.com/"]
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=12).map("".join), st.sampled_from(sorted(MADE)))
def test_a_rule_that_would_match_is_never_kept_from_looking(
    text: str, key: tuple[str, str]
) -> None:
    made = MADE[key]
    without = Ruleset(made._compiled, Settings(gates=False))
    assert lint(Message(text), made).findings == lint(Message(text), without).findings


@pytest.mark.parametrize(
    ("items", "within", "text", "asked"),
    [
        ("$now $pay", "clause", "马上还款", True),
        ("$now $pay", "clause", "还款马上", False),
        ("$now ..2 $pay", "clause", "马上就去还款", True),
        ("$now ..2 $pay", "clause", "马上就到柜台还款", False),
        ("$now ..2 $pay", "clause", "马上 就 去 还款", True),  # spaces cost nothing
        ("$now ..1 $polite? ..1 $pay", "clause", "马上再麻烦您还款", True),
        ("$now .. $pay", "clause", "马上去,再还款", False),
        ("$now .. $pay", "clause", "马上去1,再还款", True),  # perhaps a number
        ("$now .. $pay", "clause", "马上去?再还款", False),
        ("$now .. $pay", "clause", "马上去a.com/?再还款", True),  # perhaps a link
        ("$now .. $pay", "sentence", "马上去,再还款", True),
        ("$now .. $pay", "sentence", "马上去。再还款", False),
        ("$now .. $pay", "message", "马上去。再还款", True),
    ],
)
def test_what_stands_too_far_apart_wakes_nothing(
    items: str, within: str, text: str, asked: bool
) -> None:
    made = rules(items, within)
    slots = Slots(made.lexicons)
    ask = besides(made.numbered[0], made.settings, slots)
    assert ask is not None
    assert ask(Look(text, slots)) is asked
