"""The detectors of personal data by name, each type in a file that is imported when needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from .digits import count, longest
from .gate import Gate
from .gates import GATES
from .hit import NOTHING_PUBLIC, TIERS, Detector, Hit, Public

__all__ = [
    "DETECTORS",
    "FORMED",
    "NOTHING_PUBLIC",
    "TIERS",
    "Detector",
    "Gate",
    "Hit",
    "Public",
    "candidates",
    "hits",
]


class _Lazy:
    """A detector whose module is imported by its first search."""

    __slots__ = ("gate", "name")

    def __init__(self, name: str, gate: Gate) -> None:
        self.name = name
        self.gate = gate

    def find(self, text: str, public: Public = NOTHING_PUBLIC, **params: str) -> Iterator[Hit]:
        """Hits in folded ``text``, in order and apart from each other.

        ``tier``: only hits of these tiers, parted by spaces. ``form``: what may be shown instead,
        the places at both ends ("3+4"). Raises ValueError or TypeError as `check` does.
        """
        if not params:
            return iter(hits(self.name, text, public))
        self.check(params)
        wanted, form = params.pop("tier", "").split(), params.pop("form", "")
        found = _finder(self.name)(text, public, **params) if params else None
        if found is None:
            found = iter(hits(self.name, text, public))
        if form:
            found = (_in_form(hit, text, form) for hit in found)
        return (hit for hit in found if hit.tier in wanted) if wanted else found

    def check(self, params: Mapping[str, str]) -> None:
        """Raises ValueError for a setting that is wrong, TypeError for one there is not."""
        rest = dict(params)
        tiers = rest.pop("tier", "").split()
        unknown = [tier for tier in tiers if tier not in TIERS]
        if unknown:
            raise ValueError(f"no such tier: {' '.join(unknown)}; there are {', '.join(TIERS)}")
        if "form" in rest:
            from .masked import parsed

            if self.name not in FORMED:
                raise ValueError(f"{self.name} has no form of this kind that may be shown")
            parsed(rest.pop("form"))
        if rest:
            own = getattr(_module(self.name), "check", None)
            if own is None:
                raise TypeError(f'{self.name} has no setting "{next(iter(rest))}"')
            own(**rest)


# Numbers of whose places a pack may say how many are shown.
FORMED = frozenset(
    (
        *("cn-resident-id", "tw-id", "hkid", "macau-id", "passport-permit", "payment-card"),
        *("account-number", "iban", "policy-number", "device-id"),
        *("cn-mobile", "landline-cn", "hk-phone", "tw-phone", "macau-phone", "intl-phone"),
    )
)


def _in_form(hit: Hit, text: str, form: str) -> Hit:
    from .letters import bare
    from .masked import shown_as

    return hit._replace(mask=shown_as(bare(text[hit.start : hit.end]), form))


@lru_cache(maxsize=64)  # several rules ask one detector, and detectors each other
def hits(name: str, text: str, public: Public) -> tuple[Hit, ...]:
    """All that a detector finds in folded ``text``."""
    return tuple(_finder(name)(text, public))


@cache
def _module(name: str) -> ModuleType:
    return import_module("." + name.replace("-", "_"), __name__)


def _finder(name: str) -> Callable[..., Iterator[Hit]]:
    find: Callable[..., Iterator[Hit]] = _module(name).find
    return find


DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {name: _Lazy(name, gate) for name, gate in GATES.items()}
)

# What wakes a detector: a word, or, where it asks for none, so many digits in one stretch.
_BY_WORD: dict[str, list[str]] = {}
for _name, _gate in GATES.items():
    for _word in _gate.literals:
        _BY_WORD.setdefault(_word, []).append(_name)
_BY_RUN = tuple((name, gate.run) for name, gate in GATES.items() if not gate.literals)
_LEAST = min(run for _, run in _BY_RUN)


def candidates(text: str, present: Collection[str] | None = None) -> list[Detector]:
    """The detectors whose gates folded ``text`` opens, all gates asked at once.

    ``present`` are the literals of gates that occur in ``text``, for a caller who knows; left out,
    they are looked for.

    >>> [detector.name for detector in candidates("验证码2617", {"证码"})]
    ['one-time-code']
    """
    if present is None:
        present = [word for word in _BY_WORD if word in text]
    woken = {name for word in present if word in _BY_WORD for name in _BY_WORD[word]}
    digits = count(text)
    if digits >= _LEAST:
        run = longest(text)
        woken.update(name for name, least in _BY_RUN if least <= run)
    if not woken:
        return []
    return [
        detector
        for name, detector in DETECTORS.items()
        if name in woken and detector.gate.reached(text)
    ]
