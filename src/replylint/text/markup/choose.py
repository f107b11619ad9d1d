"""Picks the replies out of a structured file, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..han import HAN
from .about import beside
from .model import Document, Options, Segment
from .names import (
    Patterns,
    is_form,
    is_part,
    is_saying,
    is_subject,
    kind,
    language,
    may_be_name,
    words,
)
from .places import BrokenError, Comments
from .tree import DEEPEST, TOO_DEEP, Listing, Node, Path, Scalar, Table, shown
from .writing import rewriting

_IN_NAMES = re.compile(r"[\d._:/#@$&?=%+~-]")
_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z']{2,}(?=[\s,.!?;:]|\Z)")
_SPEAKS = re.compile(
    r"[您你妳請请。！？!?]|(?<![a-z])(?i:you|your|we|please|thank|sorry)(?![a-z])|[a-z]\.(?:\s|\Z)"
)
_HEAD = 2000  # characters of a text that are looked at to tell what it is
_NOTE = "no value looks like a reply; name the keys that hold replies in the setting fields"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of the file, and what the way to it says: the names on it, the message around it."""

    scalar: Scalar
    path: Path
    kind: str | None  # of its own key, or else of a key above whose items or versions it is among
    named: bool  # by a key that says so itself
    chosen: bool  # by the patterns of the settings
    message: dict[str, object]


def document(
    format: str, source: str, root: list[Node], options: Options, comments: Comments
) -> Document:
    """The replies below ``root``, the documents of one file. Raises BrokenError."""
    walk = _Walk(source, options, comments)
    leaves = [leaf for node in root for leaf in walk.leaves(node)]
    leaves.sort(key=_start)
    if options.fields:
        wanted = [leaf for leaf in leaves if leaf.chosen]
    else:
        wanted = _by_default(leaves, source, of_names=format == "properties")
    segments = [_segment(source, leaf) for leaf in _once(wanted, source)]
    note = None
    if not segments:
        note = _NOTE if source.strip() else "the file is empty"
    return Document(format, source, tuple(segments), comments.done(), note=note)


def _start(leaf: Leaf) -> int:
    return leaf.scalar.start


def chosen_of(
    source: str, root: list[Node], options: Options, comments: Comments
) -> tuple[Segment, ...]:
    """The replies in the head of a file; a title there is a name. Raises BrokenError."""
    walk = _Walk(source, options, comments)
    leaves = [leaf for node in root for leaf in walk.leaves(node)]
    wanted = [
        leaf
        for leaf in leaves
        if leaf.chosen or (leaf.named and leaf.kind in ("reply", "heading") and _is_sent(leaf))
    ]
    return tuple(_segment(source, leaf) for leaf in wanted if leaf.scalar.read(source).text.strip())


def _is_sent(leaf: Leaf) -> bool:
    return leaf.kind == "reply" or is_subject(str(leaf.path[-1]))


def _by_default(leaves: list[Leaf], source: str, of_names: bool) -> list[Leaf]:
    """What is a reply where the settings do not say; ``of_names``: keys are names of texts.

    What its key calls a reply; where no key does (a file of translations), every value that
    somebody could say; and beside replies what under a key of no known meaning speaks to somebody.
    """
    replies = any(leaf.kind == "reply" for leaf in leaves)
    wanted = []
    for leaf in leaves:
        text = leaf.scalar.read(source).text
        if leaf.kind in ("reply", "heading") and replies:
            fits = leaf.named or is_prose(text)
            fits = fits and not (_may_be_name(leaf) and is_name(text))
        elif leaf.kind == "about":  # claim.note names a text, note alone is about one
            fits = of_names and _is_compound(leaf) and speaks(text)
        else:
            fits = leaf.kind != "customer" and (speaks(text) if replies else is_prose(text))
        if fits:
            wanted.append(leaf)
    return wanted


def _once(wanted: list[Leaf], source: str) -> Iterator[Leaf]:
    seen: set[int] = set()
    for leaf in wanted:
        # What an alias names is read once, where it is written.
        if leaf.scalar.start not in seen and leaf.scalar.read(source).text.strip():
            seen.add(leaf.scalar.start)
            yield leaf


def _is_compound(leaf: Leaf) -> bool:
    return len(leaf.path) > 1 or len(words(str(leaf.path[-1]))) > 1


def is_prose(text: str) -> bool:
    """Whether somebody could say ``text``: it holds Han characters or some words.

    >>> [is_prose(text) for text in ("请稍候", "Thank you for waiting.", "e-mail/welcome", "en US")]
    [True, True, False, False]
    """
    if not text.isascii() and re.search(f"[{HAN}]", text):
        return True
    return len(_WORD.findall(text[:_HEAD])) > 2


def speaks(text: str) -> bool:
    """Whether ``text`` is a sentence said to somebody, and not only a heading or a name.

    >>> [speaks(text) for text in ("您的卡已寄出。", "立即处理", "We will call you.", "Main menu.")]
    [True, False, True, False]
    """
    head = text[:_HEAD]
    return is_prose(head) and _SPEAKS.search(head) is not None


def is_name(text: str) -> bool:
    """Whether ``text`` is for programs: a file, a key, a date.

    >>> [is_name(text) for text in ("mail/welcome.html", "v2", "请回复1", "Certainly.", "95588")]
    [True, True, False, False, False]
    """
    text = text.strip()
    return (
        len(text) < _HEAD
        and text.isascii()
        and len(text.split()) == 1
        and _LETTER.search(text) is not None
        and _IN_NAMES.search(text[:-1] if text[-1] in ".:" else text) is not None
    )


def _may_be_name(leaf: Leaf) -> bool:
    return any(isinstance(key, str) and may_be_name(key) for key in leaf.path)


def _segment(source: str, leaf: Leaf) -> Segment:
    scalar = leaf.scalar
    text, pieces = scalar.read(source)
    assert scalar.style is not None
    encode = rewriting(source, scalar.start, scalar.end, scalar.style, text)
    whole = leaf.kind == "reply" and not is_part(leaf.path)
    return Segment(text, pieces, encode, shown(leaf.path), message=leaf.message, whole=whole)


class _Walk:
    """Goes through a file once, with a bound on what aliases can make of it."""

    def __init__(self, source: str, options: Options, comments: Comments) -> None:
        self._source = source
        self._patterns = Patterns(options.fields)
        self._comments = comments
        self._commented: set[int] = set()
        self._left = 10 * len(source) + 1000  # nodes; a file has fewer than characters

    def leaves(self, root: Node) -> Iterator[Leaf]:
        """Every text below ``root``, in the order of the file."""
        yield from self._below(root, Leaf(Scalar(0, 0, None), (), None, False, False, {}), 0)

    def _below(self, node: Node, at: Leaf, depth: int) -> Iterator[Leaf]:
        self._left -= 1
        if depth > DEEPEST or self._left < 0:
            raise BrokenError(node.start, *TOO_DEEP)
        if isinstance(node, Scalar):
            if node.style is not None:
                yield replace(at, scalar=node)
        elif isinstance(node, Listing):
            for index, item in enumerate(node.items):
                yield from self._below(item, self._step(at, index), depth + 1)
        else:
            yield from self._table(node, at, depth)

    def _table(self, table: Table, at: Leaf, depth: int) -> Iterator[Leaf]:
        versions = all(is_form(key) for key, _ in table.entries)
        message = beside(table, self._source, at.message)
        at = replace(at, message={**at.message, **message} if versions else message)
        for key, node in table.entries:
            if key == "replylint" and isinstance(node, Scalar) and node.style is not None:
                self._note(table, node)
            elif key == "<<":
                yield from self._below(node, at, depth + 1)
            else:
                yield from self._below(node, self._step(at, key, versions), depth + 1)

    def _step(self, at: Leaf, key: str | int, version: bool = True) -> Leaf:
        """``at`` one step further; a list's items and ``version``s belong to what is above."""
        path = (*at.path, key)
        chosen = self._patterns.match(path) or (version and at.chosen)
        if isinstance(key, int):
            return replace(at, path=path, chosen=chosen)
        lang = language(key)
        message = {**at.message, "lang": lang} if lang else at.message
        said = kind(key)
        if said is None:
            named = at.named and (version or is_form(key))
            return replace(at, path=path, named=named, chosen=chosen, message=message)
        if at.kind == "customer" and is_saying(key):
            said = "customer"
        return replace(at, path=path, kind=said, named=True, chosen=chosen, message=message)

    def _note(self, table: Table, node: Scalar) -> None:
        text, pieces = node.read(self._source)
        if pieces and node.start not in self._commented:
            self._commented.add(node.start)
            start, end = pieces[0].file_start, pieces[-1].file_end
            self._comments.add_key(start, end, text, (table.start, table.end))
