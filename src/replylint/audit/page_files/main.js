/* Language, theme, print, and the first drawing of everything. */
let theme = "auto";
const PARTS = ["time", "rules", "who", "hours", "compare", "waits", "moods", "cases", "findings"];
function switches() {
  const button = (pressed, text, label, act) => el("button", { type: "button", "aria-pressed": String(pressed), title: label, on: { click: act } }, text);
  put("langs", [["中文", "zh-Hans"], ["EN", "en"]].map(([name, code], n) => { const made = button(lang === n, name, code, () => { lang = n; drawAll(); document.getElementById("langs").children[n].focus(); }); made.lang = code; return made; }));
  put("themes", ["auto", "light", "dark"].map((name, n) => button(theme === name, t(name), t(name), () => {
    theme = name;
    if (name === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
    switches();
    document.getElementById("themes").children[n].focus();
  })));
  put("parts", PARTS.map((part) => el("a", { href: `#${part}` }, t(`nav_${part}`))));
}
function drawAll() {
  document.documentElement.lang = lang ? "en" : "zh-Hans";
  document.title = D.heading || t("title");
  document.getElementById("heading").textContent = D.heading || "replylint";
  for (const each of document.querySelectorAll("[data-t]")) each.textContent = t(each.dataset.t);
  switches(); drawVerdict(); drawTime(); drawRules(); drawWho(); drawHours(); drawCompare(); drawWaits(); drawMoods(); drawCases(); drawFindings(); drawTroubles(); drawNotes();
}
document.getElementById("print").addEventListener("click", () => window.print());
/* On paper: the first cases one after another, and the first lines of the list. */
window.addEventListener("beforeprint", () => {
  const place = document.querySelector(".cases");
  if (place) place.append(...D.cases[caseKind].slice(0, 10).filter((_, n) => n !== casePicked).map((one) => { const made = drawCase(one); made.classList.add("printed"); return made; }));
  lines(false, true);
});
window.addEventListener("afterprint", () => { for (const each of document.querySelectorAll(".printed")) each.remove(); lines(false); });
drawAll();
