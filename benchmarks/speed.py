"""Times the main job: one process on one message, many messages through the API, more rules."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "conversations"
CLEAN = "您好，您的退款申请已提交，预计3个工作日内到账。"
FLAGGED = "请立即处理"


def processes(rounds: int = 15) -> None:
    """Whole processes, taking turns so that a slow minute hits all of them; their own CPU time."""
    base = [sys.executable, "-c", "pass"]
    check = [sys.executable, "-m", "replylint", "check", "--text"]
    commands = {"empty": base, "clean": [*check, CLEAN], "flagged": [*check, FLAGGED]}
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its byte code
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            start = _spent()
            subprocess.run(
                command, capture_output=True, cwd=tempfile.gettempdir(), env=environ, check=False
            )
            if turn:  # the first fills the caches
                times[name].append(_spent() - start)
    empty = median(times["empty"])
    print(f"process      empty interpreter {empty * 1000:6.1f} ms")
    for name in ("clean", "flagged"):
        took = median(times[name])
        print(f"process      {name:<17} {took * 1000:6.1f} ms   {took / empty:4.1f}x")


def _spent() -> float:
    """CPU seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def messages() -> list[str]:
    """The agents' turns of the corpus, or the examples often enough to be worth timing."""
    if CORPUS.is_dir():
        rows = (
            json.loads(line)
            for path in sorted(CORPUS.glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
        return [turn["text"] for row in rows for turn in row["messages"] if turn["role"] == "agent"]
    print(f"note: {CORPUS.parent} is not there; the examples are used", file=sys.stderr)
    rows = (ROOT / "examples/replies.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows] * 500


def rate(check: Callable[[str], object], texts: Iterable[str], rounds: int = 3) -> float:
    """Messages a second, the median of some rounds after one that warms up."""
    texts = list(texts)
    for text in texts:
        check(text)
    took = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            check(text)
        took.append(time.process_time() - start)
    return len(texts) / median(took)


def api() -> None:
    """One core, all packs on, message by message."""
    from replylint import Linter

    linter = Linter()
    texts = messages()
    found = [linter.check(text) for text in texts]
    flagged = sum(bool(result.findings) for result in found)
    size = sum(map(len, texts)) / len(texts)
    print(f"api          {len(texts):,} messages, {size:.0f} characters, {flagged:,} flagged")
    all_rate = rate(linter.check, texts)
    print(f"api          all {all_rate:10,.0f} messages/s  {1e6 / all_rate:6.1f} us each")
    for name, wanted in (("clean", False), ("flagged", True)):
        some = [t for t, r in zip(texts, found, strict=True) if bool(r.findings) is wanted]
        if some:
            each = rate(linter.check, some)
            print(f"api          {name:<8} {each:6,.0f} messages/s  {1e6 / each:6.1f} us each")


def growth(times: int = 10) -> None:
    """The same messages under ten times the rules, whose words are other words."""
    from replylint.engine.lint import lint
    from replylint.engine.ruleset import Ruleset
    from replylint.model import Message
    from replylint.rules.cache import Compiled, compiled

    packs = compiled([ROOT / "rules"], [ROOT / "glossary"], None)
    pack = packs.pack
    many = [
        replace(
            rule,
            id=f"{rule.id}-{copy}" if copy else rule.id,
            wakes=tuple(f"{word}{chr(0x4E00 + copy)}" for word in rule.wakes)
            if copy
            else rule.wakes,
        )
        for copy in range(times)
        for rule in pack.rules
        if not copy or rule.wakes
    ]
    larger = Compiled(replace(pack, rules=tuple(many)), packs.terms, packs.crossings)
    texts = messages()
    rates = []
    for each in (packs, larger):
        rules = Ruleset(each)
        rates.append(rate(lambda text, rules=rules: lint(Message(text), rules), texts, 2))
    print(
        f"growth       {len(pack.rules)} rules {rates[0]:,.0f}/s, "
        f"{len(many)} rules {rates[1]:,.0f}/s: {rates[0] / rates[1]:.2f}x the time"
    )


if __name__ == "__main__":
    processes()
    api()
    growth()
