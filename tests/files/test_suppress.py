"""Suppressions silence what they name where they stand, and are told on when they do not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.files.directive import Directive, read
from replylint.files.suppress import RULES, Applied, Terms, apply
from replylint.model import Confidence, Finding, Placed, Severity
from replylint.text.markup.model import Comment, Document

from .documents import make, place_in

KNOWN = ("command.urgent", "command.order", "promise.guarantee", "vague.soon", *RULES)
TODAY = date(2026, 6, 1)


def findings(document: Document, *wanted: tuple[str, str]) -> list[Placed]:
    """A finding of a rule at every occurrence of a word."""
    text = document.text
    found = []
    for rule, word in wanted:
        at = text.find(word)
        while at >= 0:
            topic = rule.partition(".")[0]
            finding = Finding(rule, topic, Severity.WARNING, Confidence.HIGH, 0, len(word), "…")
            found.append(Placed(finding, "a", place_in(text, at, at + len(word))))
            at = text.find(word, at + 1)
    return found


def run(
    document: Document,
    *wanted: tuple[str, str],
    lang: str = "en",
    ran: Collection[str] | None = None,
    severity: dict[str, Severity | None] | None = None,
) -> Applied:
    terms = Terms(KNOWN, TODAY, ran, severity or {}, lang)
    place = partial(place_in, document.text)
    return apply(document, findings(document, *wanted), terms, "a", place)


def lines(placed: Collection[Placed]) -> list[int]:
    return sorted(each.place.line for each in placed if each.place)


def own(applied: Applied) -> list[tuple[str, int, int, int]]:
    return [
        (each.finding.rule.removeprefix("suppression."), p.line, p.column, p.end_column)
        for each in applied.own
        if (p := each.place)
    ]


HIT = ("command.urgent", "立即")


class TestProse:
    def test_the_same_line_of_a_paragraph(self) -> None:
        document = make(
            "请立即处理\n请立即处理 <!-- replylint: ignore[command.urgent] agreed -->\n请立即处理",
            "请立即处理\n请立即处理 <!-- replylint: ignore[command.urgent] agreed -->\n请立即处理",
        )
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([1, 3], [2])
        assert applied.suppressed[0].reason == "agreed"
        assert applied.own == ()

    def test_alone_on_its_line_the_paragraph_that_follows(self) -> None:
        text = "请立即\n\n<!-- replylint: ignore[command.*] -->\n\n请立即\n请立即回电\n  \n请立即"
        document = make(text, text)
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([1, 8], [5, 6])

    def test_it_reaches_no_further_than_its_reply(self) -> None:
        document = make("# replylint: ignore[command.*]\n请立即\n请立即", "请立即", "请立即")
        assert lines(run(document, HIT).suppressed) == [2]

    def test_a_reply_that_has_no_words_left_is_passed_over(self) -> None:
        first = "好\n<!-- replylint: ignore[command.*] -->\n "
        applied = run(make(f"{first}\n请立即", first, "请立即"), HIT)
        assert lines(applied.suppressed) == [4]

    def test_a_reply_inside_another(self) -> None:
        text = "一句\n里面\n# replylint: ignore[command.*]\n请立即"
        outer, inner = make(text, text), make(text, "里面")
        segments = (*outer.segments, *inner.segments)
        applied = run(Document("made", text, segments, outer.comments), HIT)
        assert lines(applied.suppressed) == [4]

    def test_the_next_line(self) -> None:
        text = "# replylint: ignore-next-line[command.*]\n请立即处理\n请立即处理"
        document = make(text, "请立即处理\n请立即处理")
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([3], [2])

    def test_the_next_line_is_the_next_line(self) -> None:
        document = make("# replylint: ignore-next-line[command.*]\n\n请立即", "请立即")
        applied = run(document, HIT)
        assert lines(applied.kept) == [3]
        assert own(applied) == [("unused", 1, 31, 40)]

    def test_there_is_no_next_line(self) -> None:
        document = make("请立即\n# replylint: ignore-next-line[command.*]", "请立即")
        assert own(run(document, HIT)) == [("unused", 2, 31, 40)]

    def test_a_comment_of_several_lines(self) -> None:
        text = (
            "<!--\nreplylint: ignore-next-line[vague.soon]\n"
            "replylint: ignore-next-line[command.*]\n-->\n请立即"
        )
        applied = run(make(text, "请立即"), HIT, ("vague.soon", "请"))
        assert (lines(applied.suppressed), applied.own) == ([5, 5], ())

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_lines_of_a_comment_end_in_every_way(self, newline: str) -> None:
        text = (
            "<!--\nreplylint: ignore-next-line[command.*] law; until 2026-05-31\n"
            "replylint: ignore-next-line[vague.soon] habit\n-->\n请立即"
        ).replace("\n", newline)
        applied = run(make(text, "请立即"), HIT, ("vague.soon", "请"))
        assert [each.reason for each in applied.suppressed] == ["habit"]
        assert [each[:2] for each in own(applied)] == [("expired", 2)]

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_all_line_endings(self, newline: str) -> None:
        text = "请立即\n\n<!-- replylint: ignore[command.*] -->\n请立即\n\n请立即".replace(
            "\n", newline
        )
        applied = run(make(text, text), HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([1, 6], [4])


class TestFields:
    def test_a_comment_above_the_key_takes_the_whole_block(self) -> None:
        text = (
            "a: |\n  请立即\n# replylint: ignore[command.*]\nb: |\n  请立即\n\n  请立即\nc: 请立即"
        )
        document = make(text, "请立即", "请立即\n\n  请立即", "请立即", field="x")
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([2, 8], [5, 7])

    def test_behind_the_value_and_behind_the_key(self) -> None:
        text = (
            "a: 请立即 # replylint: ignore[command.*]\n"
            "b: | # replylint: ignore[command.*]\n  请立即\nc: 请立即"
        )
        document = make(text, "请立即", "请立即", "请立即", field="x")
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([4], [1, 3])

    def test_the_next_line_may_be_a_key(self) -> None:
        text = "# replylint: ignore-next-line[command.*]\nb: |\n\n  请立即\n  请立即\nc: 请立即"
        document = make(text, "请立即\n  请立即", "请立即", field="x")
        applied = run(document, HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([6], [4, 5])

    def test_the_next_line_holds_no_reply_at_all(self) -> None:
        text = "# replylint: ignore-next-line[command.*]\nid: 5\nc: 请立即"
        applied = run(make(text, "请立即", field="x"), HIT)
        assert own(applied) == [("unused", 1, 31, 40)]

    def test_a_string_over_several_lines_is_one_reply(self) -> None:
        text = 'a: "请立即\n  请立即" # replylint: ignore[command.*]'
        document = make(text, "请立即\n  请立即", field="x")
        assert lines(run(document, HIT).suppressed) == [1, 2]

    def test_a_scope_of_its_own(self) -> None:
        text = '{"a": {"text": "请立即", "replylint": "ignore[command.*] ok"}, "b": "请立即"}'
        at = text.index("ignore")
        end = text.index('"}, "b"')
        said = "replylint: " + text[at:end]
        comment = Comment(at, end, said, 1, (6, end + 2))
        document = make(text, "请立即", "请立即", field="x")
        document = Document("json", text, document.segments, (comment,))
        applied = run(document, HIT)
        assert len(applied.kept) == len(applied.suppressed) == 1
        assert applied.suppressed[0].place
        assert applied.suppressed[0].place.start < at

    def test_places_in_a_scope_are_those_of_the_file(self) -> None:
        text = '{"text": "好", "replylint": "ignore[vague.soon, nope.x]"}'
        at = text.index("ignore")
        comment = Comment(at, len(text) - 2, "replylint: " + text[at:-2], 1, (0, len(text)))
        document = Document("json", text, make(text, "好", field="x").segments, (comment,))
        assert own(run(document)) == [("unused", 1, 36, 46), ("unknown-rule", 1, 48, 54)]

    def test_a_text_that_is_spelled_otherwise_in_the_file(self) -> None:
        text = r'{"text": "好", "replylint": "ignore[command.*, \u0061.b, x]"}'
        start, end = text.index("ignore"), len(text) - 2
        comment = Comment(start, end, "replylint: ignore[command.*, a.b, x]", 1, (0, len(text)))
        document = Document("json", text, make(text, "好", field="x").segments, (comment,))
        assert {each[2:] for each in own(run(document))} == {(start + 1, end + 1)}

    def test_inside_an_object_only_the_object_can_be_meant(self) -> None:
        text = '{"replylint": "ignore-start[command.*]"}'
        comment = Comment(15, 38, "replylint: ignore-start[command.*]", 1, (0, 40))
        applied = run(Document("json", text, (), (comment,)))
        assert own(applied) == [("malformed", 1, 16, 39)]
        assert "write ignore[…]" in applied.own[0].finding.text


class TestBlocksAndFiles:
    def test_everything_between(self) -> None:
        text = (
            "请立即\n# replylint: ignore-start[command.*] quoted law\n请立即\n请立即\n"
            "# replylint: ignore-end[command.*]\n请立即"
        )
        applied = run(make(text, "请立即", "请立即\n请立即", "请立即"), HIT)
        assert (lines(applied.kept), lines(applied.suppressed)) == ([1, 6], [3, 4])
        assert {each.reason for each in applied.suppressed} == {"quoted law"}
        assert applied.own == ()

    def test_blocks_nest_by_rule(self) -> None:
        text = (
            "# replylint: ignore-start[command.*, vague.soon]\n请立即\n"
            "# replylint: ignore-start[command.*]\n请立即\n"
            "# replylint: ignore-end[command.*]\n请立即\n"
            "# replylint: ignore-end[vague.soon, command.*]\n请立即"
        )
        applied = run(make(text, "请立即"), HIT, ("vague.soon", "请"))
        assert lines(applied.kept) == [8, 8]
        assert applied.own == ()

    def test_a_block_that_never_ends_silences_nothing(self) -> None:
        text = "# replylint: ignore-start[command.*]\n请立即"
        applied = run(make(text, "请立即"), HIT)
        assert lines(applied.kept) == [2]
        assert own(applied) == [("unclosed", 1, 27, 36)]
        assert applied.own[0].finding.text == (
            'The block for "command.*" has no ignore-end: it silences nothing.'
        )

    def test_an_end_without_a_start(self) -> None:
        text = "# replylint: ignore-start[command.*]\n请立即\n# replylint: ignore-end[vague.soon]"
        applied = run(make(text, "请立即"), HIT)
        assert own(applied) == [("unclosed", 1, 27, 36), ("malformed", 3, 25, 35)]
        assert 'no open ignore-start for "vague.soon"' in applied.own[1].finding.text

    def test_the_file(self) -> None:
        text = "请立即\n# replylint: ignore-file[command.*]\n请立即"
        applied = run(make(text, "请立即", "请立即"), HIT, ("vague.soon", "请"))
        assert lines(applied.suppressed) == [1, 3]
        assert lines(applied.kept) == [1, 3]

    def test_a_place_to_insert_counts_too(self) -> None:
        text = "您好 # replylint: ignore[command.*]"
        document = make(text, "您好")
        finding = Finding("command.order", "command", Severity.INFO, Confidence.LOW, 0, 0, "…")
        placed = [Placed(finding, "a", place_in(text, at, at)) for at in (0, 2)]
        applied = apply(document, placed, Terms(KNOWN, TODAY), "a", partial(place_in, text))
        assert len(applied.suppressed) == 2


class TestNames:
    @pytest.mark.parametrize(
        "pattern", ["command.urgent", "command.*", "command.u*t", "command.urgent,vague.soon"]
    )
    def test_ids_and_patterns(self, pattern: str) -> None:
        document = make(f"请立即 # replylint: ignore[{pattern}]", "请立即")
        assert lines(run(document, HIT).suppressed) == [1]

    def test_full_width_punctuation(self) -> None:
        document = make(
            "请立即 # replylint：ignore［command.urgent，vague.soon］ 已批准；until 2026-12-31。",
            "请立即",
        )
        applied = run(document, HIT, ("vague.soon", "请"))
        assert len(applied.suppressed) == 2
        assert applied.suppressed[0].reason == "已批准"
        assert applied.own == ()

    def test_only_the_rule_that_is_named(self) -> None:
        document = make("请立即 # replylint: ignore[command.order]", "请立即")
        applied = run(document, HIT)
        assert lines(applied.kept) == [1]
        assert own(applied) == [("unused", 1, 25, 38)]
        assert applied.own[0].finding.text == (
            'Nothing here breaks "command.order": take this suppression away.'
        )

    def test_an_unknown_rule(self) -> None:
        document = make("请立即 # replylint: ignore[command.urgnet, zzz.*]", "请立即")
        applied = run(document, HIT)
        assert own(applied) == [("unknown-rule", 1, 25, 39), ("unknown-rule", 1, 41, 46)]
        assert [each.finding.text for each in applied.own] == [
            'No rule is named "command.urgnet"; the nearest is "command.urgent".',
            'No rule is named "zzz.*".',
        ]
        assert run(document, HIT, lang="zh").own[0].finding.text == (
            "没有名为“command.urgnet”的规则，是否指“command.urgent”。"
        )

    def test_a_rule_that_did_not_run_is_not_unused(self) -> None:
        document = make("好 # replylint: ignore[command.urgent, vague.*]", "好")
        assert own(run(document, ran=["vague.soon"])) == [("unused", 1, 39, 46)]
        assert own(run(document, ran=[])) == []

    def test_one_that_silences_beside_another_is_used(self) -> None:
        document = make(
            "# replylint: ignore-file[command.*] all\n请立即 # replylint: ignore[command.urgent]",
            "请立即",
        )
        applied = run(document, HIT)
        assert applied.own == ()
        assert applied.suppressed[0].reason == "all"


class TestExpiry:
    def test_the_last_day_counts(self) -> None:
        document = make("请立即 # replylint: ignore[command.*] law; until 2026-06-01", "请立即")
        applied = run(document, HIT)
        assert (lines(applied.suppressed), applied.own) == ([1], ())
        assert applied.suppressed[0].reason == "law"

    @pytest.mark.parametrize(
        "tail", ["; until 2026-05-31", " until 2026-05-31.", "until:2026-05-31"]
    )
    def test_afterwards_it_silences_nothing(self, tail: str) -> None:
        document = make(f"请立即 # replylint: ignore[command.*, vague.soon]{tail}", "请立即")
        applied = run(document, HIT)
        assert lines(applied.kept) == [1]
        assert [each[0] for each in own(applied)] == ["expired"]
        assert "ended on 2026-05-31" in applied.own[0].finding.text

    def test_the_word_in_a_reason(self) -> None:
        document = make("请立即 # replylint: ignore[command.*] keep until told", "请立即")
        applied = run(document, HIT)
        assert applied.suppressed[0].reason == "keep until told"
        assert applied.own == ()

    @pytest.mark.parametrize(
        ("tail", "columns"),
        [
            ("; until 2026-13-01", (48, 58)),
            ("; until 31.12.2026", (48, 58)),
            (" until 20261231", (47, 55)),
            ("; until soon", (48, 52)),
            ("; until", (7, 47)),
            ("; until 二〇二六年", (48, 53)),
        ],
    )
    def test_a_bad_date_silences_nothing(self, tail: str, columns: tuple[int, int]) -> None:
        document = make(f"请立即 # replylint: ignore[command.urgent]{tail}", "请立即")
        applied = run(document, HIT)
        assert lines(applied.kept) == [1]
        assert own(applied) == [("malformed", 1, *columns)]
        assert "such as 2026-12-31" in applied.own[0].finding.text


class TestMistakes:
    @pytest.mark.parametrize(
        ("comment", "columns", "said"),
        [
            ("replylint: ignore", (3, 20), "Name the rules"),
            ("replylint: ignore[]", (3, 22), "Name the rules"),
            ("replylint: ignore[ , ] why", (3, 29), "Name the rules"),
            ("replylint: ignore command.*", (3, 30), "Name the rules"),
            ("replylint: ignore[command.*", (3, 30), "a ] is missing"),
            ("replylint: ignore[*]", (21, 22), "All rules at once"),
            ("replylint: ignore[*.*]", (21, 24), "All rules at once"),
            ("replylint: ignore[command]", (21, 28), 'write "command.*"'),
            ("replylint: ignore[Command.x]", (21, 30), "written topic.name"),
            ("replylint: ignore[cmd.*[x]", (21, 28), "written topic.name"),
            ("replylint: ignore[命令]", (21, 23), "written topic.name"),
            ("replylint: ignore[suppression.unused]", (21, 39), "in the settings"),
            ("replylint: ignored[command.*]", (3, 32), "ignore-next-line, ignore-start"),
            ("replylint: off", (3, 17), "ignore-next-line, ignore-start"),
            ("replylint:", (3, 13), "ignore-next-line, ignore-start"),
        ],
    )
    def test_is_a_finding_at_its_place(
        self, comment: str, columns: tuple[int, int], said: str
    ) -> None:
        applied = run(make(f"# {comment}\n请立即", "请立即"), HIT)
        assert lines(applied.kept) == [2]
        assert own(applied) == [("malformed", 1, *columns)]
        finding = applied.own[0].finding
        assert said in finding.text
        assert (finding.topic, finding.severity) == ("suppression", Severity.WARNING)
        assert (finding.start, finding.end) == (columns[0] - 1, columns[1] - 1)

    def test_the_good_names_of_a_list_still_count(self) -> None:
        applied = run(make("请立即 # replylint: ignore[Bad, command.*]", "请立即"), HIT)
        assert lines(applied.suppressed) == [1]
        assert own(applied) == [("malformed", 1, 25, 28)]

    @pytest.mark.parametrize(
        "comment",
        [
            "see the manual of replylint: it says more",
            "my-replylint: ignore",
            "https://example.com/replylint: ignore",
            "replylint is a linter",
            "nothing of ours",
        ],
    )
    def test_other_comments_are_left_alone(self, comment: str) -> None:
        applied = run(make(f"# {comment}\n请立即", "请立即"), HIT)
        assert (lines(applied.kept), applied.own) == ([2], ())

    def test_behind_another_remark_it_is_still_read(self) -> None:
        document = make("请立即 # legal text, replylint: ignore[command.*]", "请立即")
        assert lines(run(document, HIT).suppressed) == [1]

    def test_two_in_one_comment(self) -> None:
        text = "请立即 # replylint: ignore[command.*] a replylint: ignore[vague.*] b"
        directives, faults = read(make(text, "请立即").comments, text)
        assert [(each.rules[0].pattern, each.reason) for each in directives] == [
            ("command.*", "a"),
            ("vague.*", "b"),
        ]
        assert faults == []

    def test_severities_are_the_callers(self) -> None:
        document = make("# replylint: ignore[command.*]\n# replylint: off")
        severity = {"suppression.unused": None, "suppression.malformed": Severity.ERROR}
        applied = run(document, severity=severity)
        assert [(each.finding.rule, each.finding.severity) for each in applied.own] == [
            ("suppression.malformed", Severity.ERROR)
        ]

    def test_in_chinese(self) -> None:
        document = make("# replylint: ignore[command]\n# replylint: ignore[command.*]")
        texts = [each.finding.text for each in run(document, lang="zh").own]
        assert texts == [
            "忽略说明写法有误：要忽略整个主题请写“command.*”。",
            "“command.*”在这里没有可忽略的提示，请删除这条忽略说明。",
        ]


@given(st.lists(st.sampled_from("立即#好\n"), max_size=12), st.integers(0, 3))
def test_every_line_speaks_for_itself(words: list[str], wide: int) -> None:
    noted = {"#": "立即 # replylint: ignore[command.*]"}
    text = "\n".join(noted.get(word, word.replace("\n", "")) for word in words)
    text = "# replylint: ignore-file[vague.soon]\n" * wide + text
    replies = [line.partition(" #")[0] for line in text.split("\n") if line[:1] not in ("#", "")]
    applied = run(make(text, *replies), ("command.urgent", "立即"))
    expected = [n for n, line in enumerate(text.split("\n"), 1) if line.startswith("立即 #")]
    assert lines(applied.suppressed) == expected


def test_findings_without_a_place_are_kept() -> None:
    document = make("# replylint: ignore-file[command.*]")
    finding = Finding("command.order", "command", Severity.INFO, Confidence.LOW, 0, 0, "…")
    place = partial(place_in, document.text)
    applied = apply(document, [Placed(finding, "a")], Terms(KNOWN, TODAY), "a", place)
    assert len(applied.kept) == 1


@given(st.text("replylint:ignore[]-.*, command\n；until2026 #"), st.booleans())
def test_any_comment_can_be_read(noise: str, told: bool) -> None:
    text = f"# {'replylint: ignore' * told}{noise}\n请立即"
    document = make(text, "请立即")
    directives, faults = read(document.comments, text)
    for each in (*directives, *faults):
        assert 0 <= each.start <= each.end <= len(text)
        if isinstance(each, Directive):
            for rule in each.rules:
                assert text[rule.start : rule.end] == rule.pattern
    applied = run(document, HIT)
    assert len(applied.kept) + len(applied.suppressed) == text.count("立即")
