"""Hides the middle of a value, keeping its separators: the forms that may be shown."""

from __future__ import annotations


def hide(value: str, head: int, tail: int, fill: str = "*") -> str:
    """``value`` with all but its first ``head`` and last ``tail`` letters and digits hidden.

    >>> hide("138-1234-5678", 3, 4)
    '138-****-5678'
    """
    places = [n for n, ch in enumerate(value) if ch.isalnum()]
    hidden = places[head : len(places) - tail] if tail else places[head:]
    shown = list(value)
    for n in hidden:
        shown[n] = fill
    return "".join(shown)


def last_four(value: str) -> str:
    """The last four digits and nothing else, which is what a card may show; right in any language.

    >>> last_four("6222 0212 3456 7890")
    '****7890'
    """
    return "****" + "".join(ch for ch in value if ch.isalnum())[-4:]


def as_written(mask: str, folded: str, original: str) -> str:
    """``mask`` with the characters it keeps as the writer wrote them: his script and capitals.

    ``mask`` was made of ``folded``, which ``original`` folds to. What it keeps at its beginning and
    end is taken from ``original`` where the two are as long; elsewhere it stays folded.

    >>> as_written("陈**", "陈小明", "陳小明"), as_written("l***@qq.com", "li@qq.com", "Li@QQ.com")
    ('陳**', 'L***@QQ.com')
    """
    if len(folded) != len(original):
        return mask
    most = min(len(mask), len(folded))
    head = next((n for n in range(most) if mask[n] != folded[n]), most)
    most -= head
    tail = next((n for n in range(most) if mask[-1 - n] != folded[-1 - n]), most)
    middle = mask[head : len(mask) - tail]
    return original[:head] + middle + (original[len(original) - tail :] if tail else "")
