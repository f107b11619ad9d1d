"""The names columns have in exports, in Chinese and English, best first."""

from __future__ import annotations

import re
from functools import lru_cache

# Per field, in groups with a slash between: of two columns the one in the earlier group is taken,
# two of one group are an ambiguity. Compared without case, blanks, underscores and brackets.
NAMES: dict[str, str] = {
    "conversation": """
        conversation_id conversation 会话id 會話id 会话编号 會話編號 对话id 對話id 对话编号
        對話編號 会话标识
        /
        session_id chat_id ticket_id case_id thread_id dialog_id dialogue_id interaction_id
        contact_id call_id engagement_id conv_id convo_id conversationkey sessionkey 会话号
        會話號 会话 會話 对话 對話 工单号 工單號 工单编号 工單編號 工单id 咨询id 諮詢id 咨询编号
        接待id 通话id 案件编号 案件編號 案号 聊天id 服务单号 流水号
        /
        录音编号 录音id 通话流水号 通话编号 case_number ticket_number 会话流水号 单号
        /
        session ticket thread case dialog dialogue talkerid talker talkername group_id room_id
        channel_id 聊天对象 对话对象 会话名称
    """,
    "id": """
        message_id msg_id 消息id 訊息id 消息编号 訊息編號 语句id 记录id utterance_id turn_id
        /
        id localid uuid 序号 編號 编号 row_id record_id event_id
    """,
    "time": """
        sent_at send_time message_time msg_time timestamp 发送时间 發送時間 消息时间 訊息時間
        聊天时间 发言时间 strtime formattedtime message_timestamp sent_time 回复时间
        /
        created_on time datetime created_at created create_time createddatetime 时间 時間
        日期时间 日期時間 创建时间 創建時間 建立時間 time_utc event_time ts sent 日時 送信日時
        记录时间 timestamp_ms date_sent sentdate
        /
        开始时间 開始時間 start_time start begin
    """,
    "date": """
        日期 date day 发送日期 聊天日期 消息日期
    """,
    "text": """
        text message_text 消息内容 訊息內容 聊天内容 聊天內容 对话内容 對話內容 message_content
        发送内容 發送內容 发言内容 会话内容 會話內容 msg_content strcontent message_body
        plain_body body_text utterance 回复内容 消息正文
        /
        处理内容 回复正文 body content message msg 内容 內容 消息 訊息 正文 话术 語句 语句 文本
        transcript comment メッセージ 本文 发言 sentence
    """,
    "role": """
        role from_role 处理人类型 创建人类型 sender_type sender_role author_type author_role
        speaker_role participant_role user_type from_type 角色 发送者类型 發送者類型 发送方类型
        發送方類型 发送人类型 发言人角色 发送方角色 發送方角色 发送人角色 消息方向 direction
        senderkind 发言角色 说话人角色 消息来源 发送角色 party author.type sender.type
        sender.role author.role speaker_type 身份 用户类型 人员类型 issender issend is_agent
        from_agent incoming is_customer inbound
    """,
    "author": """
        消息发送者 消息发送人 消息发送方 发言者 回复人 author sender sender_name author_name
        from speaker 发送方 發送方 发送人 發送人 发送者 發送者 发言人 發言人 说话人 說話人
        sender_id author_id from_name author.name sender.name from_user participant 发件人
        寄件者 senderdisplayname
        /
        创建人 创建者 user name username nickname 昵称 暱稱 姓名 用户名 user_id from_id
        from_nickname senderusername 账号 帳號 author.id sender.id 发送人id 发送者id
    """,
    "agent": """
        客服昵称 客服名称 坐席昵称 坐席号 服务人员 agent agent_id agent_name 坐席 座席 客服
        坐席工号 坐席姓名 坐席id 座席工號 客服工号 客服姓名 客服id 客服账号 客服人员 客服人員
        工号 員工編號 员工编号 员工姓名 坐席名称 坐席账号 staff staff_id staff_name assignee
        assignee_id operator operator_id 接待客服 接待人 owner 员工 客户经理 rep advisor
        employee_id 处理人 跟进人
    """,
    "customer": """
        买家昵称 买家账号 客户账号 访客昵称 用户昵称 用户姓名 client_name customer customer_id
        customer_name 客户 客戶 客户id 客戶id 客户姓名 客戶姓名 客户名称 客户号 客户编号
        客戶編號 访客id 访客 訪客 用户id 用戶id 买家 顾客 顧客 visitor visitor_id requester
        requester_id client client_id 访客名称 客户昵称 会员id
    """,
    "channel": """
        channel 渠道 管道 来源渠道 來源渠道 接入渠道 媒体类型 media_type medium channel_type
        会话渠道 沟通渠道 channel_name via
    """,
    "queue": """
        queue skill_group 技能组 技能組 队列 隊列 业务线 業務線 业务类型 業務類型 业务条线 group
        team 部门 部門 department 分组 skill 业务 queue_name 客服组 组别
    """,
    "lang": """
        lang language locale 语言 語言 语种 語種
    """,
    "audience": """
        audience 受众 受眾 客群
    """,
    "recipient": """
        recipient 收件人身份 身份核验 是否核身
    """,
    "kind": """
        message_type msg_type 消息类型 訊息類型 content_type 消息格式 内容类型
        /
        type 类型 類型 kind
    """,
    "meta": """
        meta
    """,
}


def plain(name: str) -> str:
    """A column's name as names are compared.

    >>> plain(" Conversation_ID "), plain("发送时间（北京时间）"), plain("sender.name")
    ('conversationid', '发送时间', 'sender.name')
    """
    name = re.sub(r"[（(\[【].*?[)）\]】]", "", name.strip().casefold())
    return re.sub(r"[\s_\-:：#*]+", "", name)


@lru_cache(maxsize=1)
def known() -> dict[str, list[tuple[str, int]]]:
    """By plain name: the fields a column of this name may be, and how good the name is."""
    found: dict[str, list[tuple[str, int]]] = {}
    for field, groups in NAMES.items():
        for rank, group in enumerate(groups.split("/")):
            for name in group.split():
                found.setdefault(plain(name), []).append((field, rank))
    return found
