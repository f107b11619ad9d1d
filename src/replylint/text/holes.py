"""The shapes of template holes and tags: where a program, or a person, will put something else.

Each is a regular expression over the original text. All are linear: what stands between brackets is
bounded or cannot hold another opening one, and repeats whose end is certain are possessive. They
begin with a character, not a look-behind, which is ten times faster to search for. A short bracket
group is only a hole when it reads like a name: a sentence in brackets is the writer's own.
"""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """A ``kind`` of stretch: tried when a trigger is in the text, ``trim`` cut off its end.

    Where ``pattern`` has a group, the group is the stretch.
    """

    kind: str
    triggers: tuple[str, ...]
    pattern: str
    trim: str = ""


# Words that speak to somebody. A group that holds one is a sentence, however short.
_SPEECH = (
    "请|請|您|你|妳|我|们|們|立即|立刻|即刻|马上|馬上|赶紧|趕緊|赶快|趕快|尽快|盡快|必须|必須|务必|"
    "務必|否则|否則|不要|不得|不许|不許|不准|吗|嗎|吧|呢|"
    "(?<![a-zA-Z])(?i:please|must|immediately|now|asap|urgent|you|pay|act)(?![a-zA-Z])"
)


def no_speech(inner: str) -> str:
    """A look-ahead: in a group of ``inner``, from here on, nobody is spoken to."""
    return f"(?!{inner}{{0,30}}?(?:{_SPEECH}))"


# What the name of a hole in 【】 ends in: unlike [], these mostly set off words of the text itself.
_NAMES = (
    "姓名|名字|昵称|暱稱|称呼|稱呼|名称|名稱|行名|客户|客戶|先生|女士|号|號|号码|號碼|日期|时间|時間|"
    "年月日|天数|天數|期限|金额|金額|余额|餘額|数字|數字|数量|數量|比例|利率|电话|電話|手机|手機|邮箱|"
    "郵箱|信箱|地址|链接|連結|鏈接|网址|網址|产品|產品|部门|部門|职位|職位|公司|网点|網點|城市|原因|"
    "[Xx]{1,9}|×{1,9}"
)
_MARKUP = (
    "a|abbr|b|blockquote|br|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|ol|p|pre|s|small|span|"
    "strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
_BRACKETED = r"[^\[\]［］【】<>＜＞]"
_ARGUMENT = r"(?:\([^\W\d]\w{0,60}\)|[0-9]{1,2}\$)"

SHAPES = (
    # {{#if x}} {{/if}} {{else}} {{end}} {% … %} {# … #}
    Shape(
        "control",
        ("{{",),
        r"\{\{[-~]?\s*+(?:[#/!>^]|(?:if|else|end|range|with)(?![\w]))[^{}]{0,200}+\}\}",
    ),
    Shape("control", ("{%",), r"\{%[^{}]{1,500}+\}(?<=%\})"),
    Shape("control", ("{#",), r"\{#[^{}]{1,500}+\}(?<=#\})"),
    # {{name}} {{{name}}} ${name} #{name} {name} {0:.2f} ｛姓名｝
    Shape("hole", ("{{",), r"\{\{\{?[^{}]{1,200}+\}\}\}?"),
    Shape("hole", ("${",), r"\$\{[^{}]{1,200}+\}"),
    Shape("hole", ("#{",), r"#\{[^{}]{1,200}+\}"),
    Shape("hole", ("{",), r"\{(?<!\{\{)[^{}\n，。！？；]{1,60}+\}(?!\})"),
    Shape("hole", ("｛",), r"｛[^｛｝\n，。！？；]{1,20}+｝"),
    # <% if x %> <%= name %>
    Shape("control", ("<%",), r"<%(?!=)(?:[^<%]|%(?!>)){1,300}+%>"),
    Shape("hole", ("<%=",), r"<%=(?:[^<%]|%(?!>)){1,300}+%>"),
    # %s %d %.2f %1$s %(name)s %NAME%; in 3%d or 50% discount the sign belongs to the number
    Shape("hole", ("%",), rf"%{_ARGUMENT}[-+#0]?[0-9.]{{0,6}}[a-zA-Z@]"),
    Shape(
        "hole", ("%",), r"%(?<![0-9%]%)[-+#0]?[0-9]{0,3}(?:\.[0-9]{1,3})?[sdifuxgec@](?![a-zA-Z])"
    ),
    Shape("hole", ("%",), r"%(?<![0-9%]%)[A-Za-z_][A-Za-z0-9_]{1,30}+%"),
    # $name $name$ $姓名$
    Shape("hole", ("$",), r"\$(?<![A-Za-z$]\$)[A-Za-z_][A-Za-z0-9_]{1,30}+\$?"),
    Shape("hole", ("$",), r"\$[^\W\d_]{1,10}+\$"),
    # #code#
    Shape("hole", ("#",), r"#(?<![A-Za-z0-9&#]#)[A-Za-z_][A-Za-z0-9_]{0,30}+#"),
    # [姓名] [Your Name] [今天/明天]; the text of a link is read, and [1] is a number
    Shape(
        "hole",
        ("[", "［"),
        rf"[\[［](?=\w){no_speech(_BRACKETED)}(?=[^\]］]{{0,30}}?[^\W\d_])"
        r"(?:\w[\w·./()（） -]{0,11}|[A-Za-z][A-Za-z0-9_./'& -]{0,30})[\]］](?!\()",
    ),
    Shape("hole", ("【",), rf"【{no_speech(_BRACKETED)}[\w ]{{0,8}}?(?:{_NAMES})】"),
    # <b> <a href="…"> </p> <!-- … -->
    Shape("code", ("<",), rf"</?(?:{_MARKUP})(?![\w-])[^<>]{{0,300}}+>|</[A-Za-z][\w-]{{0,30}}+>"),
    Shape("code", ("<!--",), r"<!--(?:[^<>-]|-(?!->)){0,500}+-->"),
    # <name> <Your Name> <姓名> ＜姓名＞
    Shape(
        "hole",
        ("<", "＜"),
        rf"[<＜](?<![A-Za-z0-9]<)(?=\w){no_speech(_BRACKETED)}"
        r"[^\W\d][\w.-]{0,20}+(?: [^\W\d]\w{0,14}+){0,2}+[>＞]",
    ),
    # XX银行 20××年 ____; not the size XXL, nor the zeros of 二○○八
    # 12xx-7383 is a number hidden in part, and nothing to fill in.
    Shape(
        "hole",
        ("XX", "xx", "Xx"),
        r"[Xx](?<![A-Za-z0-9][Xx])(?<![0-9][ \-][Xx])[Xx]++(?![A-Za-z0-9]|[ \-][0-9])",
    ),
    Shape("hole", ("××",), "×{2,}+"),
    Shape("hole", ("ＸＸ",), "Ｘ{2,}+"),
    Shape("hole", ("○○",), "○(?<![一二三四五六七八九○]○)○++(?![一二三四五六七八九])"),
    Shape("hole", ("__",), "_{2,}+"),
    Shape("hole", ("＿＿",), "＿{2,}+"),
)
