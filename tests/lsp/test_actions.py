"""What an editor offers about a mark does what it says, to the file as it is spelled."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="pygls is not installed (the extra lsp has it)")

from lsprotocol import types

from .editor import Editor, applied, capabilities, editing, run, settle

QUICK, ALL, WHOLE = "quickfix", "source.fixAll.replylint", "refactor.rewrite"


def chosen(actions: list[types.CodeAction], title: str) -> types.CodeAction:
    (action,) = [each for each in actions if title in each.title]
    return action


def edited(text: str, action: types.CodeAction) -> str:
    assert action.edit is not None
    return applied(text, action.edit)


async def silent_after(editor: Editor, uri: str, text: str, action: types.CodeAction) -> str:
    """The text with a comment in it, which the server then has nothing to say about."""
    after = edited(text, action)
    editor.type(uri, 2, after)
    assert await editor.marks(uri, 2) == []
    return after


def test_a_fix_is_spelled_as_the_file_needs_it(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            text = 'text: "😊 \\u8bf7立即处理"\n'
            uri = editor.open("a.yaml", text, "yaml")
            await editor.marks(uri)
            actions = await editor.actions(uri, (0, 18), QUICK)
            fix = actions[0]
            assert fix.is_preferred
            assert fix.title == "改写 → 及时"
            assert fix.diagnostics is not None
            assert fix.diagnostics[0].code == "command.urgent"
            assert edited(text, fix) == 'text: "😊 \\u8bf7及时处理"\n'
            assert fix.edit is not None
            assert fix.edit.document_changes is not None
            change = fix.edit.document_changes[0]
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == 1

    run(scene())


def test_what_a_person_should_look_at_says_so(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            text = "这事找别人去。"
            uri = editor.open("a.txt", text)
            (fix, whole) = await editor.actions(uri, (0, 3))
            assert "请过目" in fix.title
            assert not fix.is_preferred
            assert edited(text, fix) == "这事我帮您转接。"
            assert whole.kind == WHOLE

    run(scene())


def test_actions_are_for_the_place_and_the_kind_that_is_asked_for(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请立即处理\n您好\n找别人去\n")
            assert await editor.actions(uri, (1, 0), QUICK) == []
            titles = {each.kind for each in await editor.actions(uri, (0, 2))}
            assert titles == {QUICK, WHOLE, ALL}
            assert [a.kind for a in await editor.actions(uri, (0, 2), "refactor")] == [WHOLE]
            assert [a.kind for a in await editor.actions(uri, (1, 0), "source")] == [ALL]

    run(scene())


def test_all_safe_fixes_at_once_leave_what_is_silenced(tmp_path: Path) -> None:
    async def scene(can: types.ClientCapabilities) -> None:
        settle(tmp_path)
        async with editing(tmp_path, can=can) as editor:
            text = (
                "- text: 请立即处理，你好\n"
                "- text: 立即 # replylint: ignore[command.urgent]\n"
                "- text: 这事找别人去\n"
            )
            uri = editor.open("a.yaml", text, "yaml")
            (action,) = await editor.actions(uri, (0, 0), "source.fixAll")
            if action.edit is None:
                action = await editor.client.code_action_resolve_async(action)
            after = text.replace("请立即处理，你好", "请及时处理，您好")
            assert edited(text, action) == after

    run(scene(capabilities()))
    no_resolve = types.CodeActionClientCapabilities()
    run(scene(capabilities(code_action=no_resolve)))


def test_fixing_all_of_an_older_version_changes_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请立即处理")
            (action,) = await editor.actions(uri, (0, 0), "source.fixAll")
            editor.type(uri, 2, "您好。", (0, 0))
            assert (await editor.client.code_action_resolve_async(action)).edit is None

    run(scene())


def test_the_whole_reply_is_proposed_and_no_other(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            text = "- text: 你好，这事立即找别人去\n- text: 请立即处理\n"
            uri = editor.open("a.yaml", text, "yaml")
            (action,) = await editor.actions(uri, (0, 8), WHOLE)
            after = "- text: 您好，这事及时我帮您转接\n- text: 请立即处理\n"
            assert edited(text, action) == after

    run(scene())


def test_a_large_selection_is_answered_soon(tmp_path: Path) -> None:
    """Of many findings only the first are silenced one by one, and no reply is written anew."""

    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            text = "- text: 请立即处理\n" * 200
            uri = editor.open("a.yaml", text, "yaml")
            actions = await editor.actions(uri, (0, 0), end=(200, 0))
            assert len([each for each in actions if each.is_preferred]) == 200
            assert 0 < len([each for each in actions if "忽略" in each.title]) < 10
            assert [each.kind for each in actions if each.kind == WHOLE] == []

    run(scene())


def test_an_editor_without_versions_gets_plain_changes(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, can=types.ClientCapabilities()) as editor:
            uri = editor.open("a.txt", "请立即处理")
            fix = (await editor.actions(uri, (0, 2), QUICK))[0]
            assert fix.edit is not None
            assert fix.edit.changes is not None
            (change,) = fix.edit.changes[uri]
            assert change.new_text == "及时"

    run(scene())


COMMENTS = (
    ("a.yaml", "a:\n  - text: 请立即处理\n", (1, 12),
     "a:\n  # replylint: ignore[command.urgent]\n  - text: 请立即处理\n"),
    ("a.yaml", "a:\r\n  text: |\r\n    您好\r\n    请立即处理\r\n", (3, 6),
     ("a:\r\n  # replylint: ignore[command.urgent]\r\n"
     "  text: |\r\n    您好\r\n    请立即处理\r\n")),
    ("a.md", "# 好\n\n您好，\n请立即处理\n", (3, 1),
     "# 好\n\n<!-- replylint: ignore[command.urgent] -->\n您好，\n请立即处理\n"),
    ("a.md", "- 您好\n- 请立即处理\n", (1, 4),
     "- 您好\n- 请立即处理 <!-- replylint: ignore[command.urgent] -->\n"),
    ("a.html", "<div>\n  <p>请立即处理</p>\n</div>\n", (1, 6),
     "<div>\n  <!-- replylint: ignore[command.urgent] -->\n  <p>请立即处理</p>\n</div>\n"),
    ("a.toml", "[sms]\ntext = '请立即处理'\n", (1, 9),
     "[sms]\n# replylint: ignore[command.urgent]\ntext = '请立即处理'\n"),
    ("a.properties", "sms.text = 请立即处理\n", (0, 12),
     "# replylint: ignore[command.urgent]\nsms.text = 请立即处理\n"),
    ("a.json", '{\n  "a": {\n    "text": "请立即处理"\n  }\n}\n', (2, 14),
     ('{\n  "a": {\n    "replylint": "ignore[command.urgent]",\n'
     '    "text": "请立即处理"\n  }\n}\n')),
    ("a.json", '{"replies": ["您好", "请立即处理"]}\n', (0, 22),
     '{"replylint": "ignore[command.urgent]", "replies": ["您好", "请立即处理"]}\n'),
    ("a.jsonl", '{"id": "1", "text": "请立即处理"}\n', (0, 23),
     '{"id": "1", "replylint": "ignore[command.urgent]", "text": "请立即处理"}\n'),
    ("a.po", 'msgid "now"\nmsgstr "请立即处理"\n', (1, 10),
     '# replylint: ignore[command.urgent]\nmsgid "now"\nmsgstr "请立即处理"\n'),
    ("a.xlf", ('<xliff version="1.2"><file><body><trans-unit id="1"><source>n</source>\n'
     "<target>请立即处理</target></trans-unit></body></file></xliff>\n"), (1, 10),
     ('<xliff version="1.2"><file><body><trans-unit id="1"><source>n</source>\n'
     "<!-- replylint: ignore[command.urgent] -->\n"
     "<target>请立即处理</target></trans-unit></body></file></xliff>\n")),
    ("a.txt.j2", "您好\n\n请立即处理 {{ x }}\n", (2, 2),
     "您好\n\n{# replylint: ignore[command.urgent] #}\n请立即处理 {{ x }}\n"),
    ("a.hbs", "请立即处理 {{ x }}\n", (0, 2),
     "{{! replylint: ignore[command.urgent] }}\n请立即处理 {{ x }}\n"),
    ("a.erb", "请立即处理 <%= x %>\n", (0, 2),
     "<%# replylint: ignore[command.urgent] %>\n请立即处理 <%= x %>\n"),
    ("a.liquid", "请立即处理 {{ x }}\n", (0, 2),
     "{% comment %}replylint: ignore[command.urgent]{% endcomment %}\n请立即处理 {{ x }}\n"),
)  # fmt: skip


def test_a_finding_is_silenced_by_a_comment_of_the_file(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            for number, (name, text, place, after) in enumerate(COMMENTS):
                uri = editor.open(f"{number}/{name}", text, "anything")
                assert len(await editor.marks(uri)) == 1
                action = chosen(await editor.actions(uri, place, QUICK), "忽略")
                assert await silent_after(editor, uri, text, action) == after, name

    run(scene())


def test_a_second_rule_joins_the_comment_that_is_there(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            for name, text in (
                ("a.yaml", "# replylint: ignore[courtesy.you] 旧文\ntext: 你请立即处理\n"),
                ("a.json", '{"replylint": "ignore[courtesy.you]", "text": "你请立即处理"}'),
            ):
                uri = editor.open(name, text)
                (mark,) = await editor.marks(uri)
                place = (mark.range.start.line, mark.range.start.character)
                action = chosen(await editor.actions(uri, place, QUICK), "已有注释")
                after = await silent_after(editor, uri, text, action)
                assert after == text.replace("courtesy.you", "courtesy.you, command.urgent")

    run(scene())


def test_where_there_are_no_comments_none_is_offered(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            for name, text in (("a.txt", "请立即处理"), ("a.csv", "id,reply\n1,请立即处理\n")):
                uri = editor.open(name, text)
                (mark,) = await editor.marks(uri)
                start = mark.range.start
                actions = await editor.actions(uri, (start.line, start.character), QUICK)
                assert [each.title for each in actions if "忽略" in each.title] == []

    run(scene())


def test_the_word_under_the_cursor_is_explained(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.json", '{"text": "请立即看\\n年化利率。\\"立即"}')
            rule = await editor.hover(uri, 0, 12)
            assert rule is not None
            assert "command.urgent" in rule
            assert "“立即”像是在下命令" in rule
            assert "客户不是下属。" in rule
            assert "手册 §3.1" in rule
            term = await editor.hover(uri, 0, 18)
            assert term is not None
            assert "年化利率 · APR" in term
            assert "一年的利息占本金的比例" in term
            assert await editor.hover(uri, 0, 3) is None
            assert await editor.hover(uri, 0, 10) is None

    run(scene())


def test_an_editor_that_reads_no_markdown_gets_none(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        plain = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
        async with editing(tmp_path, can=capabilities(hover=plain)) as editor:
            page = await editor.hover(editor.open("a.txt", "请立即处理"), 0, 2)
            assert page is not None
            assert "**" not in page
            assert "客户不是下属。" in page

    run(scene())


def test_nothing_sensitive_leaves_in_words(tmp_path: Path) -> None:
    """What is personal stands in the file; no mark, title, page or log repeats it."""
    number = "13812345678"

    async def scene() -> None:
        (tmp_path / "replylint.toml").write_text("", "utf-8")
        async with editing(tmp_path) as editor:
            text = f"您好，您的手机号{number}已登记，请立即处理。\n"
            uri = editor.open("a.txt", text)
            marks = await editor.marks(uri)
            assert any(str(each.code).startswith("privacy.") for each in marks)
            assert number not in "".join(each.message for each in marks)
            actions = await editor.actions(uri, (0, 0), end=(0, 30))
            assert number not in "".join(each.title for each in actions)
            page = await editor.hover(uri, 0, 10)
            assert page is not None
            assert number not in page
            assert not editor.messages

    run(scene())
