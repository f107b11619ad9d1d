from __future__ import annotations

from dataclasses import replace

from replylint.report.fingerprint import Fingerprints
from replylint.report.view import View

from .cases import PHONE, finding, in_file


def prints(text: str, *findings: object, path: str = "a.md", given: str = "") -> list[str]:
    result = in_file(text, *findings, path=path)  # type: ignore[arg-type]
    made = Fingerprints(View(result))
    return [made.of(replace(placed, fingerprint=given)) for placed in result.findings]


def test_each_finding_has_its_own() -> None:
    same = finding(0, 2)
    other = finding(0, 2, rule="vague.soon")
    found = prints("立即", same, same, same, other)
    assert len(set(found)) == 4
    assert prints("立即", same) != prints("立即", same, path="b.md")


def test_given_ones_are_used() -> None:
    same = finding(0, 2)
    assert prints("立即", same, same, given="x") == prints("马上", same, same, given="x")
    assert len(set(prints("立即", same, same, given="x"))) == 2


def test_it_does_not_depend_on_what_is_masked() -> None:
    private = finding(2, 13, sensitive=True)
    other = "0" * 11
    near = finding(0, 2)
    assert prints(f"致电{PHONE}", private, near) == prints(f"致电{other}", private, near)


def test_a_lone_surrogate_has_one_too() -> None:
    assert len(prints("\ud800", finding(0, 1))[0]) == 32
