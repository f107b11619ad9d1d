"""Tables of evidence as packs write them, and what is wrong with some."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.errors import PackError
from replylint.rules.codec import decode, encode
from replylint.rules.rule import Weighted

from .made import file, loaded, rule

TABLE = """\
evidence:
  conduct:
    bias: -1.5
    raise: {hans: 2, hant: 2.5}
    doubt: -3
    topics: {command: 0.1, threat: 0}
    wakes: |
      赶紧 看着办
      看着办吧
    phrases: |
      ^赶紧|1.2|0.3|command 0.8
      赶紧|-0.5||
      看着_办|2|-1|threat 1 command -0.2
"""
WEIGHTED = "    evidence: conduct\n"


def _pack(tmp_path: Path, table: str = TABLE, body: str = WEIGHTED, lang: str = "zh") -> object:
    return loaded(
        tmp_path / "house", file(rule(body, "command.w", "weighted"), above=table, lang=lang)
    )


def test_a_table_becomes_a_match_its_words_wake(tmp_path: Path) -> None:
    made = loaded(tmp_path / "house", file(rule(WEIGHTED, "command.w", "weighted"), above=TABLE))
    (found,) = made.pack.rules
    match = found.match
    assert isinstance(match, Weighted)
    assert match.raises == (("hans", 2.0), ("hant", 2.5))
    assert (match.bias, match.doubts) == (-1.5, -3.0)
    assert match.topics == (("command", 0.1), ("threat", 0.0))
    assert found.wakes == ("看着办", "赶紧")
    lexicon = made.pack.lexicons[match.label]
    assert dict(zip(lexicon.words, lexicon.weights, strict=True)) == {
        "^赶紧": "1.2|0.3|command 0.8",
        "赶紧": "-0.5|0|",
        "看着 办": "2|-1|threat 1 command -0.2",
    }


def test_it_is_kept_and_read_again(tmp_path: Path) -> None:
    import json

    made = loaded(tmp_path / "house", file(rule(WEIGHTED, "command.w", "weighted"), above=TABLE))
    lines = [json.dumps(row).encode() for row in encode(made.pack)]
    assert decode(lines) == made.pack
    assert decode(lines).lexicons[-1].weights == made.pack.lexicons[-1].weights


def test_one_level_serves_both_scripts(tmp_path: Path) -> None:
    table = TABLE.replace("{hans: 2, hant: 2.5}", "3")
    made = loaded(tmp_path / "house", file(rule(WEIGHTED, "command.w", "weighted"), above=table))
    assert made.pack.rules[0].match.raises == (("hans", 3.0), ("hant", 3.0))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("赶紧|-0.5||", "赶紧|strong||", 13, "no evidence"),
        ("赶紧|-0.5||", "赶紧-0.5", 13, "no evidence"),
        ("赶紧|-0.5||", "^赶紧|1||", 13, "written twice"),
        ("赶紧|-0.5||", "趕緊|1||", 13, "no text that is weighed"),
        ("赶紧|-0.5||", "唔好|1||", 13, "no text that is weighed"),
        ("command 0.8", "comand 0.8", 12, "comand"),
        ("赶紧 看", "趕緊 看", 8, "not folded"),
        ("{hans: 2, hant: 2.5}", "{hans: 2}", 5, "hant"),
        ("{hans: 2, hant: 2.5}", "{hans: 2, hant: 2, en: 1}", 5, "en"),
        ("bias: -1.5", "bias: low", 4, "number"),
        ("{command: 0.1, threat: 0}", "{threat: 0}", 12, "command"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    with pytest.raises(PackError, match=says) as caught:
        _pack(tmp_path, TABLE.replace(old, new, 1))
    assert caught.value.origin is not None
    assert caught.value.origin.line == line


def test_a_topic_the_table_does_not_know(tmp_path: Path) -> None:
    body = file(rule(WEIGHTED, "rude.w", "weighted"), above=TABLE)
    with pytest.raises(PackError, match="rude"):
        loaded(tmp_path / "house", body)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no evidence") as caught:
        _pack(tmp_path, body="    evidence: conducts\n")
    assert caught.value.hint == 'did you mean "conduct"?'


def test_a_table_of_no_language(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="one language"):
        _pack(tmp_path, lang="any")
