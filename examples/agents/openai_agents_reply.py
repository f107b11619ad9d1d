"""OpenAI Agents SDK: the tool that sends is guarded, the model tries again. No network."""

from agents import Agent, Runner, function_tool, set_tracing_disabled
from agents.testing import ScriptedModel, assistant_message, function_call

from replylint.agents.openai_agents import reply_guardrail, send_guardrail

set_tracing_disabled(True)
sent = []


@function_tool(tool_input_guardrails=[send_guardrail(channel="chat")])
def send_message(text: str) -> str:
    sent.append(text)
    return "sent"


model = ScriptedModel(
    [
        [function_call("send_message", {"text": "请立即处理"}, call_id="1")],
        [function_call("send_message", {"text": "我们正在为您办理退款。"}, call_id="2")],
        [assistant_message("已经告知客户。")],
    ]
)
agent = Agent("desk", model=model, tools=[send_message], output_guardrails=[reply_guardrail()])
result = Runner.run_sync(agent, "客户问退款")
print(sent, result.final_output)
