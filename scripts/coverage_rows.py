"""Every row of the handbook in our words, and which rules may answer it, for make_coverage.py.

A row gives patterns of rule ids; those rules whose ``source`` names the row's section are what the
page shows, and those that are named by their whole id. What no rule answers says honestly why.
"""

from __future__ import annotations

from dataclasses import dataclass

MESSAGE, CONVERSATION, AUDIT = "Message level", "Conversation level", "Audit level"

EXPORT = "This takes many conversations; evaluating an export is not in this version."


@dataclass(frozen=True, slots=True)
class Row:
    """``rules`` are patterns of rule ids. ``besides`` is what answers the row that is no rule,
    ``why_not`` what of it cannot be seen, or not yet."""

    level: str
    sections: tuple[str, ...]
    asks: str
    rules: tuple[str, ...] = ()
    besides: str = ""
    why_not: str = ""


def _row(
    level: str, sections: str, asks: str, rules: str = "", besides: str = "", why_not: str = ""
) -> Row:
    return Row(level, tuple(sections.split()), asks, tuple(rules.split()), besides, why_not)


ROWS = (
    _row(MESSAGE, "3.1", "No orders and no threats; an order stays one with 请 in front",
         "command.* threat.*",
         "The rewrite of an order says what we are doing and what the customer can do."),
    _row(MESSAGE, "3.1", "Clear and professional; nothing vague or with two meanings",
         "vague.* clarity.*",
         why_not="That a sentence has two meanings to somebody who knows the case."),
    _row(MESSAGE, "3.1", "The customer's problem in the middle; not long-winded",
         "clarity.long-* clarity.light-verb clarity.legalese clarity.office-words",
         "Limits differ by channel, and the setting `limits` changes them.",
         "Whether a reply meets the problem takes knowing the problem."),
    _row(MESSAGE, "3.1", "A concrete next step, and when",
         "vague.* promise.sure-remedy",
         why_not="Whether the time that is named will be kept."),
    _row(MESSAGE, "3.2", "One right name for one thing, throughout",
         "term.*", "The glossary says which name is preferred, by region, and which are wrong."),
    _row(MESSAGE, "3.2", "Terms of the trade explained for the reader at hand",
         "jargon.*",
         "The glossary holds the explanations; the rewrite adds one at the first use, none when "
         "an earlier turn gave it."),
    _row(MESSAGE, "3.2", "Short explanations; a long compound in everyday words",
         "jargon.plain* jargon.common",
         "`plain_…` of a term in the glossary is what it becomes."),
    _row(MESSAGE, "3.2", "KYC is needed, and must not leak what it collects",
         "jargon.* privacy.*",
         "The acronym is a term of the glossary and is explained like one."),
    _row(MESSAGE, "3.2", "The term base is gone through regularly",
         besides="Every term carries the day of its review; `glossary stale` lists the old ones."),
    _row(MESSAGE, "3.3", "您, 请, a greeting, thanks",
         "courtesy.*"),
    _row(MESSAGE, "3.3", "Thanks and good wishes at the end",
         "courtesy.no-closing* courtesy.curt-goodbye*"),
    _row(MESSAGE, "3.3", "Do not interrupt",
         "interrupted.*"),
    _row(MESSAGE, "3.3 7.3", "Never reveal a customer's data: accounts, balances, transactions",
         "privacy.* disclosure.* channel.*",
         "The rewrite masks; what was matched is printed nowhere.",
         "Whether the reader is who they say they are comes in as `recipient`."),
    _row(MESSAGE, "2.2", "Ask open questions, not ones that suggest the answer",
         "closed_question.*"),
    _row(MESSAGE, "2.3 4.2", "Words that calm somebody who is upset",
         "no_empathy.*", "Guards know such words and keep rules silent about them."),
    _row(MESSAGE, "4.1", "In a conflict plain, layered wording and no jargon",
         "jargon.unexplained jargon.* jargon_in_conflict.* clarity.*",
         "Jargon weighs more when `history` shows an upset customer."),
    _row(MESSAGE, "4.1", "Neutral about who is responsible; no guessing",
         "blame.* shirk.*"),
    _row(MESSAGE, "4.2", "Speak of yourself first; neither impatient nor defensive",
         "rude.* shirk.* blame.* discrimination.*",
         why_not="The order of the two points of view in a whole argument is not judged."),
    _row(MESSAGE, "6.1", "Plainer words for older customers",
         "jargon.unexplained jargon.plain jargon.common clarity.*",
         "`audience: senior` makes an unexplained term an error."),
    _row(MESSAGE, "7.2", "Not too technical, yet exact",
         "jargon.* clarity.dense-terms* suitability.*",
         why_not="Whether a simplification is still exact takes the contract."),
    _row(MESSAGE, "7.3", "Honest, and discreet",
         "promise.* absolute.* suitability.* tying.* privacy.* disclosure.* channel.*",
         why_not="Whether a statement about a product is true takes the product."),
    _row(MESSAGE, "8.1", "When systems are down say so, since when, and when to hear more",
         "structure.outage-*",
         why_not="Whether the notice came in time."),
    _row(CONVERSATION, "1.2 2.1", "Listen first; say back what was understood, then answer",
         "no_restate.*", why_not="Whether what was said back was right."),
    _row(CONVERSATION, "1.3", "A complaint: calm first, then solve, then report back",
         "no_empathy.* solution_before_calming.* no_followup.*"),
    _row(CONVERSATION, "1.3", "A complaint is answered within a day and closed within three",
         "late_response.* late_resolution.*",
         "Waiting for the customer and, where set, hours out of business do not count.",
         "An export without times."),
    _row(CONVERSATION, "1.3", "Three levels of complaint, each with times of its own",
         besides="`conversation.limits` gives each queue its own times.",
         why_not="How grave a complaint is; the queue says so."),
    _row(CONVERSATION, "2.3", "Pause when somebody is very upset",
         "no_empathy.*", why_not="A pause is no text."),
    _row(CONVERSATION, "2.3", "Keep track of the customer's mood",
         besides="Every turn of the customer has a mood from -3 to 3."),
    _row(CONVERSATION, "3.1", "Ask whether it was understood",
         "no_confirmation.*"),
    _row(CONVERSATION, "4.2", "From the problem over the need to the solution",
         "solution_before_calming.* no_restate.*",
         why_not="What a customer needs beyond what he says."),
    _row(CONVERSATION, "4.2", "Bring in somebody else at the right moment",
         why_not="When the moment is right; what a transfer should say is looked at."),
    _row(CONVERSATION, "4.3", "After a conflict confirm the solution and follow up",
         "no_followup.* no_confirmation.*",
         why_not="A call that another system holds."),
    _row(CONVERSATION, "5.2", "Follow up unasked",
         "no_followup.*", why_not="What is done outside the export."),
    _row(CONVERSATION, "6.1", "On the phone: greeting, problem, solution, confirmation",
         "courtesy.no-greeting-first* no_greeting.* no_confirmation.* structure.phone-order",
         "`channel: phone` has a limit of its own for sentences."),
    _row(CONVERSATION, "6.1", "An e-mail: clear subject, brief body, thanks at the end",
         "courtesy.no-greeting* courtesy.no-closing* clarity.long-* no_closing.* structure.email-*",
         "`channel: email` and `letter`; subjects of templates are read as replies.",
         "Whether a subject says what the mail is about."),
    _row(CONVERSATION, "6.1", "One standard over all channels",
         besides="One set of rules; channels differ only where a rule says so, and in `limits`."),
    _row(CONVERSATION, "6.2", "When passing on, say to whom and when",
         "vague.* shirk.* cold_transfer.*"),
    _row(AUDIT, "1.3 5.1", "Evaluate regularly, in figures and in cases", why_not=EXPORT),
    _row(AUDIT, "2.3", "Find moods and problems that come often", why_not=EXPORT),
    _row(AUDIT, "4.3", "A library of conflicts that were handled", why_not=EXPORT),
    _row(AUDIT, "6.1", "Compare the channels", why_not=EXPORT),
)  # fmt: skip
