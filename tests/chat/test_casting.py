"""Who speaks for the house: which word decides, and what is asked when none does."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import chat
from replylint.errors import UsageError
from replylint.model import Role
from tests.chat.reading import OPEN, both, one, refused, told, written

NAMES = "session,sender,text\n1,Kim,hello\n1,Lee,hi\n2,Kim,hello\n2,Bo,hi\n"


def roles(path: Path, **options: object) -> dict[str | None, Role]:
    conversations, _ = both(path, **options)
    return {m.author: m.role for each in conversations for m in each.messages}


def test_the_other_person_is_the_customer(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", NAMES)
    assert roles(path, roles={"kim": "agent"}) == {
        "Kim": "agent",
        "Lee": "customer",
        "Bo": "customer",
    }


def test_two_people_whom_nothing_names_are_asked_about(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", NAMES + "1,Bo,me too\n")
    conversations, unread = both(path, roles={"Kim": "agent"})
    assert [each.id for each in conversations] == ["2"]
    assert [(each.line, each.reason) for each in unread] == [
        (3, 'it is open who is an agent and who a customer: "Lee" (1), "Bo" (1)')
    ]
    assert unread[0].hint is not None
    assert "roles" in unread[0].hint
    assert roles(path, roles={"Kim": "agent", **OPEN})["Bo"] == "customer"


def test_an_agents_file(tmp_path: Path) -> None:
    agents = written(tmp_path / "agents.txt", "\ufeff# shift A\nK01\tKIM\n\n李 明\n")
    path = written(tmp_path / "a.csv", NAMES)
    assert roles(path, agents=agents) == {"Kim": "agent", "Lee": "customer", "Bo": "customer"}
    assert "names no agent" in refused(path, agents=written(tmp_path / "b.txt", "# none\n"))
    assert "cannot be read" in refused(path, agents=tmp_path / "none.txt")


def test_the_export_is_believed_before_the_agents_file_and_the_mapping_before_both(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path / "a.csv", "session,sender,role,text\n1,Kim,customer,x\n1,Lee,agent,y\n"
    )
    agents = written(tmp_path / "agents.txt", "Kim\n")
    assert roles(path, agents=agents) == {"Kim": "customer", "Lee": "agent"}
    assert roles(path, agents=agents, roles={"Kim": "agent"})["Kim"] == "agent"
    assert roles(path, roles={"customer": "system"})["Kim"] == "system"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("在线客服", "agent"),
        ("某银行客服小美", "agent"),
        ("Customer Service 12", "agent"),
        ("Support Team", "agent"),
        ("智能助手", "bot"),
        ("HelpBot bot", "bot"),
        ("系统消息", "system"),
    ],
)
def test_names_that_name_an_office(name: str, role: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", f"session,sender,text\n1,{name},hello\n1,Lee,hi\n1,客服,x\n")
    assert roles(path) == {name: role, "Lee": "customer", "客服": "agent"}


def test_a_role_that_is_none(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", NAMES)
    with pytest.raises(UsageError, match=r'the role "agnet".*did you mean "agent"'):
        next(chat.read(path, chat.Options(roles={"Kim": "agnet"})))


def test_numbers_and_addresses_of_people_are_masked_where_they_are_asked_about(
    tmp_path: Path,
) -> None:
    path = written(
        tmp_path / "a.csv", "session,sender,text\n1,13800138000,hello\n1,lee.min@example.com,hi\n"
    )
    message = refused(path)
    assert '"1•••••••000" (1), "l•••@example.com" (1)' in message


def test_the_author_may_be_nobody(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "session,sender,text\n1,,hello\n")
    assert "nothing says who wrote" in refused(path)


def test_settings_become_options(tmp_path: Path) -> None:
    from replylint.config import load

    written(tmp_path / "agents.txt", "Kim\n")
    written(
        tmp_path / "replylint.toml",
        'channel = "phone"\n[chat]\nagents = "agents.txt"\ntz = "Asia/Taipei"\n'
        'mapping = { "said" = "text" }\nroles = { "Bo" = "bot" }\n',
    )
    path = written(tmp_path / "a.csv", "session,sender,said,time\n1,Kim,x,2026-03-02 09:00:00\n")
    options = chat.options(load(tmp_path).settings(), queue="loans", tz=None)
    found = next(chat.read(path, options))
    assert not isinstance(found, chat.Unread)
    assert told(found) == ["agent Kim: x"]
    assert (found.channel, found.queue) == ("phone", "loans")
    assert str(found.messages[0].time) == "2026-03-02 09:00:00+08:00"
    assert one(path, agents=tmp_path / "agents.txt", mapping={"said": "text"}).meta == {
        "tz": "UTC, assumed"
    }
