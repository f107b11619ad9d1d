"""One linter, eight threads: what is made when first asked for is made under their feet."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from replylint import Linter

TEXTS = [
    "您好，您的退款申请已提交，预计3个工作日内到账。",
    "请立即处理，爱办不办。",
    "請立即處理，保本保息，絕對沒有風險。",
    "您的卡号是6222021234567890123，LPR下调后月供会变。",
    "Pay up immediately or else! Your IRR is guaranteed.",
    "Hello, your refund is on its way. 请立即处理。",
]


def together(work: Callable[[Linter, str], object]) -> None:
    """Eight threads at work on a linter nobody has used answer as one thread does."""
    alone = Linter(lang="en")
    expected = [work(alone, text) for text in TEXTS]
    shared = Linter(lang="en")
    start = Barrier(8)

    def run(number: int) -> list[object]:
        start.wait()
        order = TEXTS[number % len(TEXTS) :] + TEXTS[: number % len(TEXTS)]
        answers = {text: work(shared, text) for _ in range(3) for text in order}
        return [answers[text] for text in TEXTS]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(run, range(8))) == [expected] * 8


def test_checks() -> None:
    together(lambda linter, text: linter.check(text, channel="chat"))


def test_rewrites() -> None:
    together(lambda linter, text: linter.rewrite(text))


def test_streams() -> None:
    together(lambda linter, text: list(linter.stream().through(text)))
