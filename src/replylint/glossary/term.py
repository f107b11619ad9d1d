"""A term of the trade, and a term base: all of them with the surface forms that name them.

Names and glosses are kept as a reader sees them; *forms* are folded (see text.fold), because
messages are matched in that. A script is ``hans``, ``hant`` or ``en`` throughout this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import TypedDict, cast

from ..text.fold import fold_word
from ..text.han import is_han

SCRIPTS = ("hans", "hant", "en")
STATUSES = ("preferred", "admitted", "deprecated", "forbidden")
DIFFICULTIES = ("everyday", "common", "expert")
REGIONS = ("tw", "hk")


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept, with what explains or replaces it; "" where there is nothing.

    ``hant`` is Traditional Chinese anywhere, ``tw`` and ``hk`` what Taiwan and Hong Kong say where
    that differs. ``aliases`` are other forms in any script, abbreviations included. ``gloss_…``
    explains the term after it (no full stop), ``plain_…`` can stand in its place. ``use`` is the id
    of the term to write instead of a deprecated or forbidden one, or the concept an admitted name
    belongs to. ``reviewed`` is YYYY-MM-DD or YYYY-MM.
    """

    id: str
    hans: str = ""
    hant: str = ""
    tw: str = ""
    hk: str = ""
    en: str = ""
    aliases: tuple[str, ...] = ()
    gloss_hans: str = ""
    gloss_hant: str = ""
    gloss_en: str = ""
    plain_hans: str = ""
    plain_hant: str = ""
    plain_en: str = ""
    status: str = "preferred"
    use: str = ""
    difficulty: str = "common"
    domain: str = "general"
    source: str = ""
    reviewed: str = ""

    def name(self, script: str, region: str = "") -> str:
        """What to call it in ``script``, in ``region`` (``tw``, ``hk``) when that has its own."""
        own = getattr(self, region) if script == "hant" and region in REGIONS else ""
        return own or cast(str, getattr(self, script))

    def gloss(self, script: str) -> str:
        """A short explanation, to be put in brackets or after a comma; "" when there is none."""
        return cast(str, getattr(self, f"gloss_{script}"))

    def plain(self, script: str) -> str:
        """Everyday words that can replace the term; "" when it has to stay."""
        return cast(str, getattr(self, f"plain_{script}"))

    @property
    def written(self) -> tuple[str, ...]:
        """Every surface form as people write it, the preferred ones first, none twice."""
        names = (self.hans, self.hant, self.tw, self.hk, self.en, *self.aliases)
        found = dict.fromkeys(name for name in names if name)
        found.update((plural, None) for name in tuple(found) if (plural := _plural(name)))
        return tuple(found)

    @property
    def wrong(self) -> bool:
        """Whether house style wants another term in its place."""
        return self.status in ("deprecated", "forbidden")


class Data(TypedDict):
    """A term base ready for JSON. ``owners[i]`` is the row in ``terms`` that ``forms[i]`` names;
    ``capitals`` are the forms that are abbreviations in capitals."""

    terms: list[list[object]]
    ignore: list[str]
    forms: list[str]
    owners: list[int]
    capitals: list[int]


class TermBase:
    """Terms and an ignore list; picklable, not to be changed. Terms are made when asked for.

    Where two terms claim a form, it belongs to the later one.
    """

    __slots__ = ("_data", "_forms", "_made", "by_form", "capitals", "ignore")

    by_form: Mapping[str, int]  # folded form -> index into terms
    ignore: frozenset[str]  # folded words that are never jargon
    capitals: frozenset[str]  # folded abbreviations: KYC, APR; not always the same word in small

    def __init__(self, terms: Iterable[Term] = (), ignore: Iterable[str] = ()) -> None:
        made = tuple(terms)
        owners: dict[str, int] = {}
        capitals: set[str] = set()
        for index, term in enumerate(made):
            for name in term.written:
                owners[form := fold_word(name)] = index
                if _in_capitals(name):
                    capitals.add(form)
        self._fill(
            {
                "terms": [_row(term) for term in made],
                "ignore": sorted({fold_word(word) for word in ignore}),
                "forms": list(owners),
                "owners": list(owners.values()),
                "capitals": [n for n, form in enumerate(owners) if form in capitals],
            }
        )

    def _fill(self, data: Data) -> None:
        self._data = data
        self._made: list[Term | None] = [None] * len(data["terms"])
        self.by_form = dict(zip(data["forms"], data["owners"], strict=True))
        self.ignore = frozenset(data["ignore"])
        bare = (word for word in data["ignore"] if word not in self.by_form)
        self._forms = (*data["forms"], *bare)
        self.capitals = frozenset(data["forms"][n] for n in data["capitals"])

    def __len__(self) -> int:
        return len(self._made)

    def __reduce__(self) -> tuple[object, tuple[Data]]:
        return TermBase.from_data, (self._data,)

    def term(self, index: int) -> Term:
        """The term at ``index`` of ``terms``."""
        made = self._made[index]
        if made is None:
            row = list(self._data["terms"][index])
            row[_ALIASES] = tuple(cast("list[str]", row[_ALIASES]))
            made = self._made[index] = Term(*row)  # type: ignore[arg-type]
        return made

    @property
    def terms(self) -> tuple[Term, ...]:
        """All of them, in order. Makes them all: to look one up use ``term`` or ``get``."""
        return tuple(map(self.term, range(len(self))))

    def get(self, id: str) -> Term | None:
        """The term with this id, or None."""
        for index, row in enumerate(self._data["terms"]):
            if row[0] == id:
                return self.term(index)
        return None

    def named(self, form: str) -> Term | None:
        """The term a folded form names, or None."""
        index = self.by_form.get(form)
        return None if index is None else self.term(index)

    def preferred(self, term: Term) -> Term:
        """The term to write for this concept: the end of its ``use`` chain, or itself."""
        seen = {term.id}
        while term.use and (follow := self.get(term.use)) is not None and follow.id not in seen:
            term = follow
            seen.add(term.id)
        return term

    def forms(self) -> tuple[str, ...]:
        """Folded surface forms to look for, the ignored words that are no term's form last.

        A match's form index is an index into this. Ignored words are among them so that the
        longest match can be one of them.
        """
        return self._forms

    def words(self) -> tuple[str, ...]:
        """Folded forms of two and more characters, all Han: user words for the tokenizer."""
        return tuple(form for form in self.by_form if len(form) > 1 and all(map(is_han, form)))

    def to_data(self) -> Data:
        """Plain data for a cache; ``from_data`` of it, through JSON or not, is the same base."""
        return self._data

    @classmethod
    def from_data(cls, data: Data) -> TermBase:
        """Quick: nothing is folded and no term is made."""
        base = cls.__new__(cls)
        base._fill(data)
        return base


_ALIASES = 6


def _row(term: Term) -> list[object]:
    row = list(astuple(term))
    row[_ALIASES] = list(term.aliases)
    return row


def _in_capitals(name: str) -> bool:
    bare = name.removesuffix("s")
    return name.isascii() and 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper()


def _plural(name: str) -> str:
    """The plural of an English name or abbreviation; "" where none is formed by rule.

    >>> [_plural(name) for name in ("annuity", "ETF", "stop loss", "T+1", "净值", "savings")]
    ['annuities', 'ETFs', 'stop losses', '', '', '']
    """
    if not name.isascii() or len(name) < 3 or not name[-1].isalpha():
        return ""
    if _in_capitals(name):
        return name + "s"
    if name.endswith(("ss", "x", "ch", "sh")):
        return name + "es"
    if name[-1] == "s" or name.isupper():
        return ""
    return name[:-1] + "ies" if name[-1] == "y" and name[-2] not in "aeiou" else name + "s"
