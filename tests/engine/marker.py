"""A brute-force marker of the frame lexicons, so that frames are tested before there is an engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from replylint.engine.frames import Frame, Mark, read
from replylint.text.clauses import Clause, split
from replylint.text.edges import Edges, crossings
from replylint.text.fold import fold, fold_word

SHARED = Path(__file__).parents[2] / "rules" / "shared"


def expand(word: str) -> list[str]:
    """The words of a family: ``{a,b}`` may nest or hold an empty branch."""
    start = word.find("{")
    if start < 0:
        return [word]
    depth, cuts, end = 0, [start], start
    for at in range(start, len(word)):
        depth += (word[at] == "{") - (word[at] == "}")
        if depth == 1 and word[at] == ",":
            cuts.append(at)
        if depth == 0:
            end = at
            break
    cuts.append(end)
    branches = [b for i, j in zip(cuts, cuts[1:], strict=False) for b in expand(word[i + 1 : j])]
    return [word[:start] + a + b for a, b in product(branches, expand(word[end + 1 :]))]


@cache
def words(lang: str, prefix: str = "frame.") -> dict[str, list[tuple[str, str]]]:
    """By folded word, the names of the lexicons it stands in and how these judge edges."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in (SHARED / f"frames_{lang}.yaml", SHARED / f"guards_{lang}.yaml"):
        if not path.exists():
            continue
        text = path.read_text(encoding="utf-8")
        for name, entry in yaml.load(text, yaml.BaseLoader)["lexicons"].items():
            if not name.startswith(prefix):
                continue
            for family in entry["words"]:
                for word in expand(family):
                    pair = (name.removeprefix(prefix), entry.get("edges", "token"))
                    names = found.setdefault(fold_word(word), [])
                    if pair not in names:
                        names.append(pair)
    return found


@cache
def edges(lang: str) -> Edges:
    return Edges(crossings(words(lang)), "auto")


def marks(text: str, clause: Clause, lang: str, prefix: str = "frame.") -> Iterator[Mark]:
    known = words(lang, prefix)
    longest = max(map(len, known))
    for start in range(clause.start, clause.end):
        for end in range(min(clause.end, start + longest), start, -1):
            for name, rule in known.get(text[start:end], ()):
                if rule == "any" or edges(lang).clean(text, start, end):
                    yield start, end, name


def frames(message: str, lang: str = "zh") -> list[tuple[str, Frame]]:
    """The clauses of ``message`` and their frames."""
    text = fold(message).text
    found: list[tuple[str, Frame]] = []
    previous: tuple[int, Frame] | None = None
    for clause in split(text, lang == "en"):
        before = previous[1] if previous and previous[0] == clause.sentence else None
        frame = read(text, clause, tuple(marks(text, clause, lang)), lang == "en", before)
        previous = clause.sentence, frame
        found.append((text[clause.start : clause.end], frame))
    return found
