/* The parts above the conversations: verdict, time, rules, agents, hours, comparison, waits, moods. */
function levelNames() { return D.fails.map((level) => t(`${level}1`)).join(lang ? ", " : "、"); }
function drawVerdict() {
  const [, replies, flagged, conversations, clean, ...counts] = D.total, good = share(replies - flagged, replies), whole = share(clean, conversations);
  const per = flagged && replies ? (flagged / replies * 100 < 1 ? (flagged / replies * 100).toFixed(2) : (flagged / replies * 100).toFixed(1)) : "0";
  const [before, after] = t("lead_bad", "\u0000").split("\u0000");
  const lead = !replies ? el("p", { class: "lead" }, t("lead_none"))
    : flagged ? el("p", { class: "lead bad" }, before, el("b", {}, per), after)
    : el("p", { class: "lead fine" }, el("b", {}, t("lead_fine")));
  const severe = D.rules.filter((rule) => rule[2] === 0), told = [];
  if (D.rules.length) told.push(t("top", ruleSays(D.rules[0]), num(D.rules[0][3])));
  if (severe.length && severe[0] !== D.rules[0]) told.push(t("worst", ruleSays(severe[0]), num(severe[0][3])));
  const tile = (key, value, note, style = "") => el("div", { class: "tile" }, el("small", {}, t(key)), el("b", { class: style }, value), el("small", {}, note));
  put("verdict", el("h2", { class: "quiet" }, D.heading || t("title")), lead,
    el("p", {}, t("sub", num(conversations), num(D.messages), num(replies))),
    told.map((line) => el("p", {}, line)),
    el("div", { class: "tiles" },
      tile("score", good.of ? pct(good.value) : "–", `${t("score_of", num(good.hits), num(good.of))} · ${t("interval", rangeText(good))}`),
      tile("clean", whole.of ? pct(whole.value) : "–", `${t("clean_of", num(clean), num(conversations))} · ${t("interval", rangeText(whole))}`),
      LEVELS.map((level, n) => tile(level, num(counts[n]), share_line(counts[n], replies), counts[n] ? level : "")),
      tile("open", num(D.open), t("clean_of", num(D.open), num(conversations)))),
    D.unread[0] || D.incomplete[0] ? el("p", { class: "error" }, el("a", { href: "#troubles", class: "error" },
      [D.unread[0] && t("unread", num(D.unread[0])), D.incomplete[0] && t("incomplete", num(D.incomplete[0]))].filter(Boolean).join(lang ? "; " : "；"))) : null);
}
function share_line(count, replies) { return replies ? t("per", (count / replies * 100).toFixed(1)) : ""; }
let grain = "";
function drawTime(focus) {
  const days = D.slices.day.filter((day) => day[1] || day[5] || day[6] || day[7]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  if (!days.length) { put("time-body", el("p", { class: "empty" }, t("notimes"))); return; }
  const length = (Date.parse(days[days.length - 1][0]) - Date.parse(days[0][0])) / 864e5;
  if (!grain) grain = length > 400 ? "month" : length > 60 ? "week" : "day";
  const rows = periods(days, grain);
  const place = put("time-body",
    el("div", { class: "row" }, choice(t("period"), ["day", "week", "month"].map((key) => [key, t(key)]), grain, (key, label) => { grain = key; drawTime(label); }),
      el("span", { class: "legend" }, el("span", {}, el("i", { class: "l" }), t("flagshare")),
        LEVELS.map((level, n) => el("span", {}, el("i", { class: MARKS[n] }), t(level))))),
    drawing((wide) => timeChart(rows, wide, `${t("time")}: ${t("flagshare")}`)),
    asTable([t("period"), t("flagged"), t("replies"), t("share"), t("range"), ...LEVELS.map((level) => t(level))],
      rows.map((r) => [r.name, num(r.share.hits), num(r.share.of), pct(r.share.value), rangeText(r.share), ...r.counts.map(num)])));
  refocus(place, focus);
}
function periods(days, by) {
  const found = new Map();
  const name = (day) => {
    if (by === "month") return day.slice(0, 7);
    if (by === "day") return day;
    const at = new Date(`${day}T00:00Z`);
    at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
    return at.toISOString().slice(0, 10);
  };
  /* Stretches without a reply are shown as such, as long as there are not too many. */
  const first = new Date(`${days[0][0]}T00:00Z`), last = new Date(`${days[days.length - 1][0]}T00:00Z`);
  if ((last - first) / 864e5 < 4000) for (const at = first; at <= last; at.setUTCDate(at.getUTCDate() + 1)) found.set(name(at.toISOString().slice(0, 10)), [0, 0, 0, 0, 0]);
  for (const day of days) {
    const sum = found.get(name(day[0])) || [0, 0, 0, 0, 0];
    [day[1], day[2], day[5], day[6], day[7]].forEach((count, n) => { sum[n] += count; });
    found.set(name(day[0]), sum);
  }
  return [...found].map(([key, [replies, flagged, ...counts]]) => ({ name: key, share: share(flagged, replies), counts }));
}
function ruleShare(rule) { return rule[6] ? share(rule[5], D.total[3]) : share(Math.min(rule[4], D.total[1]), D.total[1]); }
function drawRules() {
  if (!D.rules.length) { put("rules-body", el("p", { class: "empty" }, t("nocases"))); return; }
  const most = Math.max(...D.rules.map((rule) => ruleShare(rule).high)) || 1;
  put("rules-body", sortable("rules", [
    { key: "rule", head: t("rule"), class: "wide", value: (r) => ruleSays(r), cell: (r) => [el("button", { type: "button", class: "link", on: { click: () => goTo({ rule: r[0] }) } }, ruleSays(r)), el("br"), el("code", {}, r[0])] },
    { key: "topic", head: t("topic"), class: "opt topic", value: (r) => topicName(r[1]), cell: (r) => topicName(r[1]) },
    { key: "severity", head: t("severity"), value: (r) => -r[2], cell: (r) => chip(r[2]) },
    { key: "count", head: t("count"), class: "n", value: (r) => r[3], cell: (r) => num(r[3]) },
    { key: "share", head: t("share"), class: "n", value: (r) => ruleShare(r).value, cell: (r) => pct(ruleShare(r).value) },
    { key: "of", head: t("of"), class: "n opt", cell: (r) => `${num(ruleShare(r).hits)} / ${num(ruleShare(r).of)} ${t(r[6] ? "conversations1" : "replies1")}` },
    { key: "range", head: t("range"), class: "span", cell: (r) => whisker(ruleShare(r), 0, most, null) },
  ], D.rules, "count", (r) => (ruleShare(r).small ? { class: "small" } : {})));
}
let dimension = "agent";
function drawWho(focus) {
  const rows = D.slices[dimension].filter((row) => row[1] || row[3]), score = (row) => share(row[1] - row[2], row[1]);
  const known = rows.map(score).filter((s) => s.of && !s.small), mean = share(D.total[1] - D.total[2], D.total[1]);
  const from = Math.max(0, Math.min(mean.value, ...known.map((s) => s.low)) - 0.02), to = Math.min(1, Math.max(mean.value, ...known.map((s) => s.high)) + 0.02);
  const place = put("who-body",
    el("div", { class: "row" }, choice(t("who"), ["agent", "queue", "channel"].map((key) => [key, t(key)]), dimension, (key, label) => { dimension = key; drawWho(label); }),
      el("small", {}, `${t("small")} · ${t("mean", pct(mean.value))}`)),
    sortable(`who-${dimension}`, [
      { key: "name", head: t(dimension), class: "keep", value: (r) => named(r[0]), cell: (r) => el("button", { type: "button", class: "link", on: { click: () => goTo({ [dimension]: r[0] }) } }, named(r[0])) },
      { key: "conversations", head: t("conversations"), class: "n", value: (r) => r[3], cell: (r) => num(r[3]) },
      { key: "replies", head: t("replies"), class: "n", value: (r) => r[1], cell: (r) => num(r[1]) },
      { key: "flagged", head: t("flagged"), class: "n", value: (r) => r[2], cell: (r) => num(r[2]) },
      ...LEVELS.map((level, n) => ({ key: level, head: t(level), class: "n", value: (r) => r[5 + n], cell: (r) => num(r[5 + n]) })),
      { key: "score", head: t("score"), class: "n", value: (r) => (r[1] ? score(r).value : -1), cell: (r) => (r[1] ? pct(score(r).value) : "–") },
      { key: "range", head: t("goodrange"), class: "span", cell: (r) => whisker(score(r), from, to, mean.value) },
    ], rows, "flagged", (r) => (score(r).small ? { class: "small" } : {})));
  refocus(place, focus);
}
function drawHours() {
  const known = new Map(D.slices.hour.map((row) => [row[0], row]));
  if (!known.size) { put("hours-body", el("p", { class: "empty" }, t("notimes"))); return; }
  const rows = Array.from({ length: 24 }, (_, n) => String(n).padStart(2, "0")).map((name) => {
    const row = known.get(name) || [name, 0, 0];
    return { name, share: share(row[2], row[1]) };
  });
  put("hours-body", el("p", { class: "legend" }, el("span", {}, el("i", { class: "l" }), t("flagshare")), el("span", {}, t("small"))),
    drawing((wide) => hourChart(rows, wide, `${t("hours")}: ${t("flagshare")}`)),
    asTable([t("hour"), t("flagged"), t("replies"), t("share"), t("range")], rows.filter((r) => r.share.of).map((r) => [r.name, num(r.share.hits), num(r.share.of), pct(r.share.value), rangeText(r.share)])));
}
const pair = { a: "", b: "" };
function drawCompare() {
  const parts = new Map([["", [t("everything"), D.total]]]);
  for (const kind of ["channel", "queue", "agent"]) D.slices[kind].filter((row) => row[1]).forEach((row) => parts.set(`${kind}=${row[0]}`, [`${t(kind)}: ${named(row[0])}`, row]));
  const months = new Map();
  for (const day of D.slices.day) {
    const sum = months.get(day[0].slice(0, 7)) || [day[0].slice(0, 7), 0, 0, 0, 0, 0, 0, 0, {}];
    for (let n = 1; n < 8; n++) sum[n] += day[n];
    for (const [rule, count] of Object.entries(day[8])) sum[8][rule] = (sum[8][rule] || 0) + count;
    months.set(sum[0], sum);
  }
  for (const [month, row] of [...months].sort()) if (row[1]) parts.set(`month=${month}`, [`${t("month")}: ${month}`, row]);
  const keys = [...parts.keys()];
  if (!parts.has(pair.a) || (!pair.a && !pair.b)) { pair.a = keys[1] || ""; pair.b = keys[2] || ""; }
  const pick = (side) => el("label", {}, side.toUpperCase(), el("select", { id: `pick-${side}`, on: { change: (event) => { pair[side] = event.target.value; drawCompare(); document.getElementById(`pick-${side}`).focus(); } } },
    [...parts].map(([key, [name]]) => el("option", { value: key, selected: key === pair[side] }, name))));
  const [, a] = parts.get(pair.a), [, b] = parts.get(pair.b);
  const rows = D.rules.map((rule, n) => ({ name: ruleSays(rule), id: rule[0], a: share(Math.min(a[8][n] || 0, a[1]), a[1]), b: share(Math.min(b[8][n] || 0, b[1]), b[1]) }));
  rows.push({ name: t("flagged"), id: "", a: share(a[2], a[1]), b: share(b[2], b[1]) });
  const shown = rows.filter((row) => row.a.hits || row.b.hits), cell = (s) => `${pct(s.value)} (${num(s.hits)} / ${num(s.of)})`, sign = (v) => `${v > 0 ? "+" : v < 0 ? "−" : ""}${pct(Math.abs(v))}`;
  put("compare-body", el("div", { class: "row" }, pick("a"), pick("b")), sortable("compare", [
    { key: "rule", head: t("rule"), class: "wide", value: (r) => r.name, cell: (r) => [r.name, r.id ? el("br") : "", r.id ? el("code", {}, r.id) : ""] },
    { key: "a", head: "A", class: "n", value: (r) => r.a.value, cell: (r) => cell(r.a) },
    { key: "b", head: "B", class: "n", value: (r) => r.b.value, cell: (r) => cell(r.b) },
    { key: "diff", head: t("diff"), class: "n", value: (r) => Math.abs(difference(r.a, r.b).value), cell: (r) => { const d = difference(r.a, r.b); return `${sign(d.value)} (${sign(d.low)} … ${sign(d.high)})`; } },
    { key: "sure", head: "", class: "keep", value: (r) => (difference(r.a, r.b).sure ? 1 : 0), cell: (r) => (difference(r.a, r.b).sure ? el("b", {}, t("sure")) : el("span", { class: "quiet" }, t("unsure"))) },
  ], shown, "diff", (r) => (r.a.small || r.b.small ? { class: "small" } : {}), 10));
}
let waitChannel = 0;
function drawWaits(focus) {
  if (!D.waits.length) { put("waits-body", el("p", { class: "empty" }, t("notimes"))); return; }
  const [channel, known] = D.waits[waitChannel];
  const limit = (name) => { const by = D.limits[name] || {}; return (channel && by[channel]) || by.default || null; };
  const limits = { first_wait: limit("response"), longest_wait: limit("response"), length: limit("resolution") };
  const place = put("waits-body",
    D.waits.length > 2 && el("div", { class: "row" }, choice(t("channel"), D.waits.map(([name], n) => [n, name === null ? t("all") : named(name)]), waitChannel, (key, label) => { waitChannel = key; drawWaits(label); })),
    el("div", { class: "two" }, Object.keys(limits).map((kind) => {
      const counts = known[kind], of = counts.reduce((sum, n) => sum + n, 0), cut = D.edges.indexOf(limits[kind]) + 1;
      const within = share(counts.slice(0, cut).reduce((sum, n) => sum + n, 0), of);
      return el("div", {}, el("h3", {}, t(kind)), of ? [drawing((wide) => waitChart(counts, limits[kind], wide, t(kind))),
        limits[kind] !== null && el("small", {}, t("within", pct(within.value), span(limits[kind]), num(within.hits), num(of)))] : el("p", { class: "empty" }, t("notimes")));
    })));
  refocus(place, focus);
}
function drawMoods() {
  const all = D.turned.reduce((sum, n) => sum + n, 0);
  if (!all) { put("moods-body", el("p", { class: "empty" }, t("nomoods"))); return; }
  const names = ["worse", "same", "better"];
  const track = el("div", { class: "track", role: "img", "aria-label": names.map((name, n) => `${t(name)} ${num(D.turned[n])}`).join(", ") },
    ["b", "s", "g"].map((style, n) => { const part = el("i", { class: style }); part.style.width = `${(D.turned[n] / all) * 100}%`; return part; }));
  put("moods-body", el("div", { class: "two" },
    el("div", {}, el("h3", {}, t("course")), drawing((wide) => moodChart(wide, t("course")))),
    el("div", {}, el("h3", {}, t("turned")), track, el("table", {}, el("tbody", {}, names.map((name, n) => {
      const s = share(D.turned[n], all);
      return el("tr", {}, el("td", {}, t(name)), el("td", { class: "n" }, num(s.hits)), el("td", { class: "n" }, pct(s.value)), el("td", { class: "n" }, rangeText(s)));
    }))))));
}
function drawTroubles() {
  const list = (rows) => el("table", {}, el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell === null ? "" : String(cell)))))));
  put("troubles-body", !D.unread[0] && !D.incomplete[0] ? el("p", { class: "empty" }, t("none")) : null,
    D.unread[0] ? [el("h3", {}, t("unread", num(D.unread[0]))), el("div", { class: "scroll" }, list(D.unread[1].map(([path, line, why]) => [line === null ? path : `${path}:${line}`, why])))] : null,
    D.incomplete[0] ? [el("h3", {}, t("incomplete", num(D.incomplete[0]))), el("div", { class: "scroll" }, list(D.incomplete[1]))] : null);
}
function drawNotes() { put("notes-body", ["n1", "n2", "n3", "n4", "n5"].map((key) => el("p", { class: "quiet" }, t(key, levelNames()))), el("p", { class: "quiet" }, `replylint ${D.version}`)); }
