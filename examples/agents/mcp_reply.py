"""MCP: the SDK's own client asks `replylint mcp` over standard input and output. No network."""

import asyncio

from mcp import Client, StdioServerParameters


async def ask() -> None:
    server = StdioServerParameters(command="replylint", args=["mcp"])
    async with Client(server) as client:
        answer = await client.call_tool("check_reply", {"text": "请立即处理", "channel": "chat"})
        print(answer.structured_content["decision"], answer.structured_content["proposal"])


asyncio.run(ask())
