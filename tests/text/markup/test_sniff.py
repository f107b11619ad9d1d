"""A file's format is told by its name, or by how it begins."""

from __future__ import annotations

import pytest

from replylint.text.markup import by_name, formats, sniff, suffixes


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.txt", "text"),
        ("A.MD", "markdown"),
        ("x/y.htm", "html"),
        ("x\\y.yml", "yaml"),
        ("a.json", "json"),
        ("a.ndjson", "jsonl"),
        ("a.toml", "toml"),
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.properties", "properties"),
        ("a.po", "po"),
        ("a.xlf", "xliff"),
        ("a.html.j2", "template"),
        ("a.txt.erb", "template"),
    ],
)
def test_by_name(path: str, format: str) -> None:
    assert sniff(path, "{}") == by_name(path) == format
    assert format in formats()
    assert path.lower().rpartition(".")[2] in suffixes()


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("", "text"),
        ("您好，请稍候。", "text"),
        ("Dear customer: we are here\n", "text"),
        ("[姓名]您好", "text"),
        ("{name} 您好", "text"),
        ("<姓名>您好", "text"),
        ("<!DOCTYPE html><p>x", "html"),
        ("\n<div class=a>x", "html"),
        ("<?xml version='1.0'?>\n<html>", "html"),
        ("<?xml version='1.0'?>\n<xliff version='1.2'>", "xliff"),
        ('{"text": "x"}', "json"),
        ("{}", "json"),
        ('["a", "b"]', "json"),
        ('[\n {"text": 1}]', "json"),
        ('{"text": "x"}\n{"text": "y"}\n', "jsonl"),
        ('{"text": "x",\n"b": 1}\n', "json"),
        ('# c\nmsgid "a"\nmsgstr "b"\n', "po"),
        ("---\ntext: x\n", "yaml"),
        ("--- \n# c\n- text: x\n", "yaml"),
        ("---\ntitle: x\n---\n\n正文", "markdown"),
        ("---\na: x\n---\nb: y\n---\n", "markdown"),
        ("# 标题\n正文", "markdown"),
        ("见 [这里](https://a.example)", "markdown"),
    ],
)
def test_by_content(text: str, format: str) -> None:
    assert sniff("-", text) == format
    assert sniff("folder.d/README", text) == format
