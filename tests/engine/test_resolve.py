"""One fault is said once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.resolve import resolve
from replylint.model import Confidence, Finding, Severity

SEVERITIES = list(Severity)


def made(start: int, end: int, rule: str = "rude.a", severity: str = "warning") -> Finding:
    topic = rule.partition(".")[0]
    return Finding(rule, topic, Severity(severity), Confidence.HIGH, start, end, "")


def test_the_longer_of_equals_stays() -> None:
    kept, dropped = resolve([made(2, 4), made(0, 6, "rude.b"), made(5, 6)])
    assert [(f.start, f.end) for f in kept] == [(0, 6)]
    assert [(f.start, f.end) for f in dropped] == [(2, 4), (5, 6)]


def test_the_worse_stays_though_shorter() -> None:
    kept, _ = resolve([made(2, 4, severity="error"), made(0, 6, "rude.b")])
    assert [(f.start, f.end) for f in kept] == [(2, 4)]


def test_what_only_overlaps_stays_and_topics_do_not_meet() -> None:
    kept, dropped = resolve([made(0, 4), made(2, 6), made(0, 4, "threat.a")])
    assert len(kept) == 3
    assert dropped == ()


def test_something_missing_gives_way_only_to_itself() -> None:
    kept, _ = resolve([made(0, 0), made(0, 0), made(0, 0, "rude.b"), made(0, 3, "rude.c")])
    assert [f.rule for f in kept] == ["rude.c", "rude.a", "rude.b"]


spans = st.tuples(
    st.integers(0, 12), st.integers(1, 6), st.sampled_from("ab"), st.sampled_from(SEVERITIES)
)


@given(st.lists(spans, max_size=12))
def test_no_two_kept_nest_and_each_dropped_nests_with_one_kept(
    found: list[tuple[int, int, str, Severity]],
) -> None:
    findings = [made(s, s + size, f"rude.{n}", sev) for s, size, n, sev in found]
    kept, dropped = resolve(findings)
    assert len(kept) + len(dropped) == len(findings)

    def nests(one: Finding, other: Finding) -> bool:
        return (one.start <= other.start and other.end <= one.end) or (
            other.start <= one.start and one.end <= other.end
        )

    assert not any(nests(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :])
    for gone in dropped:
        assert any(nests(gone, f) and f.severity.rank >= gone.severity.rank for f in kept)
