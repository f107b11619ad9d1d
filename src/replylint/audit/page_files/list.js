/* All findings: filtered and sorted as numbers, and only the lines in sight are made. */
const F = D.findings, COUNT = F.rule.length;
const filter = { search: "", rule: "", severity: "", agent: "", queue: "", channel: "", from: "", to: "" };
const order = { key: "time", down: true };
let chosen = [], picked = -1, lower = null, port = null;
function goTo(wanted) {
  Object.assign(filter, { search: "", rule: "", severity: "", agent: "", queue: "", channel: "", from: "", to: "" });
  for (const [key, value] of Object.entries(wanted)) filter[key] = value === null ? "\u0000" : value;
  drawFindings();
  document.getElementById("findings").scrollIntoView();
}
function clock(minutes) {
  return minutes === null ? "" : new Date(minutes * 6e4).toISOString().slice(0, 16).replace("T", " ");
}
function number(kind, name) { return name === "" ? -1 : F.words[kind].indexOf(name === "\u0000" ? null : name); }
function narrow() {
  const rule = filter.rule === "" ? -1 : D.rules.findIndex((each) => each[0] === filter.rule), severity = filter.severity === "" ? -1 : +filter.severity;
  const agent = number("agent", filter.agent), queue = number("queue", filter.queue), channel = number("channel", filter.channel);
  const from = filter.from ? Date.parse(`${filter.from}T00:00Z`) / 6e4 : -Infinity, to = filter.to ? Date.parse(`${filter.to}T00:00Z`) / 6e4 + 1440 : Infinity;
  const timed = filter.from || filter.to, words = filter.search.trim().toLowerCase();
  if (words && !lower) lower = F.excerpts.map((parts) => parts.slice(0, 3).join("").toLowerCase());
  const cases = words ? F.words.case.map((name) => (name || "").toLowerCase().includes(words)) : null, texts = words ? lower.map((text) => text.includes(words)) : null;
  const rules = words ? D.rules.map((each) => `${each[0]} ${each[7]} ${each[8]}`.toLowerCase().includes(words)) : null;
  chosen = [];
  for (let n = 0; n < COUNT; n++) {
    if (rule >= 0 && F.rule[n] !== rule) continue;
    if (severity >= 0 && F.severity[n] !== severity) continue;
    if (filter.agent && F.agent[n] !== agent) continue;
    if (filter.queue && F.queue[n] !== queue) continue;
    if (filter.channel && F.channel[n] !== channel) continue;
    if (timed && (F.time[n] === null || F.time[n] < from || F.time[n] >= to)) continue;
    if (words && !texts[F.excerpt[n]] && !cases[F.case[n]] && !rules[F.rule[n]]) continue;
    chosen.push(n);
  }
  arrange();
}
function arrange() {
  const ranks = (kind) => { const names = F.words[kind].map((name, n) => [named(name), n]).sort((a, b) => compareValues(a[0], b[0])), rank = []; names.forEach(([, n], at) => { rank[n] = at; }); return (n) => rank[F[kind][n]]; };
  const keys = {
    time: (n) => (F.time[n] === null ? -1e15 : F.time[n]), severity: (n) => -F.severity[n], text: (n) => F.excerpt[n],
    rule: (() => { const rank = []; D.rules.map((rule, n) => [ruleSays(rule), n]).sort((a, b) => compareValues(a[0], b[0])).forEach(([, n], at) => { rank[n] = at; }); return (n) => rank[F.rule[n]]; })(),
    agent: ranks("agent"), channel: ranks("channel"),
  };
  const values = new Float64Array(COUNT), sign = order.down ? -1 : 1;
  for (const n of chosen) values[n] = keys[order.key](n);
  chosen.sort((a, b) => (values[a] - values[b]) * sign || a - b);
  picked = -1;
}
function excerptOf(n) {
  const [before, words, after] = F.excerpts[F.excerpt[n]];
  const style = MARKS[F.severity[n]];
  if (!before && !words && !after) return [t("whole")];
  return [before, el("mark", { class: words ? style : `${style} gap` }, words), after];
}
function drawFindings() {
  narrow();
  const field = (key, control) => el("label", {}, t(key), control);
  const select = (key, options) => { const made = el("select", { id: `filter-${key}`, on: { change: (event) => { filter[key] = event.target.value; again(); } } }, el("option", { value: "" }, t("all")), options.map(([value, name]) => el("option", { value }, name))); made.value = filter[key]; return field(key, made); };
  const input = (key, type) => field(key, el("input", { type, id: `filter-${key}`, value: filter[key], on: { input: (event) => { filter[key] = event.target.value; again(); } } }));
  const words = (kind) => [...F.words[kind]].sort((a, b) => compareValues(named(a), named(b))).map((name) => [name === null ? "\u0000" : name, named(name)]);
  const heads = [["severity", "severity"], ["rule", "rule"], ["text", "text"], ["agent", "agent"], ["channel", "channel", 1], ["time", "when", 1]];
  put("findings-body",
    el("div", { class: "row filters" }, input("search", "search"), select("rule", D.rules.map((rule) => [rule[0], ruleSays(rule)]).sort((a, b) => compareValues(a[1], b[1]))),
      select("severity", LEVELS.map((level, n) => [n, t(`${level}1`)])), select("agent", words("agent")), select("queue", words("queue")), select("channel", words("channel")), input("from", "date"), input("to", "date"),
      el("button", { type: "button", id: "reset", on: { click: () => { for (const key of Object.keys(filter)) filter[key] = ""; drawFindings(); } } }, t("reset"))),
    el("p", { id: "count", role: "status", class: "quiet" }),
    el("div", { class: "listing" },
      el("div", { class: "heads" }, heads.map(([key, word, extra]) => el("button", {
        type: "button", "data-head": key, class: extra ? "opt" : "", "data-sorted": order.key === key ? (order.down ? "down" : "up") : "",
        on: { click: () => { order.down = order.key === key ? !order.down : key === "time" || key === "severity"; order.key = key; arrange(); heading(); lines(true); } },
      }, t(word)))),
      el("div", { class: "port", id: "port", tabindex: 0, role: "listbox", "aria-label": t("findings"), on: { scroll: () => requestAnimationFrame(() => lines(false)), keydown: keys } }, el("div", { class: "tall", id: "tall" })),
      el("div", { class: "detail", id: "detail", "aria-live": "polite" })));
  port = document.getElementById("port");
  new ResizeObserver(() => lines(false)).observe(port);
  again(true);
}
function heading() {
  for (const head of document.querySelectorAll("[data-head]")) head.dataset.sorted = head.dataset.head === order.key ? (order.down ? "down" : "up") : "";
}
function again(ready) {
  if (ready !== true) narrow();
  const cut = D.all > COUNT ? t("cut", num(D.all), num(COUNT)) : "";
  document.getElementById("count").textContent = t("shown", num(chosen.length), num(COUNT)) + cut;
  lines(true);
}
function tallness() { return window.matchMedia("(max-width:44rem)").matches ? 104 : 60; }
const PRINTED = 200;
function lines(fresh, all) {
  if (!port) return;
  const each = tallness(), tall = document.getElementById("tall");
  if (fresh) { port.scrollTop = 0; detail(); }
  tall.style.height = `${Math.max(1, chosen.length) * each}px`;
  if (!chosen.length) { tall.replaceChildren(el("p", { class: "empty" }, ` ${t("nothing")}`)); return; }
  const first = all ? 0 : Math.max(0, Math.floor(port.scrollTop / each) - 6), last = all ? Math.min(chosen.length, PRINTED) : Math.min(chosen.length, first + Math.ceil(port.clientHeight / each) + 12);
  const made = [];
  for (let at = first; at < last; at++) made.push(line(at, each));
  tall.replaceChildren(...made);
  if (picked >= first && picked < last) port.setAttribute("aria-activedescendant", `item-${picked}`); else port.removeAttribute("aria-activedescendant");
}
function line(at, each) {
  const n = chosen[at], rule = D.rules[F.rule[n]];
  const made = el("div", { class: "item", id: `item-${at}`, role: "option", "aria-selected": String(at === picked), "aria-posinset": at + 1, "aria-setsize": chosen.length, on: { click: () => pick(at) } },
    el("span", {}, chip(F.severity[n])), el("span", { class: "text" }, ruleSays(rule)), el("span", { class: "text" }, excerptOf(n)),
    el("span", { class: "one" }, named(F.words.agent[F.agent[n]])), el("span", { class: "one opt" }, named(F.words.channel[F.channel[n]])), el("span", { class: "one opt" }, clock(F.time[n])));
  made.style.top = `${at * each}px`;
  return made;
}
function pick(at) {
  picked = Math.max(0, Math.min(chosen.length - 1, at));
  const each = tallness(), top = picked * each;
  if (top < port.scrollTop) port.scrollTop = top; else if (top + each > port.scrollTop + port.clientHeight) port.scrollTop = top + each - port.clientHeight;
  lines(false);
  detail();
}
function keys(event) {
  const page = Math.floor(port.clientHeight / tallness()), step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
  if (!chosen.length) return;
  if (step) pick(picked < 0 ? 0 : picked + step); else if (event.key === "Home") pick(0); else if (event.key === "End") pick(chosen.length - 1); else return;
  event.preventDefault();
}
function detail() {
  const place = document.getElementById("detail");
  if (picked < 0) { place.replaceChildren(el("span", { class: "quiet" }, t("pick"))); return; }
  const n = chosen[picked], rule = D.rules[F.rule[n]], before = F.excerpts[F.excerpt[n]][3];
  place.replaceChildren(el("p", {}, chip(F.severity[n]), " ", ruleSays(rule), " ", el("small", {}, rule[0])),
    ...(before ? [el("p", { class: "quiet" }, `${t("before")}: ${before}`)] : []), el("p", {}, ...excerptOf(n)),
    el("small", {}, [`${t("case")} ${named(F.words.case[F.case[n]])}${F.turn[n] < 0 ? "" : ` #${F.turn[n] + 1}`}`, named(F.words.agent[F.agent[n]]), named(F.words.queue[F.queue[n]]), named(F.words.channel[F.channel[n]]), clock(F.time[n])].filter(Boolean).join(" · ")));
}
