"""In a real editor's session: marks as you type, in the right place, of the newest text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="pygls is not installed (the extra lsp has it)")

from lsprotocol import types

from tests.faces.conftest import PACK

from .editor import capabilities, editing, run, settle

Marks = list[types.Diagnostic]


def places(marks: Marks) -> list[tuple[object, int, int, int]]:
    """Rule, line, first and last column of every mark."""
    return [
        (m.code, m.range.start.line, m.range.start.character, m.range.end.character) for m in marks
    ]


def test_a_file_is_marked_when_it_is_opened_and_while_it_is_typed(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请稍候。\n")
            assert await editor.marks(uri, 1) == []
            editor.type(uri, 2, "立即", (0, 1))
            (mark,) = await editor.marks(uri, 2)
            assert places([mark]) == [("command.urgent", 0, 1, 3)]
            assert mark.message == "“立即”像是在下命令"
            assert mark.source == "replylint"
            assert mark.severity == types.DiagnosticSeverity.Warning
            editor.type(uri, 3, "", (0, 1), (0, 3))
            assert await editor.marks(uri, 3) == []

    run(scene())


def test_columns_count_utf16_unless_the_editor_wants_otherwise(tmp_path: Path) -> None:
    async def scene(encoding: str | None, column: int) -> None:
        settle(tmp_path)
        can = capabilities()
        if encoding:
            wanted = [types.PositionEncodingKind(encoding)]
            can.general = types.GeneralClientCapabilities(position_encodings=wanted)
        async with editing(tmp_path, can=can) as editor:
            uri = editor.open("a.txt", "😊𠮷请立即处理\n")
            before = column
            width = {"utf-8": 6}.get(encoding or "", 2)
            assert places(await editor.marks(uri)) == [
                ("command.urgent", 0, before, before + width)
            ]
            editor.type(uri, 2, "及时", (0, before), (0, before + width))
            assert await editor.marks(uri, 2) == []

    for encoding, column in ((None, 5), ("utf-16", 5), ("utf-8", 11), ("utf-32", 3)):
        run(scene(encoding, column))


def test_lines_end_where_the_editor_ends_them(tmp_path: Path) -> None:
    """U+2028, U+0085 and a form feed end no line there, though they do in Python."""

    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "甲\u2028乙\x0c丙\x85丁\r\n请处理\r戊\n")
            editor.type(uri, 2, "立即", (1, 1))
            assert places(await editor.marks(uri, 2)) == [("command.urgent", 1, 1, 3)]
            editor.type(uri, 3, "立即", (2, 99))  # behind the end of a line is its end
            assert places(await editor.marks(uri, 3))[1] == ("command.urgent", 2, 1, 3)

    run(scene())


def test_several_changes_at_once_count_one_after_the_other(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "一\n二\n")
            named = types.VersionedTextDocumentIdentifier(2, uri)
            changes = [
                types.TextDocumentContentChangePartial(
                    types.Range(types.Position(0, 0), types.Position(0, 0)), "零\n"
                ),
                types.TextDocumentContentChangePartial(
                    types.Range(types.Position(2, 1), types.Position(2, 1)), "立即"
                ),
            ]
            told = types.DidChangeTextDocumentParams(named, changes)
            editor.client.text_document_did_change(told)
            assert places(await editor.marks(uri, 2)) == [("command.urgent", 2, 1, 3)]

    run(scene())


def test_marks_never_go_back_to_an_older_version(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, debounceMs=0) as editor:
            long = "请及时回电给我们的客户经理。\n" * 400
            uri = editor.open("a.txt", long)
            for version in range(2, 60):
                editor.type(uri, version, "立即" if version % 2 else "好", (version, 0))
            last = await editor.marks(uri, 59)
            assert len(last) == 29
            versions = [each.version for each in editor.published if each.uri == uri]
            assert versions == sorted(versions)
            assert versions.count(59) == 1

    run(scene())


def test_while_somebody_types_nothing_is_judged(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, debounceMs=400) as editor:
            uri = editor.open("a.txt", "")
            for version, letter in enumerate("请立即处理", 2):
                editor.type(uri, version, letter, (0, version - 2))
            await editor.marks(uri, 6)
            versions = [each.version for each in editor.published if each.uri == uri]
            assert versions in ([6], [1, 6])

    run(scene())


FORMATS = (
    ("a.yaml", 'text: "\\U0001F60A 请立即处理"\n', (0, 19, 21)),
    ("a.json", '{"text": "\\ud83d\\ude0a\\n请立即处理"}', (0, 25, 27)),
    ("a.md", "您好,\n\n- 请**立即**处理\n", (2, 5, 7)),
    ("a.html", "<p>您好</p>\n<p>&#128522; 请<b>立即</b>处理</p>\n", (1, 17, 19)),
    ("a.csv", 'id,reply\n1,"您好,""请""\n请立即处理"\n', (2, 1, 3)),
    ("a.properties", "text=\\u8bf7\\u7acb\\u5373\\u5904\\u7406\n", (0, 11, 23)),
    ("a.toml", 'text = "\\t请立即处理"\n', (0, 11, 13)),
    ("a.po", 'msgid "now"\nmsgstr "请"\n"立即处理"\n', (2, 1, 3)),
    ("a.jsonl", '{"text": "您好"}\n{"text": "请立即处理"}\n', (1, 11, 13)),
    ("a.txt.j2", "{{ name }}您好，请立即处理\n", (0, 14, 16)),
    ("a.xlf", ('<xliff version="1.2"><file><body><trans-unit id="1"><source>now</source>\n'
     "<target>请立即处理</target></trans-unit></body></file></xliff>\n"), (1, 9, 11)),
    ("a.tsv", "id\treply\n1\t请立即处理\n", (1, 3, 5)),
)  # fmt: skip


def test_every_format_is_marked_where_the_file_has_the_words(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            for name, text, place in FORMATS:
                marks = await editor.marks(editor.open(name, text, "anything"))
                assert places(marks) == [("command.urgent", *place)], name

    run(scene())


def test_what_cannot_be_read_is_marked_where_it_breaks(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.json", '{"text":\n "请立即处理",,\n}')
            (mark,) = await editor.marks(uri)
            assert mark.severity == types.DiagnosticSeverity.Error
            assert mark.range.start.line == 1
            assert "立即" not in mark.message
            editor.type(uri, 2, '{"text": "请立即处理"}')
            assert [each.code for each in await editor.marks(uri, 2)] == ["command.urgent"]

    run(scene())


def test_programs_settings_and_excluded_files_are_left_alone(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path, 'exclude = ["drafts/"]\n')
        async with editing(tmp_path) as editor:
            for name in ("a.py", "replylint.toml", "drafts/a.txt"):
                assert await editor.marks(editor.open(name, "text = '请立即处理'")) == []
            git = "git:/a.txt"
            item = types.TextDocumentItem(git, "plaintext", 1, "请立即处理")
            editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
            assert await editor.marks(git) == []

    run(scene())


def test_a_file_never_saved_is_read_as_its_language_says(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("untitled:Untitled-1", "# 立即\ntext: 请立即处理\n", "yaml")
            assert places(await editor.marks(uri)) == [("command.urgent", 1, 7, 9)]

    run(scene())


def test_closing_takes_the_marks_away(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请立即处理")
            assert await editor.marks(uri)
            named = types.TextDocumentIdentifier(uri)
            editor.client.text_document_did_close(types.DidCloseTextDocumentParams(named))
            assert await editor.marks(uri, None) == []

    run(scene())


def test_the_nearest_settings_count_and_are_read_again_when_they_change(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path) as editor:
            await editor.until(lambda: editor.watched or None)
            assert "**/replylint.toml" in [each.glob_pattern for each in editor.watched]
            uri = editor.open("sms/a.txt", "请立即处理，你好")
            assert [each.code for each in await editor.marks(uri)] == [
                "command.urgent",
                "courtesy.you",
            ]
            editor.published.clear()
            editor.write(
                "sms/replylint.toml", 'extends = "../replylint.toml"\nignore = ["courtesy"]'
            )
            path = editor.uri("sms/replylint.toml")
            event = types.FileEvent(path, types.FileChangeType.Created)
            told = types.DidChangeWatchedFilesParams([event])
            editor.client.workspace_did_change_watched_files(told)
            assert [each.code for each in await editor.marks(uri)] == ["command.urgent"]

    run(scene())


def test_a_pack_is_read_again_when_it_changes_and_marked_while_it_is_broken(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        shutil.copytree(PACK, tmp_path / "rules")
        (tmp_path / "replylint.toml").write_text('packs = ["./rules"]\nglossary = []\n', "utf-8")
        rules = tmp_path / "rules" / "zh" / "words.yaml"
        good = rules.read_text("utf-8")
        async with editing(tmp_path) as editor:

            def changed() -> None:
                event = types.FileEvent(rules.as_uri(), types.FileChangeType.Changed)
                told = types.DidChangeWatchedFilesParams([event])
                editor.published.clear()
                editor.client.workspace_did_change_watched_files(told)

            uri = editor.open("a.txt", "请立即处理")
            assert len(await editor.marks(uri)) == 1
            rules.write_text(good.replace("severity: warning", "severity: grave", 1), "utf-8")
            changed()
            (mark,) = await editor.marks(rules.as_uri(), None)
            assert "grave" in mark.message
            rules.write_text(good.replace("severity: warning", "severity: error", 1), "utf-8")
            changed()
            (mark,) = await editor.marks(uri)
            assert mark.severity == types.DiagnosticSeverity.Error
            assert await editor.marks(rules.as_uri(), None) == []

    run(scene())


def test_an_editor_that_watches_nothing_gets_new_settings_with_the_next_change(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, can=types.ClientCapabilities()) as editor:
            uri = editor.open("a.txt", "请立即处理")
            assert await editor.marks(uri)
            settle(tmp_path, 'ignore = ["command"]\n')
            editor.type(uri, 2, "请立即处理。")
            assert await editor.marks(uri, 2) == []

    run(scene())


def test_a_fault_in_the_settings_is_said_and_marked_there_until_it_is_mended(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        settle(tmp_path, "chanel = 'sms'\n")
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请立即处理")
            settings = editor.uri("replylint.toml")
            (mark,) = await editor.marks(settings, None)
            assert mark.range.start.line == 2
            assert "channel" in mark.message
            said = await editor.until(lambda: editor.messages or None)
            assert len(said) == 1
            assert "replylint.toml:3:1" in said[0]
            editor.published.clear()
            settle(tmp_path)
            editor.type(uri, 2, "请立即处理。")
            assert [each.code for each in await editor.marks(uri, 2)] == ["command.urgent"]
            assert await editor.marks(settings, None) == []

    run(scene())


def test_the_editors_own_options_lie_over_the_settings(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, ignore=["command"], path="/x", audience="") as editor:
            uri = editor.open("a.txt", "请立即处理，你好")
            assert [each.code for each in await editor.marks(uri)] == ["courtesy.you"]
            editor.published.clear()
            told = types.DidChangeConfigurationParams({"replylint": {"ignore": ["courtesy"]}})
            editor.client.workspace_did_change_configuration(told)
            assert [each.code for each in await editor.marks(uri)] == ["command.urgent"]
        async with editing(tmp_path, chanel="sms") as editor:
            uri = editor.open("a.txt", "请立即处理")
            (mark,) = await editor.marks(uri, None)
            assert "chanel" in mark.message

    run(scene())


def test_words_are_in_the_editors_language(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path)
        async with editing(tmp_path, locale="en-GB") as editor:
            (mark,) = await editor.marks(editor.open("a.txt", "请立即处理"))
            assert mark.message == "“立即” sounds like an order"

    run(scene())


def test_accepted_findings_are_not_marked(tmp_path: Path) -> None:
    async def scene() -> None:
        settle(tmp_path, 'baseline = "replylint-baseline.jsonl"\n')
        from replylint.__main__ import main

        (tmp_path / "a.txt").write_text("请立即处理", "utf-8")
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", "请立即处理")
            (mark,) = await editor.marks(uri, None)
            assert "baseline" in mark.message
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(tmp_path)
                assert main(["baseline", "a.txt"]) == 0
            editor.type(uri, 2, "请立即处理\n立即回电")
            assert places(await editor.marks(uri, 2)) == [("command.urgent", 1, 0, 2)]

    run(scene())
