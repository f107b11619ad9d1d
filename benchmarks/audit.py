"""Messages a second, and memory, of an audit from CSV to store, at several sizes.

    python benchmarks/audit.py [--sizes 20000,200000,1000000] [--jobs 1] [--report] [CORPUS]

The exports are made by repetition with changes: real conversations of the corpus beside the
repository, or sentences of its own where that is missing, each time with other ids, agents, times
and last words, so that nothing is remembered from one to the next. Every size is a process of its
own with all packs on. "CPU" is what all its processes used, which other work on the machine does
not change; "linear" is the time a message costs against the smallest size; "MB" the largest
resident size of any of its processes. Starting up, some seconds, is measured apart and left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "conversations"
FILES = ("stc3_zh", "jddc_sample_zh", "cathay_bank_faq_zht", "twcs_en")
HEADS = ("conversation_id", "message_id", "sent_at", "role", "agent", "channel", "queue", "text")
OWN = (
    ("customer", "我的卡被扣了两次钱，怎么回事？"),
    ("agent", "您好，我们正在为您核实，预计24小时内回复您。"),
    ("customer", "太慢了，我等不了。"),
    ("agent", "请立即提供资料，否则不予处理。"),
)
WORDS = (
    "明天",
    "谢谢",
    "好的",
    "收到",
    "再见",
    "稍后",
    "知道",
    "麻烦",
    "辛苦",
    "了解",
    "可以",
    "这样",
)


def conversations(corpus: Path) -> list[list[tuple[str, str]]]:
    """Role and text of each message."""
    found = []
    for name in FILES:
        path = corpus / f"{name}.jsonl"
        if path.exists():
            for line in path.read_text("utf-8").splitlines():
                found.append([(m["role"], m["text"]) for m in json.loads(line)["messages"]])
    random.Random(1).shuffle(found)
    return found or [list(OWN)]


def rows(known: list[list[tuple[str, str]]], messages: int) -> Iterator[tuple[str, ...]]:
    """So many messages, conversation by conversation."""
    chance = random.Random(2)
    begun, made, number = datetime(2026, 1, 1, 9), 0, 0
    while made < messages:
        turns = known[number % len(known)]
        agent = f"A{chance.randrange(200):03}"
        where = chance.choice(("chat", "phone", "email")), chance.choice(("loan", "card"))
        time = begun + timedelta(minutes=number % 250_000)
        for turn, (role, text) in enumerate(turns):
            time += timedelta(seconds=chance.randrange(5, 600))
            words = f"{text} {chance.choice(WORDS)}{chance.choice(WORDS)}"
            ids = f"c-{number}", f"m-{number}-{turn}", time.isoformat(" ")
            yield (*ids, role, agent if role == "agent" else "", *where, words)
        made += len(turns)
        number += 1


def write(path: Path, known: list[list[tuple[str, str]]], messages: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADS)
        writer.writerows(rows(known, messages))


def run(folder: Path, export: Path, jobs: int, *more: str) -> dict[str, float]:
    """One audit in a process of its own: wall and CPU seconds, the largest process in MB."""
    code = (
        "import resource, sys, json; from replylint.__main__ import main\n"
        "main(sys.argv[1:])\n"
        "own, kids = (resource.getrusage(k) for k in (resource.RUSAGE_SELF, "
        "resource.RUSAGE_CHILDREN))\n"
        "used = sum(u.ru_utime + u.ru_stime for u in (own, kids))\n"
        "print(json.dumps([used, max(own.ru_maxrss, kids.ru_maxrss) / 1024]), file=sys.stderr)\n"
    )
    store = folder / f"{export.stem}.duckdb"
    command = [sys.executable, "-c", code, "audit", str(export), "--store", str(store)]
    begun = time.monotonic()
    done = subprocess.run(
        [*command, "--quiet", "--jobs", str(jobs), *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    wall = time.monotonic() - begun
    used, size = json.loads(done.stderr.splitlines()[-1])
    store.unlink()
    return {"wall": wall, "cpu": used, "mb": size}


def main() -> int:
    ask = argparse.ArgumentParser()
    ask.add_argument("--sizes", default="20000,200000,1000000")
    ask.add_argument("--jobs", type=int, default=1)
    ask.add_argument("--report", action="store_true", help="write the page as well")
    ask.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    asked: Any = ask.parse_args()
    known = conversations(asked.corpus)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        more = ("--report", str(folder / "page.html")) if asked.report else ()
        nothing = folder / "nothing.csv"
        write(nothing, known[:1], 1)
        run(folder, nothing, asked.jobs)  # compiles the packs
        start = run(folder, nothing, asked.jobs)
        print(f"start: {start['cpu']:.1f} s CPU, {start['mb']:.0f} MB")
        print(f"{'messages':>10} {'wall s':>8} {'CPU s':>8} {'a CPU s':>8} {'linear':>7} {'MB':>5}")
        first = 0.0
        for size in map(int, asked.sizes.split(",")):
            export = folder / f"{size}.csv"
            write(export, known, size)
            got = run(folder, export, asked.jobs, *more)
            used = got["cpu"] - start["cpu"]
            first = first or used / size
            cells = f"{size:>10,} {got['wall']:>8.1f} {used:>8.1f} {size / used:>8,.0f}"
            print(f"{cells} {used / size / first:>7.2f} {got['mb']:>5.0f}", flush=True)
            export.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
