"""From a hit and its rule's rewrites to fixes, in the message's own offsets and script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..model import Fix
from ..rules.rule import Rewrite, Rule, Text, Wording
from .about import about, around, dated, wanted
from .hit import Hit, Span
from .where import holds

if TYPE_CHECKING:
    from ..rewrite.plan import Candidate
    from .scene import Scene
    from .settings import Settings

_IF = ("if ", "had ", "如果", "要是", "若", "假如", "只要", "除非")
# Their words are not said again: an insult, what is to be hidden, what was to be bought besides.
_DISCREET = ("disclosure", "discrimination", "rude", "suitability", "threat", "tying")
_PHRASE = 8  # code points
_TITLES = {
    "replace": Text("改写", "Reword it"),
    "delete": Text("删去", "Take it out"),
    "insert": Text("补上", "Add it"),
}


def fixes(rule: Rule, hit: Hit, scene: Scene, settings: Settings) -> tuple[Fix, ...]:
    """The first rewrite that fits and passes the gate, as a fix; nothing when none does.

    Its title is in the language of the settings; ``{hotline}`` is the first of their hotlines.
    """
    if not rule.rewrites:
        return ()
    from ..rewrite.plan import Hit as Place
    from ..rewrite.plan import plan

    place = Place(
        scene.message.text,
        _span(hit, scene),
        scene.text[hit.start : hit.end],
        {**_captures(hit, scene), "hotline": next(iter(settings.public.hotlines), "")},
        _untouchable(rule, hit, scene),
        rule.sensitive,
    )
    fix = plan(place, _candidates(rule, hit, scene, settings.lang))
    if fix is None and hit.place is None:
        fix = plan(place, _smaller(rule, hit, scene, settings.lang))
    return () if fix is None else (fix,)


def _span(hit: Hit, scene: Scene) -> Span:
    if hit.place is not None:
        at = 0 if hit.place == "start" else len(scene.message.text)
        return at, at
    return scene.folded.span(hit.start, hit.end)


def _untouchable(rule: Rule, hit: Hit, scene: Scene) -> list[Span]:
    """What no edit may touch. An address to be masked is not protected from being masked."""
    if not rule.sensitive:
        return scene.protected_spans
    start, end = _span(hit, scene)
    return [
        (each.start, each.end)
        for each in scene.protected
        if each.end <= start or end <= each.start or each.kind in ("hole", "control")
    ]


def _captures(hit: Hit, scene: Scene) -> dict[str, Span | str]:
    found: dict[str, Span | str] = {}
    if (matter := about(hit, scene)) is not None:
        found["about"] = scene.folded.span(*matter)
    if (offered := wanted(hit, scene)) is not None:
        found["wanted"] = scene.folded.span(*offered)
    for name, part in around(hit, scene).items():
        found[name] = scene.folded.span(*part)
    if (date := dated(hit, scene)) is not None:
        found["dated"] = scene.folded.span(*date)
    frame = scene.frame(hit.start) if hit.place is None else None
    if frame is not None:
        for name in ("verb", "object", "rest"):
            span = getattr(frame, name)
            if span is not None:
                found[name] = scene.folded.span(*span)
        first, last = scene.clause(hit.start)[1], scene.clause(max(hit.start, hit.end - 1))[1]
        if scene.lang == "en" and frame.rest is not None and first < last:
            found["rest"] = scene.folded.span(frame.rest[0], last)  # the hit goes on behind a comma
    for name, value in hit.captures.items():
        found[name] = value if isinstance(value, str) else scene.folded.span(*value)
    return found


def _candidates(rule: Rule, hit: Hit, scene: Scene, lang: str) -> Iterator[Candidate]:
    from ..rewrite.plan import Candidate

    script = _script(scene)
    for rewrite in rule.rewrites:
        target = _target(rewrite, hit, scene)
        if target is None or (rewrite.where is not None and not holds(rewrite.where, scene, hit)):
            continue
        wording = _worded(rewrite.wording, script)
        if wording and target != (0, len(scene.message.text)) and _said(wording, scene):
            wording = ""  # it stands in the message already: once is enough
        elif wording and rewrite.target in ("clause", "sentence"):
            wording = _concerning(wording, script, hit, scene, rewrite.target, rule)
        swaps = {
            key: worded
            for key, each in rewrite.swaps
            if (worded := _worded(each, script)) is not None
        }
        yield Candidate(target, wording, swaps, rewrite.safety, _title(rewrite, wording, lang))


def _smaller(rule: Rule, hit: Hit, scene: Scene, lang: str) -> Iterator[Candidate]:
    """The rewrites of a sentence for the clause alone, then with the date of the clause kept.

    None of half a condition: the other half would hang in the air.
    """
    from ..rewrite.plan import Candidate
    from ..rewrite.template import placeholders

    if not any(map(str.isdigit, scene.text[slice(*scene.sentence(hit.start))])):
        return  # no figure or date was at stake
    if scene.text.startswith(_IF, scene.clause(hit.start)[0]):
        return
    script = _script(scene)
    for rewrite in rule.rewrites:
        wording = _worded(rewrite.wording, script)
        if rewrite.target not in ("clause", "sentence") or not wording or placeholders(wording):
            continue
        if _said(wording, scene) or (
            rewrite.where is not None and not holds(rewrite.where, scene, hit)
        ):
            continue
        target = scene.folded.span(
            scene.clause(hit.start)[0], scene.clause(max(hit.start, hit.end - 1))[1]
        )
        title = _title(rewrite, wording, lang)
        if rewrite.target == "sentence":
            yield Candidate(
                target,
                _concerning(wording, script, hit, scene, "clause", rule),
                {},
                rewrite.safety,
                title,
            )
        if script != "en":
            continue
        yield Candidate(target, wording.rstrip(".?!") + " ({dated})", {}, rewrite.safety, title)


def _concerning(wording: str, script: str, hit: Hit, scene: Scene, target: str, rule: Rule) -> str:
    """A wording that replaces a clause and copies nothing of it says what it is about first."""
    from ..rewrite.template import placeholders

    open_ = rule.id.partition(".")[0] not in _DISCREET
    matter = None if placeholders(wording) else about(hit, scene, open_)
    name = "{about}"
    whole = target == "sentence" or hit.end > scene.clause(hit.start)[1]
    if matter is None and whole and open_ and not placeholders(wording):
        matter, name = wanted(hit, scene), "{wanted}"
    if matter is None or scene.message.text[slice(*scene.folded.span(*matter))] in wording:
        return wording
    if script == "en":
        mine = wording.startswith(("I ", "I'", "I’"))
        return f"about {name}: " + (wording if mine else wording[0].lower() + wording[1:])
    return ("關於" if script == "hant" else "关于") + name + "，" + wording


def _target(rewrite: Rewrite, hit: Hit, scene: Scene) -> Span | None:
    """The original span that a rewrite replaces."""
    size = len(scene.message.text)
    name = rewrite.target
    if name == "start":
        return 0, 0
    if name == "end":
        return size, size
    if name == "message":
        return 0, size
    if name == "match":
        return _span(hit, scene)
    if name in ("clause", "sentence"):
        first = scene.stretch(hit.start, name)
        last = scene.stretch(max(hit.start, hit.end - 1), name)
        return scene.folded.span(min(first[0], hit.start), max(last[1], hit.end))
    captured = _captures(hit, scene).get(name)
    return None if captured is None or isinstance(captured, str) else captured


def _said(wording: str, scene: Scene) -> bool:
    """Whether a wording of some length that copies nothing stands in the message as it is."""
    plain = wording.replace("{{", "{").replace("}}", "}")
    return len(plain) >= _PHRASE and plain in scene.message.text


def _worded(wording: Wording | None, script: str) -> str | None:
    return None if wording is None else getattr(wording, script)


def _script(scene: Scene) -> str:
    if scene.lang == "en":
        return "en"
    return "hant" if scene.script == "Hant" else "hans"


def _title(rewrite: Rewrite, wording: str | None, lang: str) -> str:
    if rewrite.title is not None:
        text = rewrite.title
    elif rewrite.target in ("start", "end"):
        text = _TITLES["insert"]
    else:
        text = _TITLES["delete" if wording == "" else "replace"]
    return text.zh if lang == "zh" else text.en


def named(captures: Mapping[str, Span | str], scene: Scene) -> dict[str, str]:
    """Captures as the words they stand for, for the sentence of a finding."""
    text = scene.message.text
    return {
        name: value if isinstance(value, str) else text[slice(*scene.folded.span(*value))]
        for name, value in captures.items()
    }
