/* The worst and the best conversations: turns with what was said marked, and the proposal beside. */
let caseKind = "worst", casePicked = 0;
function marked(text, marks) {
  const edges = [...new Set([0, text.length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b), parts = [];
  const rank = (level) => LEVELS.indexOf(level);
  edges.forEach((from, n) => {
    const gap = marks.find(([start, end]) => start === end && start === from);
    if (gap) parts.push(el("mark", { class: `${MARKS[rank(gap[3])]} gap`, title: gap[2] }));
    const to = edges[n + 1];
    if (to === undefined) return;
    const over = marks.filter(([start, end]) => start <= from && to <= end && start < end);
    if (!over.length) { parts.push(text.slice(from, to)); return; }
    const level = Math.min(...over.map((mark) => rank(mark[3])));
    parts.push(el("mark", { class: MARKS[level], title: over.map((mark) => mark[2]).join(", ") }, text.slice(from, to)));
  });
  return parts;
}
/* Offsets count code points; JavaScript counts UTF-16 units. */
function units(text, marks) {
  if (!/[\ud800-\udbff]/.test(text)) return marks;
  const at = [0];
  for (const char of text) at.push(at[at.length - 1] + char.length);
  return marks.map(([start, end, ...rest]) => [at[start], at[end], ...rest]);
}
const RULES = new Map(D.rules.map((rule) => [rule[0], rule]));
function saysOf(id, level) {
  const rule = RULES.get(id);
  return el("p", {}, chip(LEVELS.indexOf(level)), " ", rule ? ruleSays(rule) : id, " ", el("small", {}, id));
}
function roleName(turn) { return turn.role === "agent" ? turn.agent || t("agent") : t(turn.role); }
function drawCaseTurn(turn) {
  const marks = units(turn.text, turn.marks || []);
  const aside = el("div", { class: "aside" },
    turn.proposal ? el("div", { class: "plan" }, el("b", {}, t("plan")), turn.proposal) : null,
    (turn.marks || []).map(([, , rule, level]) => saysOf(rule, level)));
  return el("div", { class: `turn ${turn.role}` },
    el("div", { class: "who" }, [roleName(turn), turn.time, turn.mood ? t("mood", turn.mood > 0 ? `+${turn.mood}` : turn.mood) : ""].filter(Boolean).join(" · ")),
    el("div", { class: "said" }, marked(turn.text, marks)), aside.childNodes.length ? aside : null);
}
function drawCase(one) {
  const moods = one.turns.map((turn) => turn.mood).filter((mood) => mood !== undefined);
  return el("article", { class: "case", tabindex: 0, "aria-label": one.conversation },
    el("div", { class: "row" }, el("b", {}, one.conversation), el("small", {}, [one.agent, one.channel, one.queue].filter(Boolean).join(" · ")), moods.length > 1 ? moodLine(moods) : null),
    one.whole.length ? el("div", {}, el("small", {}, t("whole")), one.whole.map(([rule, level]) => saysOf(rule, level))) : null,
    one.turns.map(drawCaseTurn), one.left_out ? el("p", { class: "quiet" }, t("leftout", num(one.left_out))) : null);
}
function drawCases(focus) {
  const cases = D.cases[caseKind];
  casePicked = Math.min(casePicked, Math.max(0, cases.length - 1));
  const pick = (n) => { casePicked = n; drawCases("pick"); };
  const picks = el("div", { class: "picks", role: "tablist", "aria-orientation": "vertical", "aria-label": t("cases") }, cases.map((one, n) => el("button", {
    type: "button", role: "tab", "aria-selected": String(n === casePicked), tabindex: n === casePicked ? 0 : -1,
    on: { click: () => pick(n), keydown: (event) => { const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]; if (step) { event.preventDefault(); pick((n + step + cases.length) % cases.length); } } },
  }, `${n + 1}. ${one.conversation}`, el("small", {}, [one.agent, one.channel, one.queue].filter(Boolean).join(" · ")))));
  const scrolled = document.querySelector(".picks")?.scrollTop || 0;
  const place = put("cases-body", el("div", { class: "row" },
    choice(t("cases"), [["worst", `${t("bad")} (${D.cases.worst.length})`], ["best", `${t("best")} (${D.cases.best.length})`]], caseKind, (key, label) => { caseKind = key; casePicked = 0; drawCases(label); }),
    el("small", {}, t("masked"))),
    cases.length ? el("div", { class: "cases" }, picks, drawCase(cases[casePicked])) : el("p", { class: "empty" }, t("nocases")));
  if (focus === "pick") { picks.scrollTop = scrolled; picks.children[casePicked].focus({ preventScroll: false }); } else refocus(place, focus);
}
