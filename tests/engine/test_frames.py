"""What holds for every frame, whatever the clause says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.frames import Frame, read
from replylint.text.clauses import Clause
from tests.engine.shared_pack import scene, vocabulary

ACTORS = {"agent", "customer", "nobody", "third"}
MOODS = {
    *("order", "request", "question", "rhetorical"),
    *("statement", "condition", "consequence"),
}
PRESSURES = ("time", "obligation", "exclusive", "limit")


def _words(lang: str) -> list[str]:
    known = vocabulary(lang)
    return sorted({word for label in known.frames.values() for word in known.lexicons[label].words})


def texts(lang: str, between: str) -> st.SearchStrategy[str]:
    """Frame words and others in any order."""
    others = ["资料", "款项", "明天", "，", "？", "。", "“", "”"]
    if lang == "en":
        others = ["the form", "money", ", ", "? ", ". ", '"']
    return st.lists(st.sampled_from([*_words(lang), *others]), max_size=12).map(between.join)


def _check(text: str) -> None:
    here = scene(text)
    for number, clause in enumerate(here.clauses):
        found = here.frame_of(number)
        assert (found.start, found.end) == (clause.start, clause.end)
        assert found.actor in ACTORS
        assert found.mood in MOODS
        assert found.certainty in {"high", "low", "none"}
        ranks = [PRESSURES.index(kind) for kind in found.pressure]
        assert ranks == sorted(set(ranks))
        for span in (found.verb, found.object, found.rest):
            assert span is None or clause.start <= span[0] < span[1] <= clause.end
        ends = [clause.start]
        for begin, end in found.negations:
            assert ends[-1] <= begin <= end <= clause.end
            ends.append(end)
        assert not found.negated(clause.end)
        assert found.mood not in ("condition", "consequence") or found.hypothetical


@settings(deadline=None)
@given(texts("zh", ""))
def test_chinese_frames_stay_inside_their_clause(text: str) -> None:
    _check(text)


@settings(deadline=None)
@given(texts("en", " "))
def test_english_frames_stay_inside_their_clause(text: str) -> None:
    _check(text)


def test_a_clause_without_marks_says_nothing() -> None:
    for latin in (False, True):
        assert read("资料", Clause(0, 2, 0), (), latin, None) == Frame(
            *(0, 2, "nobody", "statement", (), "none", False, False, False),
            *(None, None, (0, 2), ()),
        )


def test_the_longest_word_hides_what_stands_in_it() -> None:
    clause = Clause(0, 4, 0)
    marks = [(0, 3, "inert"), (0, 1, "negation"), (1, 3, "agent"), (3, 4, "verb")]
    found = read("不好意思", clause, marks, False, None)
    assert (found.actor, found.negations, found.verb) == ("nobody", (), (3, 4))
