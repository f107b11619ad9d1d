"""What is too much for the loop, or too late for a proposal, and what is then answered."""

from __future__ import annotations

import pytest

from replylint.config import Config
from replylint.serve import desk as module
from replylint.serve.bodies import Options
from replylint.serve.desk import Deadline, Desk, HeavyError
from replylint.serve.trouble import TroubleError
from tests.serve.serving import PACK, Served

MANY = {"text": "立即处理。" * 9}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(Config().with_options({"packs": [str(PACK)], "glossary": [], "channel": "sms"}))


def test_a_message_of_which_much_is_said_is_left_to_a_thread(desk: Desk, served: Served) -> None:
    with pytest.raises(HeavyError):
        desk.check(MANY, Options())
    answer = desk.check(MANY, Options(), Deadline(60))
    assert answer.row["proposal"] == "及时处理。" * 9
    assert served.post("/v1/check", MANY).json["proposal"] == answer.row["proposal"]
    batch = served.post("/v1/batch", {"messages": [MANY, {"text": "您好"}] * 5}).json["results"]
    assert [row["decision"] for row in batch] == ["revise", "allow"] * 5


def test_without_a_proposal_in_time_the_findings_are_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", -1.0)
    row = desk.check(MANY, Options(), Deadline(60)).row
    assert len(row["findings"]) == 9
    assert (row["decision"], row["proposal"]) == ("revise", None)
    assert row["incomplete"] == [{"reason": "no proposal was found in time", "rule": None}]


def test_work_nobody_waits_for_ends(desk: Desk) -> None:
    deadline = Deadline(60)
    deadline.dropped = True
    for work in (desk.check, desk.rewrite):
        with pytest.raises(TroubleError):
            work(MANY, Options(), deadline)


def test_a_message_has_what_the_settings_say(desk: Desk) -> None:
    assert desk.message({"text": ""}).channel == "sms"
    assert desk.message({"text": "", "channel": "chat"}).channel == "chat"
