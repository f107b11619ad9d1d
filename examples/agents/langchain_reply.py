"""LangChain: the middleware mends what the model says before the customer sees it. No network."""

from langchain.agents import create_agent
from langchain_core.language_models import FakeListChatModel

from replylint.agents.langchain import ReplyLintMiddleware

model = FakeListChatModel(responses=["您好，请立即处理。"])
agent = create_agent(model, middleware=[ReplyLintMiddleware(channel="chat")])
result = agent.invoke({"messages": [("user", "我的退款呢")]})
print(result["messages"][-1].text)
