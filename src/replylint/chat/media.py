"""Placeholders that messengers export where something was sent that is no words."""

from __future__ import annotations

import re
from functools import lru_cache

_THINGS = (
    "photo|image|picture|video|audio|voice message|voice|sticker|gif|document|file|contact card|"
    "contact|location|album|call|missed call|gift|link|note|media|"
    "图片|照片|视频|语音|语音消息|文件|表情|动画表情|位置|名片|红包|转账|链接|小程序|聊天记录|音乐|通话|"
    "圖片|相片|影片|視頻|語音訊息|語音|檔案|貼圖|位置資訊|聯絡資訊|相簿|禮物|"
    "写真|動画|スタンプ|ボイスメッセージ|ファイル|連絡先|位置情報|アルバム"
)


@lru_cache(maxsize=4096)
def media_of(text: str) -> str:
    """What was sent, "" where the text is words.

    >>> media_of("[贴图]"), media_of("<Media omitted>"), media_of("谢谢您")
    ('media', 'media', '')
    """
    return (
        "media" if len(text) < 120 and _pattern().fullmatch(text.strip("\u200e\u200f \n")) else ""
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\[(?:{_THINGS}|贴图)(?:[:：][^\]\n]*)?\]"
        rf"|<(?:media|{_THINGS}) (?:omitted|excluded)>"
        r"|<(?:媒体文件已忽略|省略多媒体文件|省略多媒體檔案|已略去媒體檔|省略媒體檔案|メディアは含まれていません)>"
        rf"|(?:{_THINGS}|contact card) omitted"
        r"|(?:图片|视频|音频|文档|贴图|GIF|动图|圖片|影片|音訊|文件|貼圖)(?:已)?(?:忽略|省略|略去)"
        r"|(?:已忽略|已略去|忽略|略過)(?:图片|视频|音频|文档|贴图|圖片|影片|音訊|文件|貼圖)"
        r"|<(?:attached|附件|附加檔案|添付ファイル)[:：][^>\n]*>"
        r"|[^\n<>]{1,80}\.\w{2,4} [(（]"
        r"(?:file attached|文件附件|檔案已附加|ファイルが添付されています)[)）]",
        re.I,
    )
