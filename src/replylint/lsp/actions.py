"""What can be done about findings in an editor: fixes, whole replies, comments that silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from ..files.decode import Decoded
from ..files.mend import mend
from ..files.save import ordered
from ..files.silence import silence
from ..model import Edit, Fix, Safety
from ..report.view import View
from .buffers import Buffer
from .desk import Judged
from .diagnostics import Mark, marks
from .memory import Memory
from .words import said

QUICK = types.CodeActionKind.QuickFix
REWRITE = types.CodeActionKind.RefactorRewrite
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.replylint"
KINDS = [QUICK, REWRITE, FIX_ALL]

# Of a selection: for so many findings the whole file is read again to silence them, and so many may
# stand in the replies that are written anew.
_FEW, _MANY = 4, 40
_LONGEST = 60  # code points of a title's proposal
_TITLES = {Safety.SAFE: "fix", Safety.REVIEW: "look", Safety.SHOW: "idea"}


class Offers:
    """The actions for one version of a file.

    ``versions`` says whether the client takes edits that name the version they are for, ``lazy``
    whether it asks for the edits of an action when somebody chooses it.
    """

    def __init__(self, judged: Judged, lint: Memory, *, versions: bool, lazy: bool) -> None:
        self._judged = judged
        self._buffer: Buffer = judged.buffer
        self._lint = lint
        self._versions = versions
        self._lazy = lazy

    def at(self, start: int, end: int, only: Sequence[str] | None) -> list[types.CodeAction]:
        """What can be done about ``[start, end)``; ``only`` kinds, with all that are below them."""
        found = marks(self._judged)
        here = [mark for mark in found if mark.start <= end and start <= mark.end]
        actions: list[types.CodeAction] = []
        if _asked(QUICK, only):
            for mark in here:
                actions += self._fixes(mark)
            for mark in here[:_FEW]:
                actions += self._silences(mark)
        if 0 < len(here) <= _MANY and _asked(REWRITE, only):
            actions += self._proposal(start, end)
        if _asked(FIX_ALL, only) and any(map(_is_safe, found)):
            actions += self._all(found)
        return actions

    def edit_of_all(self) -> types.WorkspaceEdit | None:
        """The edit of every safe fix in the file; None when there is none to make."""
        edits = self._mended(Safety.SAFE, None)
        return self._edit(edits) if edits else None

    def _fixes(self, mark: Mark) -> Iterator[types.CodeAction]:
        for fix in View(self._judged.result).fixes(mark.placed):
            if fix.edits:
                title = said(_TITLES[fix.safety], self._judged.lang, _told(fix))
                yield self._quick(title, mark, fix.edits, preferred=fix.safety is Safety.SAFE)

    def _silences(self, mark: Mark) -> Iterator[types.CodeAction]:
        told, result = self._judged.document, self._judged.result
        if told is None:
            return
        edit = silence(told, result, mark.placed, self._judged.again)
        if edit is not None:
            name = "longer" if edit.text.startswith(", ") else "silence"
            title = said(name, self._judged.lang, mark.placed.finding.rule)
            yield self._quick(title, mark, [edit])

    def _quick(
        self, title: str, mark: Mark, edits: Iterable[Edit], *, preferred: bool = False
    ) -> types.CodeAction:
        return types.CodeAction(
            title,
            kind=QUICK,
            diagnostics=[mark.diagnostic],
            is_preferred=preferred or None,
            edit=self._edit(edits),
        )

    def _proposal(self, start: int, end: int) -> Iterator[types.CodeAction]:
        edits = self._mended(Safety.REVIEW, (start, end))
        if edits:
            title = said("whole", self._judged.lang)
            yield types.CodeAction(title, kind=REWRITE, edit=self._edit(edits))

    def _all(self, found: Iterable[Mark]) -> Iterator[types.CodeAction]:
        fixed = [mark.diagnostic for mark in found if _is_safe(mark)]
        action = types.CodeAction(
            said("all", self._judged.lang),
            kind=FIX_ALL,
            diagnostics=fixed,
        )
        if self._lazy:
            action.data = {"uri": self._buffer.uri, "version": self._buffer.version}
            yield action
        elif edit := self.edit_of_all():
            action.edit = edit
            yield action

    def _mended(self, safety: Safety, within: tuple[int, int] | None) -> tuple[Edit, ...]:
        judged = self._judged
        if judged.document is None:
            return ()
        held = judged.result.silent
        text = Decoded(self._buffer.text)
        return mend(text, judged.name, judged.reading, self._lint, held, safety, within).edits

    def _edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        buffer = self._buffer
        made = [
            types.TextEdit(buffer.range(edit.start, edit.end), edit.text)
            for edit in ordered(edits, len(buffer.text))
        ]
        if not self._versions:
            return types.WorkspaceEdit(changes={buffer.uri: made})
        named = types.OptionalVersionedTextDocumentIdentifier(buffer.uri, buffer.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named, made)])


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _is_safe(mark: Mark) -> bool:
    return any(map(_applies, mark.placed.finding.fixes))


def _applies(fix: Fix) -> bool:
    return fix.safety is Safety.SAFE


def _told(fix: Fix) -> str:
    """What a fix is called, and what it puts in when that is one thing."""
    text = fix.title
    if len(fix.edits) == 1 and fix.edits[0].text.strip():
        text += f" → {shorten(fix.edits[0].text, _LONGEST)}"
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """At most so many code points of ``text``.

    >>> shorten("麻烦您方便时处理", 5)
    '麻烦您方…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
