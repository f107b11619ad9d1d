"""guardrails-ai: a guard that mends a stream sentence by sentence. No network."""

import os

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would fetch a price list
os.environ["OTEL_SDK_DISABLED"] = "true"  # and tell its makers of every guard

from guardrails import Guard

from replylint.agents.guardrails_ai import ReplyValidator


def model(*, messages: object, **_: object):
    yield from ["您好，", "您的申请", "已收到。请", "立即处理。", "谢谢。"]


guard = Guard().use(ReplyValidator(on_fail="fix", channel="chat"))
pieces = guard(model, messages=[{"role": "user", "content": "我的退款呢"}], stream=True)
print("".join(piece.validated_output or "" for piece in pieces))
