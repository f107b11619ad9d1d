"""Measures streams over the corpus: how soon a clean reply starts, and what gets out that must not.

Every text is fed one character at a time. Texts without an offence are timed in characters held
back; of texts with one it is counted how the stream ended, and whether any of it was released.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from replylint import Finding, Linter, Severity
from replylint.rules.rule import Kind

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@dataclass
class Tally:
    texts: int = 0
    first: list[int] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    most: int = 0
    micros: list[float] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    let_out: list[str] = field(default_factory=list)
    let_out_of: list[str] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)


class Bench:
    def __init__(self, linter: Linter) -> None:
        self._linter = linter

    def offences(self, findings: Sequence[Finding]) -> list[Finding]:
        """What a stream answers for: not notes, not what only a whole reply can lack."""
        rules = self._linter.rules
        return [
            each
            for each in findings
            if each.severity is not Severity.INFO
            and each.start < each.end
            and rules[each.rule].kind not in (Kind.REQUIRE, Kind.METRIC)
        ]

    def run(self, texts: Sequence[str]) -> tuple[Tally, Tally]:
        clean, bad = Tally(), Tally()
        for text in texts:
            found = self.offences(self._linter.check(text, channel="chat").findings)
            self._one(text, found, bad if found else clean)
        return clean, bad

    def _one(self, text: str, found: Sequence[Finding], tally: Tally) -> None:
        stream = self._linter.stream(channel="chat")
        first, waits = 0, []
        begun = time.perf_counter()
        for number, char in enumerate(text, 1):
            if stream.feed(char) and not first:
                first = number
            waits.append(0 if stream.blocked else len(stream.held))
        stream.close()
        tally.micros.append((time.perf_counter() - begun) * 1e6 / max(1, len(text)))
        tally.texts += 1
        tally.first.append(first or len(text))
        tally.held.append(mean(waits) if waits else 0)
        tally.most = max(tally.most, *waits, 0)
        tally.ends["blocked" if stream.blocked else "rewritten" if stream.applied else "as is"] += 1
        known = {each.rule for each in found}
        for each in self.offences(stream.remaining):
            if stream.blocked and each.rule not in known:
                continue  # half a reply may lack what the other half says
            tally.let_out.append(each.rule)
            tally.let_out_of.append(text)
        gone = len(text) - len(stream.held)
        if stream.blocked:
            tally.begun += [gone - each.start for each in found if each.start < gone < each.end]
        if not found and (stream.blocked or stream.applied):
            tally.needless.append(text)


def texts(part: str) -> Iterator[tuple[str, list[str]]]:
    """Name and texts of every file."""
    for path in sorted((CORPUS / part).glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if part == "written":
            yield path.stem, [row["text"] for row in rows]
        else:
            turns = [turn for row in rows for turn in row["messages"]]
            yield path.stem, [turn["text"] for turn in turns if turn["role"] == "agent"]


def shares(numbers: Sequence[float]) -> str:
    ranked = sorted(numbers)
    at = [ranked[min(len(ranked) - 1, int(len(ranked) * p))] for p in (0.5, 0.95, 0.99)]
    return "p50 {:.0f}  p95 {:.0f}  p99 {:.0f}  most {:.0f}".format(*at, ranked[-1])


def show(name: str, clean: Tally, bad: Tally) -> None:
    print(f"{name}: {clean.texts} clean, {bad.texts} with an offence")
    if clean.texts:
        print(f"  clean    first character after {shares(clean.first)} characters of input")
        late = sum(each > 40 for each in clean.first)
        print(f"  clean    first character after more than 40: {late}")
        print(f"  clean    held on average {shares(clean.held)}; at any time {clean.most}")
        print(f"  clean    {shares(clean.micros)} us a character")
        print(f"  clean    stopped or changed needlessly: {len(clean.needless)}")
    if bad.texts:
        ends = ", ".join(f"{n} {end}" for end, n in bad.ends.most_common())
        print(f"  offence  {ends}; held at any time {bad.most}")
        print(f"  offence  begun but not ended: {len(bad.begun)}")
    out = Counter(clean.let_out + bad.let_out)
    print(f"  offences let out whole: {out.total()} {dict(out.most_common(8))}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every n-th text")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    given = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"{CORPUS} is not there: nothing to measure", file=sys.stderr)
        return 2
    bench = Bench(Linter())
    for part in ("conversations", "written"):
        for name, found in texts(part):
            clean, bad = bench.run(found[:: given.every])
            show(name, clean, bad)
            if given.show:
                print(*clean.needless, *clean.let_out_of, *bad.let_out_of, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
