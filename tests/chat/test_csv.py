"""CSV and TSV: columns by name and content, every encoding, every broken row at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import chat
from replylint.errors import UsageError
from tests.chat.reading import OPEN, both, one, read, refused, times, told, written

ZH = """会话ID,发送时间,发送方,坐席工号,消息内容,渠道,技能组,备注
c1,2026-03-02 09:15:00,客户,A01,"你好,
我的卡被冻结了",在线,投诉,急
c1,2026-03-02 09:15:40,坐席,A01,您好，正在为您查询,在线,投诉,
c2,2026/3/2 下午3:05,机器人,,请问有什么可以帮您,在线,咨询,
"""


def test_columns_are_found_by_their_names(tmp_path: Path) -> None:
    first, second = read(written(tmp_path / "a.csv", ZH))
    assert told(first) == ["customer: 你好,\n我的卡被冻结了", "agent A01: 您好，正在为您查询"]
    assert (first.id, first.channel, first.queue) == ("c1", "chat", "投诉")
    assert [m.id for m in first.messages] == ["L2", "L4"]
    assert first.messages[0].meta == {"备注": "急"}
    assert told(second) == ["bot: 请问有什么可以帮您"]
    assert times(second) == ["2026-03-02T15:05:00+00:00"]
    assert first.meta == {"tz": "UTC, assumed"}


def test_names_in_english_and_a_zone(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        "Conversation ID;Message ID;Sent At;Sender Type;Sender Name;Body\n"
        "7;m1;2026-03-02T09:15:00Z;End-User;Lee;Hello\n"
        "7;m2;2026-03-02 17:16:00;Agent;Kim;Good afternoon\n",
    )
    found = one(path, tz="Asia/Shanghai", queue="complaint", channel="chat")
    assert told(found) == ["customer Lee: Hello", "agent Kim: Good afternoon"]
    assert times(found) == ["2026-03-02T09:15:00+00:00", "2026-03-02T17:16:00+08:00"]
    assert (found.channel, found.queue, found.meta) == ("chat", "complaint", {})
    assert [m.id for m in found.messages] == ["m1", "m2"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16", b""), ("gb18030", b"")],
)
def test_encodings_are_recognised(encoding: str, mark: bytes, tmp_path: Path) -> None:
    first, _ = read(written(tmp_path / "a.csv", mark + ZH.encode(encoding)))
    assert told(first)[1] == "agent A01: 您好，正在为您查询"


def test_big5_is_recognised(tmp_path: Path) -> None:
    text = "會話ID,發送時間,角色,訊息內容\n1,2026-01-05 10:00:00,客服,您好，請問需要什麼服務\n"
    assert told(one(written(tmp_path / "a.csv", text.encode("big5")))) == [
        "agent: 您好，請問需要什麼服務"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5"])
@pytest.mark.parametrize("named", [False, True])
def test_encodings_of_large_files(encoding: str, named: bool, tmp_path: Path) -> None:
    rows = "".join(
        f"{n // 40},2026-03-02 09:15:00,客服,您好，{'請稍候' * 20}\n" for n in range(45_000)
    )
    path = written(tmp_path / "a.csv", f"session,time,role,text\n{rows}".encode(encoding))
    assert path.stat().st_size > 6 << 20
    assert chat.sniff(path) == "csv"
    found = next(chat.read(path, chat.Options(encoding=encoding if named else "auto")))
    assert not isinstance(found, chat.Unread)
    assert (found.id, len(found.messages), found.messages[0].text[:3]) == ("0", 40, "您好，")


def test_a_late_change_of_encoding_is_found_in_a_large_file(tmp_path: Path) -> None:
    row = "c1,2026-03-02 09:15:00,customer,hello there and some more words\n"
    text = "session,time,role,text\n" + row * 90_000 + "c1,2026-03-02 09:15:00,客服,您好\n"
    found = one(written(tmp_path / "a.csv", text.encode("gb18030")))
    assert len(found.messages) == 90_001
    assert told(found)[-1] == "agent: 您好"


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    row = "c1,2026-03-02 09:15:00,customer,您好 hello there and some more words\n"
    data = ("session,time,role,text\n" + row * 80_000).encode() + b"c1,,customer,\xff\xfe\xff\n"
    assert "a.csv:80002:1: bytes that are not valid utf-8" in refused(
        written(tmp_path / "a.csv", data)
    )


def test_rows_that_cannot_be_read_are_listed_and_the_others_kept(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        "session,time,role,text\n"
        "1,2026-03-02 09:15:00,agent,hello\n"
        "1,2026-03-02 09:16:00,agent,one, two\n"
        "1,yesterday,agent,hello\n"
        ",2026-03-02 09:17:00,agent,hello\n"
        '1,2026-03-02 09:18:00,agent,"he said "no" to it"\n'
        "1,2026-03-02 09:19:00\n"
        "\n"
        "1,2026-03-02 09:20:00,agent,bye,,\n",
    )
    (found,), unread = both(path)
    assert told(found) == ["agent: hello", "agent: bye"]
    assert [each.line for each in unread] == [3, 4, 5, 6, 7]
    assert unread[0].reason == "it has 5 cells, the header has 4"
    assert 'column "time": not a time' in unread[1].reason
    assert 'column "session"' in unread[2].reason
    assert "not doubled" in unread[3].reason
    assert all("hello" not in each.reason and each.hint for each in unread)


def test_names_that_cannot_be_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'session,"text,role\n1,hello,agent\n')
    assert "a.csv:1: the line of names: a quotation mark is opened" in refused(path)


def test_a_quotation_mark_that_is_never_closed_costs_its_row_only(tmp_path: Path) -> None:
    rows = "".join(f"1,2026-03-02 09:15:00,agent,line {n}\n" for n in range(20))
    path = written(
        tmp_path / "a.csv",
        f'session,time,role,text\n1,2026-03-02 09:00:00,customer,"oh\n{rows}',
    )
    (found,), unread = both(path)
    assert len(found.messages) == 20
    assert [(each.line, each.reason) for each in unread] == [
        (2, "a quotation mark is opened and not closed")
    ]


def test_rows_of_a_conversation_that_lie_apart_are_put_together(tmp_path: Path) -> None:
    rows = [
        f"c{n % 7},2026-03-02 09:{n % 60:02}:00,{'agent' if n % 2 else 'customer'},say {n}\n"
        for n in range(700)
    ]
    path = written(tmp_path / "a.csv", "session,time,role,text\n" + "".join(rows) + "x\n")
    conversations, unread = both(path)
    assert sorted(each.id for each in conversations) == [f"c{n}" for n in range(7)]
    assert [len(each.messages) for each in conversations] == [100] * 7
    assert all(
        [m.time for m in each.messages] == sorted(m.time for m in each.messages if m.time)
        for each in conversations
    )
    assert [each.line for each in unread] == [702]


def test_the_mapping_wins(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "text,said,k,session,role\nnever this,hello,9,wrong,agent\n")
    found = one(path, mapping={"said": "text", "k": "conversation", "text": "meta"})
    assert (found.id, told(found)) == ("9", ["agent: hello"])
    assert found.messages[0].meta == {"text": "never this", "session": "wrong"}


def test_a_mapping_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "text,session,role\nhello,9,agent\n")
    assert 'no column "txt"' in refused(path, mapping={"txt": "text"})
    with pytest.raises(UsageError, match='"words" is no field'):
        next(chat.read(path, chat.Options(mapping={"text": "words"})))


def test_a_file_may_be_one_conversation(tmp_path: Path) -> None:
    path = written(tmp_path / "call 7.csv", "role,text\nagent,hello\ncustomer,hi\n")
    assert 'no column is a conversation\'s id; its columns are "role", "text"' in refused(path)
    found = one(path, mapping={"*": "conversation"})
    assert (found.id, told(found)) == ("call 7", ["agent: hello", "customer: hi"])


def test_two_columns_for_one_thing_are_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "session_id,ticket_id,role,text\n1,2,agent,hello\n")
    assert 'several columns could be the conversation: "session_id", "ticket_id"' in refused(path)


def test_columns_without_names_are_found_by_what_stands_in_them(tmp_path: Path) -> None:
    rows = [
        "s1,2026-03-02 09:15:00,客户,我想查一下我的账单为什么多了",
        "s1,2026-03-02 09:16:00,客服,您好，我马上为您查询，请稍候",
    ]
    path = written(tmp_path / "a.csv", "\n".join(rows) + "\n")
    found = one(path, mapping={"1": "conversation"}, format="csv")
    assert told(found) == [
        "customer: 我想查一下我的账单为什么多了",
        "agent: 您好，我马上为您查询，请稍候",
    ]
    assert times(found)[0] == "2026-03-02T09:15:00+00:00"


def test_the_errors_of_a_table_without_names_show_none_of_its_words(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "s1,2026-03-02 09:15:00,客户,我的密码是一二三\n" * 3)
    assert "密码" not in refused(path, format="csv")


def test_date_and_time_of_day_in_two_columns(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "会话ID,日期,时间,角色,内容\n1,2026年3月2日,9:05,客服,您好\n"
    )
    assert times(one(path)) == ["2026-03-02T09:05:00+00:00"]


def test_the_order_of_day_and_month_is_found_in_the_whole_file(tmp_path: Path) -> None:
    head = "session,time,role,text\n1,03/04/2026 09:00,agent,a\n"
    path = written(tmp_path / "a.csv", head + "1,13/04/2026 10:00,agent,b\n")
    assert times(one(path))[0] == "2026-04-03T09:00:00+00:00"
    path = written(tmp_path / "b.csv", head + "1,04/13/2026 10:00,agent,b\n")
    assert times(one(path))[0] == "2026-03-04T09:00:00+00:00"
    path = written(tmp_path / "c.csv", head)
    assert "day-month-year or month-day-year" in refused(path)
    assert times(one(path, dates="mdy")) == ["2026-03-04T09:00:00+00:00"]


def test_dates_whose_orders_contradict_each_other_are_told_with_their_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        "session,time,role,text\n1,13/04/2026 09:00,agent,a\n1,04/25/2026 09:00,agent,a\n",
    )
    message = refused(path)
    assert "a.csv:3: dates in orders that contradict each other" in message
    assert "line 2 has day-month-year" in message


@pytest.mark.parametrize("name", ["IsSender", "is_agent"])
def test_a_yes_and_a_no_are_roles_where_the_column_says_whose(name: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", f"session,{name},text\n1,1,hello\n1,0,hi\n")
    assert told(one(path)) == ["agent: hello", "customer: hi"]


def test_incoming_is_the_customer(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "ticket_id,incoming,text\n1,true,hello\n1,false,hi\n")
    assert told(one(path)) == ["customer: hello", "agent: hi"]


def test_the_parties_on_a_row_name_the_author(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        "会话ID,客户姓名,坐席姓名,发送人,消息内容\n1,李明,王芳,李明,您好\n1,李明,王芳,王芳,在的\n",
    )
    assert told(one(path)) == ["customer 李明: 您好", "agent 王芳: 在的"]


def test_words_of_the_role_column_that_are_not_known_are_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "session,role,text\n1,甲方,hello\n1,乙方,hi\n")
    assert '"甲方" (1), "乙方" (1)' in refused(path)
    found = one(path, roles={"甲方": "agent", "乙方": "customer"})
    assert told(found) == ["agent: hello", "customer: hi"]


def test_what_was_sent_that_is_no_words_has_its_kind(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "session,role,text,消息类型\n1,agent,,图片\n1,agent,hello,文本\n"
    )
    found = one(path)
    assert [m.meta.get("kind") for m in found.messages] == ["图片", None]


@pytest.mark.parametrize("above", ["sep=;\n", "三月会话导出\n\n", "Report;;;\nMarch;;;\n"])
def test_what_stands_above_the_names(above: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", f"{above}session;role;text;time\n1;agent;hello;\n")
    assert told(one(path)) == ["agent: hello"]
    assert one(path).messages[0].id == f"L{above.count(chr(10)) + 2}"


def test_the_zone_may_stand_in_the_name_and_a_language_is_as_messages_have_it(
    tmp_path: Path,
) -> None:
    for name in ("发送时间（北京时间）", "time (Asia/Taipei)", "time(UTC+8)"):
        path = written(
            tmp_path / "a.csv",
            f"session,role,text,{name},lang\n1,agent,x,2026-03-02 09:00:00,zh-TW\n",
        )
        assert times(one(path)) == ["2026-03-02T09:00:00+08:00"]
        assert one(path).lang == "zh-Hant"


def test_tabs_and_a_header_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "a.tsv", "session\trole\ttext\n1\tagent\thello, you\n")
    assert chat.sniff(path) == "tsv"
    assert told(one(path)) == ["agent: hello, you"]
    path = written(tmp_path / "b.csv", "session,role,text\n")
    assert "there are no messages in it" in refused(path, roles=OPEN)
    assert "is empty" in refused(written(tmp_path / "c.csv", "\n"), format="csv")


def test_a_body_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        'session,role,channel,body\n1,agent,email,"<p>Dear Ms Li,</p><p>it is <b>done</b>.</p>'
        '<blockquote>please hurry</blockquote>"\n',
    )
    (message,) = one(path).messages
    assert message.text == "Dear Ms Li,\nit is done."
    body = message.meta["body"]
    start = message.text.index("done")
    assert body.raw[slice(*body.span(start, start + 4))] == "done"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("names", "row"),
    [
        ("会话ID,客户姓名,客服姓名,发送者,发送时间,内容", "1,李明,小王,小王,2026/3/2 9:00,您好"),
        ("会话编号,消息时间,消息发送方,坐席工号,聊天内容", "1,2026-03-02 09:00:00,坐席,A1,您好"),
        ("對話編號,發送時間,發送方,訊息內容", "1,2026/03/02 上午 09:00:00,專員,您好"),
        ("工单编号,创建人,创建时间,处理内容,处理人类型", "1,小王,2026-03-02 09:00,您好,客服"),
        ("录音编号,说话人,开始时间,结束时间,文本", "1,客服,0,1200,您好"),
        (
            "conv_id,agent_name,client_name,from_type,content,created_on",
            "1,K,L,agent,您好,2026-03-02",
        ),
        ("Case Number,Message Date,From Name,From Role,Message Text", "1,3/25/2026,K,Agent,您好"),
        ("chatId,timestamp,direction,text,agentId", "1,1772442900123,outbound,您好,A1"),
        ("日期,时间,会话号,发言角色,话术", "2026-03-02,09:00:00,1,坐席,您好"),
    ],
)
def test_heads_of_many_desks(names: str, row: str, tmp_path: Path) -> None:
    mapping = {name: "meta" for name in ("created_on", "Message Date") if name in names}
    found = one(written(tmp_path / "a.csv", f"{names}\n{row}\n"), mapping=mapping, roles={})
    assert (found.id, found.messages[0].role, found.messages[0].text) == ("1", "agent", "您好")


def test_cells_that_moved_are_noticed(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "session,role,time,text\n1,agent,hello,2026-03-02 09:00\n" * 3
    )
    assert 'the column "time" is called a time' in refused(path)
    path = written(tmp_path / "b.csv", "session,role,time,text\n1,agent,09:00,hello\n")
    assert "with their dates" in refused(path)
    assert told(one(path, mapping={"time": "meta"})) == ["agent: hello"]
