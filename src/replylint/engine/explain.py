"""Remembers what happened to one message on its way, for `explain`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .hit import Hit, Span

if TYPE_CHECKING:
    from ..model import Finding
    from ..rules.rule import Rule
    from .scene import Scene


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a rule found, in original offsets; ``veto`` says why it does not count."""

    rule: str
    start: int
    end: int
    text: str | None
    veto: str | None


@dataclass(frozen=True, slots=True)
class ShownFrame:
    """A clause's frame as it is shown: offsets and words of the original."""

    start: int
    end: int
    actor: str
    mood: str
    pressure: tuple[str, ...]
    certainty: str
    softened: bool
    reported: bool
    hypothetical: bool
    verb: str | None
    object: str | None
    rest: str | None


@dataclass(slots=True)
class Trace:
    """Filled by ``lint``; all offsets count in the message as it was given."""

    folded: str = ""
    lang: str = ""
    spaced: bool = False
    literals: list[str] = field(default_factory=list)
    woken: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    dropped: list[tuple[str, int, int]] = field(default_factory=list)
    frames: list[ShownFrame] = field(default_factory=list)
    protected: list[tuple[int, int, str]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    def judged(self, rule: Rule, hit: Hit, scene: Scene, veto: str | None) -> None:
        """A candidate and what became of it; words of a sensitive one are not kept."""
        if hit.place is not None:
            start = end = 0 if hit.place == "start" else len(scene.message.text)
        else:
            start, end = scene.folded.span(hit.start, hit.end)
        words = None if rule.sensitive else scene.message.text[start:end]
        self.candidates.append(Candidate(rule.id, start, end, words, veto))

    def gave_way(self, findings: tuple[Finding, ...]) -> None:
        self.dropped += [(each.rule, each.start, each.end) for each in findings]

    def saw(self, scene: Scene) -> None:
        """What the scene worked out: frames, quotes, protected stretches, tokens."""
        span, text = scene.folded.span, scene.message.text

        def words(part: Span | None) -> str | None:
            return None if part is None else text[slice(*span(*part))]

        for frame in scene.frames:
            self.frames.append(
                ShownFrame(
                    *span(frame.start, frame.end),
                    frame.actor,
                    frame.mood,
                    frame.pressure,
                    frame.certainty,
                    frame.softened,
                    frame.reported,
                    frame.hypothetical,
                    words(frame.verb),
                    words(frame.object),
                    words(frame.rest),
                )
            )
        self.protected = [(each.start, each.end, each.kind) for each in scene.protected]
        self.quotes = [span(each.start, each.end) for each in scene.quotes]
        self.tokens = scene.vocabulary.edges.tokenizer.words(scene.text)
