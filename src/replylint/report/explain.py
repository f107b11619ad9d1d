"""What happened to one message on its way, for a person who wonders why or why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TextIO

from .colour import Paint
from .masking import hide_shared, masked
from .options import Options
from .width import columns, pad, wrap

_LEAST_WIDTH = 40
_LABELS = {
    "text": ("原文", "text"),
    "folded": ("折叠后", "folded"),
    "lang": ("语言", "language"),
    "literals": ("唤醒词", "woken by"),
    "woken": ("唤醒的规则", "woken"),
    "quotes": ("引号", "quotes"),
    "protected": ("不动之处", "protected"),
    "clause": ("小句", "clause"),
    "candidates": ("候选", "candidates"),
    "dropped": ("让位", "dropped"),
    "nothing": ("没有规则被唤醒", "no rule woke"),
    "found": ("命中", "found"),
    "spaced": ("已略去汉字间空格", "single spaces between Han characters left out"),
    "actor": ("谁做", "actor"),
    "mood": ("语气", "mood"),
    "pressure": ("压力", "pressure"),
    "certainty": ("把握", "certainty"),
    "softened": ("已缓和", "softened"),
    "reported": ("转述", "reported"),
    "hypothetical": ("假设", "hypothetical"),
    "verb": ("动作", "verb"),
    "object": ("对象", "object"),
    "rest": ("其余", "rest"),
}


class Candidate(Protocol):
    """A place a rule found; ``text`` is None where it is sensitive."""

    @property
    def rule(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str | None: ...
    @property
    def veto(self) -> str | None: ...


class Frame(Protocol):
    """A clause and what was read of it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def actor(self) -> str: ...
    @property
    def mood(self) -> str: ...
    @property
    def pressure(self) -> Sequence[str]: ...
    @property
    def softened(self) -> bool: ...
    @property
    def certainty(self) -> str: ...
    @property
    def reported(self) -> bool: ...
    @property
    def hypothetical(self) -> bool: ...
    @property
    def verb(self) -> str | None: ...
    @property
    def object(self) -> str | None: ...
    @property
    def rest(self) -> str | None: ...


class Trace(Protocol):
    """What is asked of an engine's trace (engine.explain.Trace). Offsets count in the message."""

    @property
    def folded(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def spaced(self) -> bool: ...
    @property
    def literals(self) -> Sequence[str]: ...
    @property
    def woken(self) -> Sequence[str]: ...
    @property
    def candidates(self) -> Sequence[Candidate]: ...
    @property
    def dropped(self) -> Sequence[tuple[str, int, int]]: ...
    @property
    def frames(self) -> Sequence[Frame]: ...
    @property
    def protected(self) -> Sequence[tuple[int, int, str]]: ...
    @property
    def quotes(self) -> Sequence[tuple[int, int]]: ...


def write_trace(text: str, trace: Trace, stream: TextIO, options: Options) -> None:
    """Effect: write how ``text`` was read, which rules woke, and what became of each candidate.

    What a sensitive candidate found is masked everywhere, vetoed or not.
    """
    stream.writelines(line + "\n" for line in _Explanation(text, trace, options).lines())


class _Explanation:
    def __init__(self, text: str, trace: Trace, options: Options) -> None:
        self._folds = trace.folded not in ("", text)
        spans = [(c.start, c.end) for c in trace.candidates if c.text is None]
        self._secrets = [text[start:end] for start, end in spans]
        for start, end in spans:
            text = text[:start] + masked(text[start:end]) + text[end:]
        self._text = text
        self._trace = trace
        self._lang = options.lang
        self._width = max(_LEAST_WIDTH, options.width)
        self._paint = Paint(options.color)

    def lines(self) -> Iterator[str]:
        """The whole explanation, from the text to what gave way."""
        trace = self._trace
        yield from self._row("text", self._text)
        if self._folds:
            yield from self._row("folded", hide_shared(self._secrets, trace.folded))
        spaced = f" · {self._label('spaced')}" if trace.spaced else ""
        yield from self._row("lang", f"{trace.lang or '?'}{spaced}")
        if not trace.woken:
            yield self._paint(self._label("nothing"), "quiet")
            return
        yield from self._row("literals", ", ".join(trace.literals))
        yield from self._row("woken", ", ".join(trace.woken))
        yield from self._spots("quotes", [(start, end, "") for start, end in trace.quotes])
        yield from self._spots("protected", trace.protected)
        for frame in trace.frames:
            yield from self._frame(frame)
        if trace.candidates:
            yield self._paint(self._label("candidates"), "path")
        name = max((columns(candidate.rule) for candidate in trace.candidates), default=0)
        for candidate in trace.candidates:
            yield from self._candidate(candidate, name)
        yield from self._spots(
            "dropped", [(start, end, rule) for rule, start, end in trace.dropped]
        )

    def _frame(self, frame: Frame) -> Iterator[str]:
        values = {
            "actor": frame.actor,
            "mood": frame.mood,
            "pressure": "+".join(frame.pressure),
            "certainty": frame.certainty,
            "verb": self._part(frame.verb),
            "object": self._part(frame.object),
            "rest": self._part(frame.rest),
        }
        flags = {
            "softened": frame.softened,
            "reported": frame.reported,
            "hypothetical": frame.hypothetical,
        }
        read = [f"{self._label(key)} {value}" for key, value in values.items() if value]
        read += [self._label(key) for key, value in flags.items() if value]
        yield from self._row("clause", self._spot(frame.start, frame.end))
        for line in wrap(" · ".join(read), self._width - 4):
            yield self._paint(f"    {line}", "quiet")

    def _candidate(self, candidate: Candidate, name: int) -> Iterator[str]:
        found = candidate.veto is None
        outcome = self._paint(f"✓ {self._label('found')}", "good")
        if candidate.veto is not None:
            outcome = self._paint(f"✗ {candidate.veto}", "warning")
        where = self._spot(candidate.start, candidate.end)
        rule = pad(candidate.rule, name)
        yield f"  {self._paint(rule, 'path' if found else '=')}  {where}  {outcome}"

    def _spots(self, key: str, spots: Iterable[tuple[int, int, str]]) -> Iterator[str]:
        shown = [f"{self._spot(start, end)} {about}".rstrip() for start, end, about in spots]
        if shown:
            yield from self._row(key, ", ".join(shown))

    def _spot(self, start: int, end: int) -> str:
        """``3-5 “立即”``: offsets as findings have them, and the words."""
        words = "".join(wrap(self._text[start:end], 1 << 30))
        return f"{start}-{end} “{words}”"

    def _part(self, part: str | None) -> str:
        """The words of a frame, with what is sensitive in them masked."""
        return f"“{hide_shared(self._secrets, part)}”" if part else ""

    def _row(self, key: str, value: str) -> Iterator[str]:
        label = self._label(key)
        indent = columns(label) + 2
        for index, line in enumerate(wrap(value, self._width - indent)):
            yield f"{self._paint(label, 'path')}  {line}" if index == 0 else " " * indent + line

    def _label(self, key: str) -> str:
        return _LABELS[key][self._lang != "zh"]
