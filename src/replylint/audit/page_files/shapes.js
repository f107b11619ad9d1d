/* Elements, switches and shares: what every part of the page is made of. */
function el(name, about, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(about || {})) {
    if (key === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (key === "class") made.className = value;
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}
function svg(name, about, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(about || {})) made.setAttribute(key, value);
  made.append(...children.flat());
  return made;
}
function put(id, ...children) {
  const place = document.getElementById(id);
  place.replaceChildren(...children.flat().filter(Boolean));
  return place;
}
function share(hits, of) {
  if (!of) return { hits, of, value: 0, low: 0, high: 1, small: true };
  const z2 = 3.841458820694124, p = Math.min(1, hits / of);
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Math.sqrt(z2) / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { hits, of, value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), small: of < 30 };
}
function difference(a, b) {
  const value = b.value - a.value;
  const low = value - Math.hypot(b.value - b.low, a.high - a.value);
  const high = value + Math.hypot(b.high - b.value, a.value - a.low);
  return { value, low, high, sure: low > 0 || high < 0 };
}
function rangeText(s) { return s.of ? `${pct(s.low)} – ${pct(s.high)}` : "–"; }
/* One of several: buttons with arrows, as a tab list. */
function choice(label, names, chosen, change) {
  const box = el("div", { class: "switch", role: "tablist", "aria-label": label });
  names.forEach(([key, text], at) => {
    box.append(el("button", {
      type: "button", role: "tab", "aria-selected": String(key === chosen), tabindex: key === chosen ? 0 : -1,
      on: {
        click: () => change(key),
        keydown: (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!step) return;
          event.preventDefault();
          const next = names[(at + step + names.length) % names.length][0];
          change(next, label);
        },
      },
    }, text));
  });
  return box;
}
/* After a part was drawn anew, the chosen tab of the same list has the focus again. */
function refocus(place, label) {
  if (!label) return;
  const list = [...place.querySelectorAll("[role=tablist]")].find((each) => each.getAttribute("aria-label") === label);
  if (list) list.querySelector("[aria-selected=true]").focus();
}
function chip(level) { return el("span", { class: `chip ${LEVELS[level]}` }, t(`${LEVELS[level]}1`)); }
/* A drawing as wide as its place, drawn anew when that changes. */
function drawing(draw) {
  const place = el("div", { class: "drawing" });
  let wide = 0;
  const watch = new ResizeObserver(() => {
    const now = Math.floor(place.clientWidth);
    if (now && now !== wide) { wide = now; place.replaceChildren(draw(wide)); }
  });
  watch.observe(place);
  return place;
}
function asTable(heads, rows) {
  return el("details", {}, el("summary", {}, t("data")), el("div", { class: "scroll" }, el("table", {},
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, String(cell)))))))));
}
