"""Words for channels: those of desks and exports, as the rules call them."""

from __future__ import annotations

WORDS = {
    "chat": """
        chat live_chat livechat webchat web_chat web_messaging messaging native_messaging im
        online app in_app conversation messenger whatsapp line telegram wechat wecom slack teams
        discord qq 在线 在線 在线客服 線上 線上客服 网页 網頁 网站 即时通讯 文字 微信 企业微信
        微信公众号 小程序 公众号 手机银行 手机app
    """,
    "email": "email e-mail mail 邮件 郵件 电子邮件 電子郵件 邮箱 電郵",
    "phone": """
        phone telephone call voice voip hotline phone_call phone_call_inbound phone_call_outbound
        电话 電話 热线 熱線 语音 語音 呼入 呼出 电话客服 通话
    """,
    "sms": "sms text_message mms 短信 簡訊 短訊 短消息",
    "letter": "letter post fax 信函 信件 信访 书面 函件 傳真 传真",
    "social": "social facebook twitter x instagram weibo 微博 社交 社交媒体 社群 抖音 小红书 贴吧",
}
_BY_WORD = {word: channel for channel, words in WORDS.items() for word in words.split()}

CHATS = frozenset(
    {"whatsapp", "line", "telegram", "discord", "messenger"}
    | {"slack", "wecom", "wechat", "qq", "teams"}
)
"""Formats that are of a messenger: their channel is chat unless the settings name one."""


def channel_of(word: str) -> str:
    """The channel a word means; the word itself where it is not known.

    >>> channel_of("在线"), channel_of("Phone Call"), channel_of("branch")
    ('chat', 'phone', 'branch')
    """
    return _BY_WORD.get(word.strip().casefold().replace(" ", "_"), word)
