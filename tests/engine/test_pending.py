"""A finding whose fixes come late is a finding like any other."""

from __future__ import annotations

import copy
import dataclasses
import pickle

from replylint.engine.pending import pending
from replylint.model import Confidence, Edit, Finding, Fix, Safety, Severity

FIX = Fix("改写", Safety.REVIEW, (Edit(0, 2, "好"),))
VALUES = ("rude.a", "rude", Severity.ERROR, Confidence.HIGH, 0, 2, "…", False)
SETTLED = Finding("rude.a", "rude", Severity.ERROR, Confidence.HIGH, 0, 2, "…", False, (FIX,))


def made(asked: list[int] | None = None) -> Finding:
    def mend() -> tuple[Fix, ...]:
        if asked is not None:
            asked.append(1)
        return (FIX,)

    return pending(mend, *VALUES)


def test_the_fixes_are_made_when_first_read_and_only_once() -> None:
    asked: list[int] = []
    finding = made(asked)
    assert (finding.rule, finding.end, asked) == ("rude.a", 2, [])
    assert finding.fixes == (FIX,) == finding.fixes
    assert asked == [1]


def test_it_equals_a_finding_that_holds_the_same_both_ways() -> None:
    assert made() == SETTLED
    assert made() == SETTLED
    assert hash(made()) == hash(SETTLED)
    assert made() != dataclasses.replace(SETTLED, fixes=())
    assert made() != "rude.a"


def test_it_is_shown_pickled_copied_and_replaced_as_a_finding() -> None:
    assert repr(made()) == repr(SETTLED)
    assert pickle.loads(pickle.dumps(made())) == SETTLED
    assert type(pickle.loads(pickle.dumps(made()))) is Finding
    assert copy.deepcopy(made()) == SETTLED
    assert dataclasses.replace(made(), start=1).fixes == (FIX,)
    assert dataclasses.asdict(made()) == dataclasses.asdict(SETTLED)


def test_it_has_no_other_late_attribute() -> None:
    assert not hasattr(made(), "nothing")
