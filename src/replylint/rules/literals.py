"""Derives from a pattern the literals one of which is in everything it matches, and vets it.

The pattern is read with Python's own parser and walked: alternatives add up, what may be missing
promises nothing, look-arounds take no room. Of all that is certain the rarest is taken.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

from ..errors import PackError
from ..text.fold import fold_word

Cost = Callable[[Collection[str]], float]

_FEW = 24  # a class with more members promises nothing
_WIDE = 100  # a class with more members is wide
_REPEATS = 200  # so often at most may a wide class repeat
_STRINGS = 600  # so many strings at most are kept for one stretch

_REFUSED = {
    "b": r"write (?<![0-9a-z]) and (?![0-9a-z])",
    "B": "leave it out",
    "w": "write the characters you mean, like [0-9a-z]",
    "W": "write the characters you mean, like [^0-9a-z]",
    "d": "write [0-9]",
    "D": "write [^0-9]",
}


class PatternError(PackError):
    """``at``: the index in the pattern, when it is known."""

    def __init__(self, what: str, at: int = 0, hint: str | None = None) -> None:
        super().__init__(what, hint=hint)
        self.at = at


@dataclass(frozen=True, slots=True)
class _Part:
    """``exact``: all strings it can match, None when they are too many. ``sure``: literals one of
    which is in every match, None when none is certain."""

    exact: frozenset[str] | None = None
    sure: frozenset[str] | None = None


_NOTHING = _Part(frozenset({""}))


def by_length(words: Collection[str]) -> float:
    """What waking on ``words`` costs as far as their lengths tell: short ones are met often."""
    return sum(10.0 ** (4 - min(len(word), 4)) for word in words)


def required(regex: str, cost: Cost = by_length) -> tuple[str, ...] | None:
    """Literals one of which is in every match, sorted; None when none is certain.

    Of several such sets the one with the least ``cost`` is taken. Raises PackError for a pattern
    that does not parse.

    >>> required("(?:立即|马上).{0,4}(?:还|缴)?款")
    ('立即', '马上')
    >>> required("[0-9a-z]+") is None
    True
    """
    part = _concat(_parse(regex), cost)
    sure = _best([part.sure, _useful(part.exact)], cost)
    return None if sure is None else minimal(sure)


def certain(regex: str) -> tuple[tuple[str, ...], ...]:
    """Every set of literals of which one is in each match, as far as they stand side by side.

    >>> certain("(?:立即|马上).{0,4}(?:还|缴)?款")
    (('立即', '马上'), ('款',))
    """
    sets = _sets(_parse(regex), by_length)[0]
    return tuple(dict.fromkeys(minimal(words) for words in sets if words))


def minimal(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold no other of them, sorted: who meets one of ``words`` meets one of these.

    >>> minimal(["立即", "立即还款", "马上"])
    ('立即', '马上')
    """
    known = sorted(set(words))
    if len(known) < 2:
        return tuple(known)
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(known)
    return tuple(
        word
        for word in known
        if len(automaton.find_matches_as_indexes(word, overlapping=True)) == 1  # itself alone
    )


def _parse(regex: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return sre_parser.parse(regex)
    except (re.error, OverflowError, RecursionError) as error:
        what = getattr(error, "msg", "it is too large")
        raise PatternError(f"the pattern is wrong: {what}", getattr(error, "pos", 0) or 0) from None


def _concat(items: Iterable[tuple[Any, Any]], cost: Cost) -> _Part:
    """What a stretch of items promises: the best of its items and of its runs of known strings."""
    sure, exact = _sets(items, cost)
    return _Part(exact, _best(sure, cost))


def _sets(
    items: Iterable[tuple[Any, Any]], cost: Cost
) -> tuple[list[frozenset[str] | None], frozenset[str] | None]:
    """All that a stretch of items promises, and every string it can be."""
    sure: list[frozenset[str] | None] = []
    run: frozenset[str] = frozenset({""})
    whole = True
    for op, value in items:
        if op is sre.SUBPATTERN:
            inner, strings = _sets(value[-1], cost)
            part = _Part(strings, _best(inner, cost))
            if strings is None:
                sure += inner
        else:
            part = _part(op, value, cost)
        joined = _product(run, part.exact)
        if joined is None:
            sure += [_useful(run), part.sure]
            whole = False
            run = part.exact or frozenset({""})
        else:
            run = joined
    return [*sure, _useful(run)], run if whole else None


def _product(left: frozenset[str], right: frozenset[str] | None) -> frozenset[str] | None:
    if right is None or len(left) * len(right) > max(_STRINGS, len(left), len(right)):
        return None
    return frozenset(a + b for a in left for b in right)


def _useful(exact: frozenset[str] | None) -> frozenset[str] | None:
    """Strings that can gate: none of them empty or only space."""
    return exact if exact and all(word.strip() for word in exact) else None


def _best(sets: Iterable[frozenset[str] | None], cost: Cost) -> frozenset[str] | None:
    known = [words for words in sets if words]
    return min(known, key=cost, default=None) if len(known) != 1 else known[0]


def _part(op: Any, value: Any, cost: Cost) -> _Part:
    if op is sre.LITERAL:
        return _Part(frozenset({chr(value)}))
    if op is sre.IN:
        members = _members(value)
        return _Part(members) if members is not None and len(members) <= _FEW else _Part()
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return _NOTHING
    if op is sre.ATOMIC_GROUP:
        return _concat(value, cost)
    if op is sre.BRANCH:
        return _branches([_concat(branch, cost) for branch in value[1]], cost)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _repeat(value, cost)
    return _Part()  # any character, a back reference, a condition


def _branches(parts: list[_Part], cost: Cost) -> _Part:
    exact: frozenset[str] | None = None
    if all(part.exact is not None for part in parts):
        exact = frozenset().union(*(part.exact or () for part in parts))
    best = [_best([part.sure, _useful(part.exact)], cost) for part in parts]
    sure = frozenset().union(*(words or () for words in best)) if all(best) else None
    return _Part(exact, sure)


def _repeat(value: Any, cost: Cost) -> _Part:
    least, most, body = value
    part = _concat(body, cost)
    exact = None if part.exact is None else _powers(part.exact, least, most)
    sure = _best([part.sure, _useful(part.exact)], cost) if least else None
    return _Part(exact, sure)


def _powers(strings: frozenset[str], least: int, most: Any) -> frozenset[str] | None:
    """All that ``least`` to ``most`` of ``strings`` in a row can be, None when it is too much."""
    if most is sre.MAXREPEAT or most > 8:
        return None
    found: set[str] = set()
    row: frozenset[str] | None = frozenset({""})
    for count in range(most + 1):
        if row is None or len(found) > _STRINGS:
            return None
        if count >= least:
            found |= row
        row = _product(row, strings)
    return frozenset(found)


def _members(items: Any) -> frozenset[str] | None:
    """The characters of a class, None when it is negated, large or has a category in it."""
    members: set[str] = set()
    for op, value in items:
        if op is sre.LITERAL:
            members.add(chr(value))
        elif op is sre.RANGE and value[1] - value[0] < _WIDE:
            members.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(members)


def steps(regex: str) -> int:
    """In how many ways a search may go on from one place before it gives up, roughly: how far its
    gaps may reach, multiplied where they follow each other. Words either stand there or do not.

    >>> steps("立即.{0,4}还款?"), steps("(?:a|b)(?:c.{0,9}d[a-z]{0,9}|e)")
    (5, 100)
    """
    return _steps(_parse(regex))


def _steps(items: Any) -> int:
    ways = 1
    for op, value in items:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            ways *= _repeated(*value)
        elif op is sre.SUBPATTERN:
            ways *= _steps(value[-1])
        elif op is sre.ATOMIC_GROUP:
            ways *= _steps(value)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            ways *= _steps(value[1])
        elif op is sre.BRANCH:
            ways *= max(map(_steps, value[1]))
        ways = min(ways, 10**9)
    return ways


def _repeated(least: int, most: Any, body: Any) -> int:
    most = _REPEATS if most is sre.MAXREPEAT else int(most)
    if most == 1:
        return _steps(body)
    choices = 1 if all(op is sre.LITERAL for op, _ in body) else most - least + 1
    return int(_steps(body) ** min(most, 8)) * choices


def vet(regex: str) -> tuple[str, ...]:
    """The names of the groups of a pattern that may stand in a pack.

    Raises PatternError with the index of what may not: ``\\b``, ``\\w``, ``\\d`` and their
    opposites, letters that folded text never holds, wide classes repeated without bound, and
    what does not parse.
    """
    for escape in re.finditer(r"\\(.)", regex, re.DOTALL):
        if escape[1] in _REFUSED:
            raise PatternError(
                f"\\{escape[1]} means the wrong thing beside Chinese",
                escape.start(),
                _REFUSED[escape[1]],
            )
    tree = _parse(regex)
    if tree.state.flags & (re.IGNORECASE | re.ASCII | re.LOCALE | re.VERBOSE):
        raise PatternError(
            "flags are not needed: text is folded", regex.find("(?"), "(?s) may stand"
        )
    for op, value in _walk(tree):
        _vet_item(op, value, regex)
    return tuple(tree.state.groupdict)


def _vet_item(op: Any, value: Any, regex: str) -> None:
    if op in (sre.LITERAL, sre.NOT_LITERAL):
        _vet_folded(chr(value), regex)
    elif op is sre.RANGE:
        for end in value:
            _vet_folded(chr(end), regex)
    elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        most, body = value[1], value[2]
        unbounded = most is sre.MAXREPEAT
        if (unbounded or most > _REPEATS) and any(_wide(*item) for item in _walk(body)):
            raise PatternError(
                "a wide class is repeated without bound",
                _unbounded_at(regex),
                f"write a bound of at most {_REPEATS}, like .{{0,10}}",
            )
        if unbounded and any(_endless(*item) for item in _walk(body)):
            raise PatternError(
                "a repeat inside a repeat, both without bound", _unbounded_at(regex), "bound one"
            )


def _vet_folded(char: str, regex: str) -> None:
    folded = fold_word(char)
    if folded and folded != char:
        raise PatternError(
            f'"{char}" is never in folded text', max(regex.find(char), 0), f'write "{folded}"'
        )


def _endless(op: Any, value: Any) -> bool:
    return op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[1] is sre.MAXREPEAT


def _wide(op: Any, value: Any) -> bool:
    if op in (sre.ANY, sre.NOT_LITERAL):
        return True
    if op is sre.RANGE:
        return bool(value[1] - value[0] >= _WIDE)
    return op is sre.NEGATE or (op is sre.CATEGORY and value is sre.CATEGORY_NOT_SPACE)


def _unbounded_at(regex: str) -> int:
    found = re.search(r"(?<=[.\])])[*+]|\{[0-9]*,\}|\{[0-9]*,[0-9]{3,}\}|[*+]", regex)
    return found.start() if found else 0


def _walk(items: Any) -> Iterator[tuple[Any, Any]]:
    """Every item of a parse tree, the members of classes too."""
    for op, value in items:
        yield op, value
        if op is sre.IN:
            yield from value
        elif op is sre.SUBPATTERN:
            yield from _walk(value[-1])
        elif op is sre.ATOMIC_GROUP:
            yield from _walk(value)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _walk(value[1])
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _walk(branch)
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield from _walk(value[2])
        elif op is sre.GROUPREF_EXISTS:
            yield from _walk(value[1])
            yield from _walk(value[2] or ())
