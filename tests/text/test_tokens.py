"""Two libraries, one way of cutting."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import UsageError
from replylint.text import dictionary, tokens
from replylint.text.tokens import Tokenizer, tokenizer

NAMES = ["rjieba", "jieba"]
USER_WORDS = [
    *("不保本", "保本金", "活期存", "大额存单", "账单分期", "立即处理", "我的", "您您", "etf基金"),
    *("k线", "c++", "lpr", "最低还款额", "4s店铺", "风险测评", "本行", "收益率", "年化收益"),
    *("化收益率", "三方存管"),
]


@cache
def cutter(name: str, taught: bool = True) -> Tokenizer:
    weights = dictionary.weights(USER_WORDS, dictionary.frequencies()) if taught else {}
    return tokenizer(name, weights)


SENTENCES = [
    "请您立即处理，否则后果自负。",
    "您好，我们的理财产品不保本金，年化收益率约3.5%。",
    "请在2026-03-02 09:15前到4s店铺办理，电话95588",
    "该etf基金的k线每日更新，lpr为3.10%，详见 www.example.com/a_b?c=d#e",
    "don't click it,确保本行客户的资金安全",
    "一号店江南styles 14s店 卡拉ok",
    "\r\n\r第一行\r\n第二行\n\t",
    "㐀㐁〇龥鿕鿖😀e\u0301\x00中",
    "\ud83d半个\udc00",
    "",
]
PIECES = st.sampled_from(
    [
        *"保本金不我的您立即处理收益年化率存管行,。 .-%+#&_'\r\n㐀〇鿖😀\ud800",
        "ab",
        "9",
        "4s店",
        "江南style",
    ]
)
TEXT = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=20))


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("taught", [False, True])
def test_both_cut_alike(taught: bool, text: str) -> None:
    assert cutter("rjieba", taught).words(text) == cutter("jieba", taught).words(text)


@settings(deadline=None)
@given(TEXT)
def test_both_cut_anything_alike(text: str) -> None:
    for taught in (False, True):
        assert cutter("rjieba", taught).edges(text) == cutter("jieba", taught).edges(text)


@settings(deadline=None)
@given(TEXT)
def test_edges_and_words_say_the_same(text: str) -> None:
    edges, words = cutter("rjieba").edges(text), cutter("rjieba").words(text)
    assert "".join(words) == text
    assert {0, len(text)} <= edges
    assert len(edges) == len(words) + 1
    for at in edges - {0, len(text)}:
        assert not (text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalnum())


def test_tokens_are_as_expected() -> None:
    assert cutter("rjieba", False).words("请立即处理5g卡,don't") == [
        "请",
        "立即",
        "处理",
        "5g",
        "卡",
        ",",
        "don",
        "'",
        "t",
    ]
    assert cutter("rjieba", False).words("江南styles") == ["江南styles"]


@pytest.mark.parametrize("name", NAMES)
def test_user_words_come_out_whole(name: str) -> None:
    for word in USER_WORDS:
        assert cutter(name).words(word) == [word]
    assert cutter(name, False).words("大额存单") != ["大额存单"]


def test_bare_words_are_weighed() -> None:
    taught = tokenizer("rjieba", iter(USER_WORDS))
    assert [taught.words(text) for text in SENTENCES] == [
        cutter("jieba").words(t) for t in SENTENCES
    ]


def test_the_shared_dictionaries_stay_as_they_were() -> None:
    import jieba
    import rjieba

    assert rjieba.cut("大额存单", False) == ["大额", "存单"]
    assert "大额存单" not in jieba.dt.FREQ
    assert rjieba.Jieba is sys.modules["rjieba.rjieba"].Jieba


@pytest.mark.parametrize("name", NAMES)
def test_pickled_ones_cut_the_same(name: str) -> None:
    copy: Tokenizer = pickle.loads(pickle.dumps(cutter(name)))
    assert copy.name == name
    assert [copy.words(text) for text in SENTENCES] == [cutter(name).words(t) for t in SENTENCES]


@pytest.mark.parametrize("name", NAMES)
def test_threads_may_share_one(name: str) -> None:
    texts, edges = SENTENCES * 20, cutter(name).edges
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(edges, texts)) == [edges(text) for text in texts]


def test_auto_prefers_rjieba() -> None:
    assert tokenizer().name == "rjieba"


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names put into it cannot be imported."""
    missing: set[str] = set()
    for name, load in tokens._LOADERS.items():

        def fail(weights: object, name: str = name, load: tokens.Loader = load) -> tokens.Cut:
            if name in missing:
                raise ImportError(name)
            return load({})

        monkeypatch.setitem(tokens._LOADERS, name, fail)
    return missing


def test_auto_falls_back_on_jieba(without: set[str]) -> None:
    without.add("rjieba")
    assert tokenizer("auto").name == "jieba"


@pytest.mark.parametrize(("name", "wanted"), [("auto", "jieba"), ("rjieba", "rjieba")])
def test_a_missing_library_is_named(without: set[str], name: str, wanted: str) -> None:
    without.update(NAMES)
    with pytest.raises(UsageError, match=f"pip install --upgrade {wanted}$"):
        tokenizer(name)


@pytest.mark.parametrize(("name", "hint"), [("jeiba", "did you mean"), ("zz", "use auto, rjieba")])
def test_an_unknown_name_is_refused(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        tokenizer(name)


def test_an_old_rjieba_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_rjieba_class", lambda: object)
    with pytest.raises(UsageError, match="rjieba is not installed"):
        tokenizer("rjieba")


def test_rjieba_is_imported_the_ordinary_way_where_it_is_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "rjieba.rjieba")
    with monkeypatch.context() as patch:
        patch.setattr(tokens.PathFinder, "find_spec", lambda *place: None)
        found = tokens._rjieba_class
        patch.setattr(tokens, "import_module", lambda name: sys.modules["rjieba"])
        import rjieba

        assert found() is rjieba.Jieba


@pytest.mark.parametrize("name", NAMES)
def test_loading_is_silent_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    code = (
        "import sys; from replylint.text.tokens import tokenizer\n"
        f"tokenizer({name!r}).words('请立即处理')\n"
        "print('rjieba' in sys.modules, 'jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "TMPDIR": str(tmp_path)},
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["False", str(name == "jieba")]  # not even rjieba's own package
    assert list(tmp_path.iterdir()) == []


def test_words_are_the_stretches_between_edges() -> None:
    text = SENTENCES[1]
    cuts = sorted(cutter("jieba", False).edges(text))
    assert cutter("jieba", False).words(text) == [text[a:b] for a, b in pairwise(cuts)]
