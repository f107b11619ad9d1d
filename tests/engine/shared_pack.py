"""The bundled lexicons and guards, and what they say about a message."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from replylint.engine.frames import Frame
from replylint.engine.hit import Hit
from replylint.engine.scene import Scene
from replylint.engine.vocabulary import Vocabulary
from replylint.engine.where import cancelled
from replylint.model import Message
from replylint.rules.load import load
from replylint.rules.rule import Guard, Pack
from replylint.text.edges import Edges, crossings
from replylint.text.fold import fold

RULES = Path(__file__).parents[2] / "rules"


@cache
def pack() -> Pack:
    return load([RULES]).pack


@cache
def vocabulary(lang: str) -> Vocabulary:
    lexicons = pack().lexicons
    words = [word for lexicon in lexicons if lexicon.lang == lang for word in lexicon.words]
    return Vocabulary(lexicons, lang, Edges(crossings(words), "auto"))


def scene(text: str) -> Scene:
    lang = "en" if text.isascii() else "zh"
    return Scene(Message(text), fold(text), lang, None, vocabulary(lang))


def frames(text: str) -> list[tuple[str, Frame]]:
    """The clauses of ``text``, folded, and their frames."""
    here = scene(text)
    return [
        (here.text[clause.start : clause.end], here.frame_of(number))
        for number, clause in enumerate(here.clauses)
    ]


def frame(text: str, number: int = -1) -> Frame:
    """The frame of one clause, the last if no other is asked for."""
    return frames(text)[number][1]


def silenced_by(text: str, word: str) -> set[str]:
    """The guards that would drop a finding of the first ``word`` of ``text``."""
    here = scene(text)
    at = here.text.index(fold(word).text)
    hit = Hit(at, at + len(fold(word).text))
    return {guard.name for guard in guards() if cancelled([guard], here, hit)}


@cache
def guards() -> tuple[Guard, ...]:
    """Those written for all topics; a topic's own are proved by the examples of its rules."""
    shared = set()
    for file in (RULES / "shared").glob("guards*.yaml"):
        table = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        shared.update(table["guards"])
    return tuple(guard for guard in pack().guards if guard.name in shared)
