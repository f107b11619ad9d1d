// What is found, one card each, and the terms of the reply with what explains them.

import { joined } from "./text.js";

const $ = (id) => document.getElementById(id);

function made(name, { className = "", text = "", lang = "" } = {}, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (lang) element.lang = lang;
  element.append(...(text ? [text] : []), ...children);
  return element;
}

export class Cards {
  /** `words`: those of the page; `spoken`: the language of findings; `reason`: what a rule says of itself; the rest: what was clicked. */
  constructor({ words, spoken, reason, choose, accept }) {
    Object.assign(this, { words, spoken, reason, choose, accept, cards: new Map() });
  }

  findings(findings, text, current) {
    this.cards = new Map(findings.map((finding) => [finding, this.card(finding, text)]));
    $("findings").replaceChildren(...this.cards.values());
    this.current(current ?? null, false);
  }

  /** Open the card of a finding, and close the others. */
  current(finding, scroll) {
    for (const [each, card] of this.cards) {
      const open = each === finding;
      card.classList.toggle("current", open);
      card.querySelector(".head").setAttribute("aria-expanded", open);
      card.querySelector(".more").hidden = !open && this.cards.size > 1;
    }
    const card = this.cards.get(finding);
    if (card && scroll) card.scrollIntoView({ block: "nearest" });
    for (const [each, shown] of this.cards) if (!shown.querySelector(".more").hidden) this.explain(each, shown);
  }

  card(finding, text) {
    const words = this.words();
    const label = made("span", { className: "label" },
      made("b", { text: words[finding.severity] }), made("code", { text: finding.rule }));
    const head = made("button", { className: "head" }, label, made("span", { className: "says", text: finding.text, lang: this.spoken() }));
    head.type = "button";
    head.addEventListener("click", () => this.choose(finding));
    const fixes = finding.fixes.filter((fix) => fix.edits.length).map((fix) => this.fix(finding, fix, text));
    const more = made("div", { className: "more" }, made("p", { className: "why" }), ...fixes);
    return made("li", { className: finding.severity }, head, more);
  }

  fix(finding, fix, text) {
    const { start, end, text: words } = joined(text, fix.edits);
    const shown = made("span", {},
      ...(end > start ? [made("del", { text: text.slice(start, end) }), " "] : []),
      ...(words ? [made("ins", { text: words })] : []));
    const row = made("div", { className: "fix" }, shown);
    if (fix.safety === "show") {
      row.append(made("small", { text: this.words().idea }));
      return row;
    }
    const button = made("button", { text: this.words().apply });
    button.type = "button";
    button.setAttribute("aria-label", `${this.words().apply}: ${words}`);
    button.addEventListener("click", () => this.accept(finding, fix));
    row.append(button);
    return row;
  }

  async explain(finding, card) {
    const place = card.querySelector(".why");
    if (place.childNodes.length) return;
    const said = await this.reason(finding.rule);
    if (!said || place.childNodes.length) return;
    const words = this.words();
    place.append(made("b", { text: words.why }), said.why);
    if (said.source) place.after(made("p", { className: "source", text: words.source + said.source }));
  }

  terms(terms) {
    const words = this.words();
    $("terms-part").hidden = !terms.length;
    $("terms").replaceChildren(...terms.map((term) => {
      const state = term.explained ? words.explained : words.unexplained;
      const name = made("dt", { text: term.name + " " }, made("small", { text: `· ${state}` }));
      const lines = [term.gloss, term.plain && words.plainly + term.plain].filter(Boolean);
      return made("div", {}, name, ...lines.map((line) => made("dd", { text: line })));
    }));
  }
}
