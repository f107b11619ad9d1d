"""Where words begin and end: jieba or rjieba behind one protocol, cutting exactly alike.

Both cut with the same dictionary, the same user words at the same weights and without the hidden
Markov model, so that what is found does not depend on which of them is installed.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from itertools import accumulate, pairwise
from typing import Any, Protocol

from ..errors import UsageError, did_you_mean
from . import dictionary

Cut = Callable[[str], list[str]]
Loader = Callable[[Mapping[str, int]], Cut]

_ASCII_RUN = re.compile("[0-9A-Za-z]{2,}")


class Tokenizer(Protocol):
    """Cuts folded text into words. Safe to share between threads, and can be pickled."""

    @property
    def name(self) -> str:
        """``rjieba`` or ``jieba``."""
        ...

    def edges(self, text: str) -> frozenset[int]:
        """Offsets at which a token begins or ends, 0 and ``len(text)`` included, in code points."""
        ...

    def words(self, text: str) -> list[str]:
        """The tokens in order, all of ``text``. A run of ASCII letters and digits is one."""
        ...


def tokenizer(name: str = "auto", words: Iterable[str] | Mapping[str, int] = ()) -> Tokenizer:
    """The tokenizer called ``name``: ``rjieba``, ``jieba``, or ``auto``: the first installed.

    ``words`` (folded) become words of its own dictionary; which are safe to add the caller decides.
    A mapping gives their weights, as ``dictionary.weights`` and ``Crossings.words`` do; for bare
    words the dictionary is read to find them (half a second). Loading takes 0.1 s for rjieba and
    about 1 s for jieba: keep what you get. Raises UsageError when ``name`` is unknown or cannot be
    imported.
    """
    if name not in ("auto", *_LOADERS):
        raise UsageError(
            f'there is no tokenizer "{name}"',
            hint=did_you_mean(name, ["auto", *_LOADERS]) or "use auto, rjieba or jieba",
        )
    if not isinstance(words, Mapping):
        words = tuple(words)
        words = dictionary.weights(words, dictionary.frequencies()) if words else {}
    for candidate in _LOADERS if name == "auto" else (name,):
        try:
            return _Cutter(candidate, dict(words))
        except ImportError:
            continue
    wanted = "jieba" if name == "auto" else name
    raise UsageError(
        f"the tokenizer {wanted} is not installed", hint=f"pip install --upgrade {wanted}"
    )


class _Cutter:
    """A library's cut, and the little that has to be levelled between the two."""

    __slots__ = ("_cut", "_weights", "name")

    def __init__(self, name: str, weights: Mapping[str, int]) -> None:
        self.name = name
        self._weights = weights
        self._cut = _LOADERS[name](weights)

    def __reduce__(self) -> tuple[type[_Cutter], tuple[str, Mapping[str, int]]]:
        return _Cutter, (self.name, self._weights)

    def edges(self, text: str) -> frozenset[int]:
        found = set(accumulate(map(len, self._cut(text)), initial=0))
        for run in _ASCII_RUN.finditer(text):  # a word such as 4s店 may have split one
            found.difference_update(range(run.start() + 1, run.end()))
        return frozenset(found)

    def words(self, text: str) -> list[str]:
        return [text[start:end] for start, end in pairwise(sorted(self.edges(text)))]


def _rjieba(weights: Mapping[str, int]) -> Cut:
    kind = _rjieba_class()
    if not hasattr(kind, "add_word"):
        raise ImportError("rjieba before 0.2.2 takes no user words")
    cutter = kind()
    for word, weight in weights.items():
        cutter.add_word(word, weight, None)
    cut: Callable[[str, bool], list[str]] = cutter.cut

    def cut_any(text: str) -> list[str]:
        try:
            return cut(text, False)
        except UnicodeEncodeError:  # a lone surrogate, which UTF-8 does not know, becomes a "?"
            return cut(text.encode("utf-8", "replace").decode(), False)

    return cut_any


def _rjieba_class() -> Any:
    """rjieba's class, without importing its package, which would build a dictionary nobody uses."""
    name = "rjieba.rjieba"
    if name not in sys.modules:
        package = PathFinder.find_spec("rjieba")
        spec = package and PathFinder.find_spec(name, package.submodule_search_locations)
        if spec is None or spec.loader is None:  # not on plain disk: the ordinary way then
            return import_module(name).Jieba
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[name] = module  # for a later "import rjieba" to find
    return sys.modules[name].Jieba


def _jieba(weights: Mapping[str, int]) -> Cut:
    with warnings.catch_warnings():  # of its escapes and of pkg_resources
        warnings.simplefilter("ignore")
        from jieba import Tokenizer as Jieba
    # Its own loading is slower, logs, and trusts a file of known name in the shared temporary
    # folder.
    counts = {**dictionary.frequencies(), **weights}
    cutter = Jieba()
    cutter.total = sum(counts.values())
    for head in [head for word in counts if (head := word[:-1]) not in counts]:
        while head and head not in counts:
            counts[head] = 0  # no word, but the beginning of one
            head = head[:-1]
    cutter.FREQ = counts
    cutter.initialized = True

    def cut(text: str) -> list[str]:
        return list(cutter.cut(text, HMM=False))

    return cut


_LOADERS: dict[str, Loader] = {"rjieba": _rjieba, "jieba": _jieba}
