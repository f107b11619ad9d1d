"""Frames of English clauses: who acts, in what mood, how pressed, how sure, and what is denied."""

from __future__ import annotations

import pytest

from tests.engine.shared_pack import frame, frames, scene

ORDERS = [
    "Call us now.",
    "You must send the documents today.",
    "You have to call us.",
    "You will upload that payslip before lunch.",
    "Please respond immediately.",
    "Hurry up with that claim form.",
    "I need you to pay this.",
    "I want that report on my desk by noon.",
    "Now.",
    "No exceptions.",
    "The balance is open so log on and pay it this second",
    "Just sign the form and stop wasting my time.",
    "So you go back right away",
    "Don't you dare close this window.",
    "Period.",
    "Your documents must reach us by five sharp.",
]


@pytest.mark.parametrize("text", ORDERS)
def test_customers_are_ordered_about_under_pressure(text: str) -> None:
    found = frame(text)
    assert found.mood == "order"
    assert found.actor in ("customer", "nobody")
    assert found.pressure
    assert (found.softened, found.reported, found.hypothetical) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("We will call you.", "agent"),
        ("I'm ringing the merchant straight away.", "agent"),
        ("Our team must release it this afternoon.", "agent"),
        ("You must be 18 or over.", "customer"),
        ("You can call us any time.", "customer"),
        ("You don't have to decide today.", "customer"),
        ("The court must decide now.", "third"),
        ("The form must be signed by both.", "nobody"),
        ("It must be approved by you.", "nobody"),
        ("Transfers are immediate.", "nobody"),
        ("I want that onesie.", "agent"),
    ],
)
def test_what_is_told_is_no_order(text: str, actor: str) -> None:
    found = frame(text)
    if actor == "customer" and found.softened:
        assert found.mood in ("statement", "request")
    else:
        assert found.mood == "statement"
    assert found.actor == actor


@pytest.mark.parametrize(
    ("text", "softened"),
    [
        ("Please send the form.", False),
        ("Please don't share your PIN.", False),
        ("Can you send it?", True),
        ("Could you please send it immediately?", True),
        ("Please call at your convenience.", True),
        ("Would you mind sending the form?", True),
    ],
)
def test_requests(text: str, softened: bool) -> None:
    found = frame(text)
    assert (found.mood, found.softened) == ("request", softened)


def test_what_is_merely_needed_presses_nobody() -> None:
    found = frame("You'll need to contact the aftersales team.")
    assert (found.mood, found.pressure) == ("order", ())


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("If you don't pay, we will sue.", ["condition", "consequence"]),
        ("Unless you pay today, we take the car.", ["condition", "consequence"]),
        ("Once you've signed, send it to us.", ["condition", "order"]),
        ("Pay by noon, or we send the sheriff.", ["order", "consequence"]),
    ],
)
def test_conditions_and_what_follows_them(text: str, moods: list[str]) -> None:
    assert [each.mood for _, each in frames(text)] == moods
    assert frame(text).hypothetical


@pytest.mark.parametrize(
    "text", ["Who do you think you are?", "Why didn't you read it?", "Can't you read?"]
)
def test_rhetorical_questions_deny_nothing(text: str) -> None:
    found = frame(text)
    assert (found.mood, found.negations) == ("rhetorical", ())


@pytest.mark.parametrize(
    "text", ["Must you visit the branch?", "Do you have the form?", "What did the screen say?"]
)
def test_questions(text: str) -> None:
    assert frame(text).mood == "question"


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("we do not guarantee returns", "guarantee", True),
        ("no one can guarantee that", "guarantee", True),
        ("never share your pin", "share", True),
        ("no doubt it is guaranteed", "guaranteed", False),
        ("the return is guaranteed, not the capital", "guaranteed", False),
        ("it does not refund but you can transfer", "transfer", False),
    ],
)
def test_negation_reaches_to_the_end_or_the_turn(text: str, word: str, denied: bool) -> None:
    assert frames(text)[0][1].negated(text.index(word)) is denied


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Your loan is definitely approved.", "high"),
        ("We do not guarantee returns.", "none"),
        ("It might take a week.", "low"),
        ("It takes a week.", "none"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert frame(text).certainty == certainty


@pytest.mark.parametrize(
    "text", ["They told you to pay now.", "You said you paid.", "Somebody claiming to be us rang."]
)
def test_other_peoples_words_are_reported(text: str) -> None:
    assert frame(text).reported


def test_the_agents_own_words_are_not() -> None:
    assert not frame("I said you must pay now.").reported


@pytest.mark.parametrize(
    ("text", "verb", "thing", "rest"),
    [
        ("call the branch immediately", "call", "the branch", "call the branch"),
        ("you must sign the form", "sign", "the form", "sign the form"),
        ("please reply", "reply", None, "reply"),
        ("thank you", None, None, "thank you"),
    ],
)
def test_what_a_rewrite_copies(text: str, verb: str | None, thing: str | None, rest: str) -> None:
    found, folded = frame(text), scene(text).text
    spans = (found.verb, found.object, found.rest)
    assert tuple(s and folded[slice(*s)] for s in spans) == (verb, thing, rest)


def test_now_at_the_front_only_goes_on() -> None:
    assert frame("Now open the app.").pressure == ()
    assert frame("Open the app now.").pressure == ("time",)
