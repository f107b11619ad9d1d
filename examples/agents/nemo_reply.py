"""NeMo Guardrails: an output rail that mends or stops what the bot says. No network, no model."""

from nemoguardrails import LLMRails, RailsConfig

from replylint.agents.nemo import FLOW_V1, NAME, check_action

SETTINGS = "rails: {output: {flows: [replylint check output]}}"
rails = LLMRails(RailsConfig.from_content(FLOW_V1, SETTINGS))
rails.register_action(check_action(channel="chat"), NAME)
for reply in ["您好，请立即处理。", "保本保息，绝对没有风险。"]:
    said = [{"role": "user", "content": "在吗"}, {"role": "assistant", "content": reply}]
    print(rails.check(said).status, rails.check(said).content)
