"""Labelled sentences, of which weights are learned: JSON lines, and the examples of rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError, Origin
from ..rules.rule import Example, Rule
from ..text.han import is_han

NEAR = ("near", "near_miss")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``topics``: what it offends, none for a good one; ``trigger``: the words that offend, of
    folded or unfolded text, empty: all of it. ``near``: good, and close to an offence. ``group``:
    sentences of one hand, held out together; "" is never held out."""

    text: str
    topics: tuple[str, ...] = ()
    trigger: str = ""
    near: bool = False
    group: str = ""
    hant: bool = False


def read(path: Path, lang: str) -> Iterator[Sentence]:
    """The rows of a JSONL file in a language: ``text``, ``topics``, ``lang`` (a tag), and where it
    is known ``trigger`` and ``kind``. Raises InputError with file and line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                tag, text, topics = row["lang"], row["text"], row["topics"]
                if not isinstance(text, str) or not isinstance(tag, str):
                    raise TypeError
                if not isinstance(topics, list) or not all(isinstance(t, str) for t in topics):
                    raise TypeError
            except (ValueError, TypeError, KeyError):
                raise InputError(
                    "this line is no labelled sentence",
                    origin=Origin(str(path), number, 1),
                    hint='{"text": …, "lang": "zh-Hans", "topics": ["threat"], "trigger": …}',
                ) from None
            if tag.partition("-")[0] == lang:
                yield Sentence(
                    text,
                    tuple(topics),
                    str(row.get("trigger") or ""),
                    row.get("kind") in NEAR,
                    path.stem,
                    tag == "zh-Hant",
                )


def of_rules(
    rules: Iterable[Rule],
    examples: Mapping[str, Sequence[Example]],
    topics: Sequence[str],
    lang: str,
) -> Iterator[Sentence]:
    """The examples of all rules of a language, and what those of ``topics`` become when mended:
    what is no offence of these topics is close to one. Left out is what not an agent says."""
    seen: set[str] = set()
    for rule in rules:
        for example in examples.get(rule.id, ()):
            known = example.text in seen or {"role", "history"} & dict(example.context).keys()
            if known or rule.lang not in (lang, "any") or _spoken(example.text) != lang:
                continue
            seen.add(example.text)
            if example.spans and rule.topic in topics:
                start, end = example.spans[0]
                yield Sentence(example.text, (rule.topic,), example.text[start:end])
                if example.fixed and "{" not in example.fixed and not example.also:
                    yield Sentence(example.fixed, near=True)
            elif not any(name.partition(".")[0] in topics for name in example.also):
                yield Sentence(example.text, near=True)


def _spoken(text: str) -> str:
    return "zh" if any(map(is_han, text)) else "en"
