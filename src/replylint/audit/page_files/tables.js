/* Tables that sort: by a click or a key on the head of a column. */
const sorted = {};
/* columns: [{key, head, value: row => sort key, cell: row => node, class}] */
function sortable(id, columns, rows, start, about = () => ({}), most = 15) {
  const state = sorted[id] || (sorted[id] = { key: start, down: true, all: false });
  const place = el("div", { class: "scroll" });
  const draw = (focus) => {
    const column = columns.find((each) => each.key === state.key);
    const order = [...rows].sort((a, b) => compareValues(column.value(a), column.value(b)) * (state.down ? -1 : 1));
    const shown = state.all ? order : order.slice(0, most);
    const heads = columns.map((each) => el("th", {
      scope: "col", class: each.class || "", "aria-sort": each.key !== state.key ? "none" : state.down ? "descending" : "ascending",
    }, each.value ? el("button", {
      type: "button", "data-key": each.key,
      on: { click: () => { state.down = each.key === state.key ? !state.down : true; state.key = each.key; draw(each.key); } },
    }, each.head) : each.head));
    const table = el("table", {}, el("thead", {}, el("tr", {}, heads)),
      el("tbody", {}, shown.map((row) => el("tr", about(row), columns.map((each) => el("td", { class: each.class || "" }, each.cell(row)))))));
    const more = order.length > shown.length && el("button", { type: "button", on: { click: () => { state.all = true; draw(); } } }, `${t("all")} (${num(order.length)})`);
    place.replaceChildren(...[table, more].filter(Boolean));
    if (focus) place.querySelector(`[data-key="${focus}"]`).focus();
  };
  draw();
  return place;
}
function compareValues(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a ?? "").localeCompare(String(b ?? ""), lang ? "en" : "zh");
}
