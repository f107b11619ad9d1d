// The page: what is typed is checked, what is found is shown, what is accepted is put into the text.

import { Cards } from "./cards.js";
import { inUnits, joined, pieces, shifted } from "./text.js";
import { LANGUAGES, time } from "./words.js";

const PAUSE = 150; // ms without a key before a check
const RETRY = 3000; // ms until a server that did not answer is asked again
const $ = (id) => document.getElementById(id);
const reply = $("reply");
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const KEYS = mac
  ? { accept: "⌘ ↩", fix: "⌥ ↩", shift: "⇧ F8" }
  : { accept: "Ctrl Enter", fix: "Alt Enter", shift: "Shift F8" };

const state = { language: "zh-Hans", text: "", answer: null, findings: [], terms: [], current: null };
const words = () => LANGUAGES[state.language];
const cards = new Cards({
  words,
  spoken: () => (spoken() === "en" ? "en" : "zh-Hans"), // findings come in these two
  reason,
  choose: (finding) => goTo(finding),
  accept: (finding, fix) => acceptFix(finding, fix),
});
let timer = 0;
let asking = null;

// --- the server ---------------------------------------------------------------------------------

function headers() {
  const key = sessionStorage.getItem("replylint-key");
  return { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) };
}

const spoken = () => (state.language === "en" ? "en" : "zh");

async function check() {
  asking?.abort();
  const text = reply.value;
  if (!text.trim()) return show(text, null);
  const mine = (asking = new AbortController());
  const options = { lang: spoken(), changes: true, terms: true };
  const body = { text, recipient: $("recipient").value, options };
  for (const name of ["channel", "audience"]) if ($(name).value) body[name] = $(name).value;
  try {
    const made = { method: "POST", headers: headers(), body: JSON.stringify(body), signal: mine.signal };
    const answer = await fetch("v1/check", made);
    const said = await answer.json();
    if (mine !== asking) return;
    if (!answer.ok) return refused(answer, said.error);
    show(text, said);
  } catch (error) {
    if (error.name === "AbortError") return;
    trouble(words().offline);
    later(RETRY);
  }
}

function refused(answer, error) {
  if (answer.status === 401) $("key-row").hidden = false;
  trouble([error.what, error.hint].filter(Boolean).join("; "));
  if (answer.status === 429) later(1000 * Number(answer.headers.get("retry-after") ?? 1));
}

const reasons = new Map();

async function reason(rule) {
  const url = `v1/rules/${encodeURIComponent(rule)}?lang=${spoken()}`;
  if (!reasons.has(url)) {
    const answer = await fetch(url, { headers: headers() });
    if (!answer.ok) return null;
    reasons.set(url, await answer.json());
  }
  return reasons.get(url);
}

function later(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

// --- showing ------------------------------------------------------------------------------------

function show(text, answer) {
  const now = reply.value;
  state.answer = answer;
  state.text = text;
  state.findings = answer ? inUnits(answer.findings, text) : [];
  state.terms = answer ? inUnits(answer.terms, text) : [];
  if (now !== text) move(now);
  trouble(answer?.incomplete ? words().incomplete + answer.incomplete[0].reason : "");
  draw();
}

/** Keep the marks where they belong while the next answer is on its way. */
function move(text) {
  state.findings = shifted(state.findings, state.text, text);
  state.terms = shifted(state.terms, state.text, text);
  state.text = text;
}

function draw() {
  const { answer, findings } = state;
  const empty = !reply.value.trim();
  state.current = findings.find((each) => same(each, state.current)) ?? null;
  drawMarks();
  $("verdict").dataset.decision = answer?.decision ?? "";
  put($("decision"), answer ? words()[answer.decision] : "");
  put($("counts"), answer ? words().counts(answer.findings.length) : "");
  put($("time"), answer ? time(answer.elapsed_us) : "");
  $("examples").hidden = !empty;
  put($("nothing"), empty ? words().empty : words().clean);
  $("nothing").hidden = findings.length > 0 || (!empty && !answer);
  cards.findings(findings, state.text, state.current);
  cards.terms(state.terms);
  $("proposal").hidden = !answer?.proposal;
  $("changes").replaceChildren(...(answer?.changes ?? []).map(change));
}

function drawMarks() {
  const made = pieces(state.text, state.findings, state.terms).map((piece) => {
    if (!piece.finding && !piece.term) return document.createTextNode(piece.text);
    const mark = document.createElement("mark");
    mark.textContent = piece.text;
    mark.className = piece.finding ? piece.finding.severity : "term";
    if (piece.missing) mark.classList.add("missing");
    if (piece.finding && piece.finding === state.current) mark.classList.add("current");
    mark.piece = piece;
    return mark;
  });
  $("marks").replaceChildren(...made, "\u200b"); // a last empty line has a height, too
}

function change({ op, text }) {
  if (op === "same") return document.createTextNode(text);
  const made = document.createElement(op === "added" ? "ins" : "del");
  made.textContent = text;
  return made;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text; // or it is read out again
}

function trouble(text) {
  $("trouble").hidden = !text;
  put($("trouble"), text);
}

const same = (one, other) => other && one.rule === other.rule && one.start === other.start;

// --- moving and accepting -----------------------------------------------------------------------

function choose(finding, { scroll = true } = {}) {
  if (state.current === finding) return;
  state.current = finding;
  drawMarks();
  cards.current(finding, scroll);
}

function goTo(finding) {
  reply.focus();
  reply.setSelectionRange(finding.start, finding.end);
  choose(finding);
}

function step(by) {
  const { findings } = state;
  if (!findings.length) return;
  const at = findings.indexOf(state.current);
  goTo(findings[(at < 0 ? (by > 0 ? 0 : -1) : at + by + findings.length) % findings.length] ?? findings.at(-1));
}

/** Put words in the place of a stretch, as if typed: it can be undone. */
function replace(start, end, text) {
  reply.focus();
  reply.setSelectionRange(start, end);
  const done = text
    ? document.execCommand("insertText", false, text)
    : document.execCommand("delete");
  if (!done) reply.setRangeText(text, start, end, "end");
  typed();
}

function acceptFix(finding, fix) {
  if (!fix?.edits.length || fix.safety === "show") return;
  const edit = joined(state.text, fix.edits);
  replace(edit.start, edit.end, edit.text);
  check();
}

function acceptAll() {
  const proposal = state.answer?.proposal;
  if (!proposal || reply.value !== state.text) return;
  replace(0, reply.value.length, proposal);
  check();
}

function typed() {
  move(reply.value);
  if (state.answer) state.answer = { ...state.answer, proposal: null }; // it was for other words
  drawMarks();
  $("proposal").hidden = true;
  $("examples").hidden = reply.value.trim() !== "";
  later();
}

function caret() {
  if (document.activeElement !== reply) return;
  const [start, end] = [reply.selectionStart, reply.selectionEnd];
  const at = state.findings.find((each) => each.start <= start && end <= each.end);
  if (at) choose(at);
}

// --- hovering -----------------------------------------------------------------------------------

function hover(event) {
  const tip = $("tip");
  const over = [...$("marks").querySelectorAll("mark")].find((mark) =>
    [...mark.getClientRects()].some((box) =>
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom));
  tip.hidden = !over;
  if (!over) return;
  const { finding, term } = over.piece;
  const lines = [finding?.text, term && (term.gloss || term.plain) ? `${term.name}: ${term.gloss || term.plain}` : null];
  tip.textContent = lines.filter(Boolean).join(" — ");
  tip.hidden = !tip.textContent;
  tip.style.left = `${Math.min(event.clientX, innerWidth - tip.offsetWidth - 12)}px`;
  tip.style.top = `${event.clientY + 22}px`;
}

// --- beginning ----------------------------------------------------------------------------------

function speak(language) {
  state.language = language in LANGUAGES ? language : "en";
  document.documentElement.lang = state.language;
  localStorage.setItem("replylint-language", state.language);
  document.querySelector(`[name=language][value="${state.language}"]`).checked = true;
  const said = words();
  for (const each of document.querySelectorAll("[data-words]")) each.textContent = said[each.dataset.words];
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", said[each.dataset.label]);
  for (const each of document.querySelectorAll("[data-keys]")) each.textContent = KEYS[each.dataset.keys];
  for (const select of document.querySelectorAll("select")) {
    const chosen = select.value;
    select.replaceChildren(...Object.entries(said[select.dataset.values]).map(([value, name]) => new Option(name, value)));
    if (chosen) select.value = chosen;
  }
  reply.placeholder = said.placeholder;
  const tries = said.tries.map((text) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => replace(0, reply.value.length, text));
    return button;
  });
  $("examples").replaceChildren($("examples").firstElementChild, ...tries);
  draw();
  check();
}

function preferred() {
  const kept = localStorage.getItem("replylint-language");
  if (kept) return kept;
  const asked = navigator.language.toLowerCase();
  if (!asked.startsWith("zh")) return "en";
  return /hant|tw|hk|mo/.test(asked) ? "zh-Hant" : "zh-Hans";
}

function key(event) {
  if (event.isComposing) return;
  const wanted =
    event.key === "F8" ? () => step(event.shiftKey ? -1 : 1)
    : event.key === "Enter" && (event.ctrlKey || event.metaKey) ? acceptAll
    : event.key === "Enter" && event.altKey ? () => acceptFix(state.current, state.current?.fixes.find((fix) => fix.safety !== "show"))
    : null;
  if (!wanted) return;
  event.preventDefault();
  wanted();
}

reply.addEventListener("input", typed);
reply.addEventListener("mousemove", hover);
reply.addEventListener("mouseleave", () => ($("tip").hidden = true));
document.addEventListener("selectionchange", caret);
document.addEventListener("keydown", key);
$("about").addEventListener("change", check);
$("about").addEventListener("submit", (event) => event.preventDefault());
$("key").addEventListener("change", () => {
  sessionStorage.setItem("replylint-key", $("key").value);
  check();
});
$("accept").addEventListener("click", acceptAll);
$("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(state.answer.proposal);
  $("copy").textContent = words().copied;
  setTimeout(() => ($("copy").textContent = words().copy), 1500);
});
for (const each of document.querySelectorAll("[name=language]")) each.addEventListener("change", () => speak(each.value));
speak(preferred());
reply.focus();
