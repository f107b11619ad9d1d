"""Times single messages in one process on one core: what a caller waits for a decision.

Clean messages of about 100 characters through ``check``; messages with findings through ``check``
and ``rewrite``, as whoever shows a proposal calls them. Beside each figure stands the time of a
fixed piece of Python, taken between the rounds, so that runs on different machines compare.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter_ns

sys.path.insert(0, str(Path(__file__).parent))

from speed import messages

from replylint import Linter

ROUNDS = 5
AT_MOST = 1000  # messages of a kind


def times(work: Callable[[str], object], texts: Sequence[str]) -> tuple[list[float], float]:
    """Microseconds of each text, the median of some rounds; and of the fixed piece of Python."""
    rows: list[list[float]] = [[] for _ in texts]
    fixed: list[float] = []
    gc.collect()
    gc.freeze()
    for number in range(ROUNDS + 1):
        for row, text in zip(rows, texts, strict=True):
            begun = perf_counter_ns()
            work(text)
            took = perf_counter_ns() - begun
            if number:  # the first makes what is made when asked for
                row.append(took / 1000)
        fixed.append(_fixed())
    return sorted(map(median, rows)), median(fixed)


def _fixed() -> float:
    begun = perf_counter_ns()
    for number in range(2000):
        str(number).encode()
    return (perf_counter_ns() - begun) / 1000


def show(name: str, work: Callable[[str], object], texts: Sequence[str]) -> None:
    if not texts:
        print(f"{name:<28} no such message")
        return
    took, fixed = times(work, texts)
    p50, p99 = (took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.99))
    size = sum(map(len, texts)) / len(texts)
    print(
        f"{name:<28} {len(texts):5,} messages of {size:4.0f} characters   "
        f"p50 {p50:7.1f} us   p99 {p99:8.1f} us   p50 {p50 / fixed:6.3f}x the fixed piece"
    )


def main() -> int:
    linter = Linter()
    texts = list(dict.fromkeys(messages()))
    found = {text: bool(linter.check(text, channel="chat").findings) for text in texts}
    near = [text for text in texts if 80 <= len(text) <= 120]
    clean = [text for text in near if not found[text]][:AT_MOST]
    flagged = [text for text in near if found[text]][:AT_MOST]
    short = [text for text in texts if found[text] and len(text) < 40][:AT_MOST]

    def check(text: str) -> object:
        return linter.check(text, channel="chat").decision

    def propose(text: str) -> object:
        linter.check(text, channel="chat")
        return linter.rewrite(text, channel="chat").text

    show("clean, check", check, clean)
    show("with findings, check", check, flagged)
    show("with findings and proposal", propose, flagged)
    show("the same, below 40", propose, short)
    return 0


if __name__ == "__main__":
    sys.exit(main())
