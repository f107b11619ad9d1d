"""Words by which exports say who speaks: values of role columns, and names that name an office."""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Role

WORDS: dict[Role, str] = {
    Role.AGENT: """
        agent admin staff operator teammate employee representative rep csr cs service support
        advisor adviser consultant seller merchant shop store host assignee manager internal
        outbound outgoing out sent send reply replied team owner helpdesk human business
        customer_service customerservice service_agent human_agent support_agent live_agent
        banker teller collector supervisor page servicer kf me self company 客服 客服人员
        客服人員 人工客服 人工 坐席 座席 坐席人员 席位 坐席端 客服端 员工 員工 专员 專員
        客服专员 客服專員 客户经理 客戶經理 理财经理 理財專員 顾问 顧問 商家 卖家 賣家 店家 店铺
        服务人员 服務人員 业务员 業務員 接待人 接待 班长 主管 催收员 催收員 银行 銀行 工作人员
        行员 行員 发送 发出 呼出 出 我 我方 己方 客服回复 回复 回覆 オペレーター 担当者 担当
    """,
    Role.CUSTOMER: """
        customer client user visitor guest end-user end_user enduser contact lead requester
        consumer buyer member caller inbound incoming in received receive recv external asker
        borrower debtor policyholder cardholder participant questioner patron subscriber
        customers clients users complainant reporter 客户 客戶 顾客 顧客 用户 用戶 访客 訪客
        买家 買家 会员 會員 消费者 消費者 来电人 来电者 來電者 咨询者 咨询人 諮詢者 投诉人
        投訴人 客户端 用户端 访客端 接收 收到 呼入 进 入 对方 對方 家长 患者 业主 业务客户
        借款人 持卡人 投保人 お客様 お客さま ユーザー
    """,
    Role.BOT: """
        bot robot chatbot assistant ai auto automated automation virtual_agent virtualagent
        virtual_assistant ivr autoreply auto_reply autoresponder botmessage 机器人 機器人
        智能客服 智能助手 智能助理 自动回复 自動回覆 自動回復 虚拟客服 虛擬客服 语音机器人
        小助手 ボット
    """,
    Role.SYSTEM: """
        system sys notice notification event system_message service_message info trigger 系统
        系統 系统消息 系統訊息 系統消息 系统提示 系统通知 系統通知 通知 提示 システム
    """,
}
"""Words of role columns, without case; a blank in one is written as an underscore."""

_BY_WORD = {word: role for role, words in WORDS.items() for word in words.split()}

_OFFICES = (
    (
        Role.BOT,
        r"机器人|機器人|智能客服|智能助[手理]|虚拟客服|虛擬客服|自动回复|自動回[覆复]|\b(?:chat)?bot\b",
    ),
    (
        Role.SYSTEM,
        r"^(?:系统消息|系統訊息|系統消息|系统通知|系統通知|系统|系統|system(?: message)?)$",
    ),
    (
        Role.AGENT,
        (
            r"客服|坐席|座席|[在线上專专]线?专员|服务专员|服務專員|客户经理|客戶經理|理财经理|理財專員|"
            r"官方(?:旗舰|账号|帳號)|工作人员|工作人員|"
            r"\b(?:customer (?:service|care|support)|support (?:team|agent)|help ?desk|"
            r"service desk|live agent)\b|^(?:support|agent)\b"
        ),
    ),
)


def role_of(word: str) -> Role | None:
    """The role a value of a role column means, None for a word that is not known.

    >>> role_of("坐席"), role_of("End-User"), role_of("???")
    (<Role.AGENT: 'agent'>, <Role.CUSTOMER: 'customer'>, None)
    """
    return _BY_WORD.get(word.strip().casefold().replace(" ", "_"))


@lru_cache(maxsize=1 << 16)
def office_of(name: str) -> Role | None:
    """The role that a name says itself (人民银行客服, Support Team, 智能助手), else None."""
    for role, pattern in _offices():
        if pattern.search(name):
            return role
    return None


@lru_cache(maxsize=1)
def _offices() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(pattern, re.I)) for role, pattern in _OFFICES)
