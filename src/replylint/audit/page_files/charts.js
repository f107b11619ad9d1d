/* The drawings: shares with their intervals, stacked counts, histograms, and the course of moods. */
function ticks(most) {
  const raw = most / 4, unit = 10 ** Math.floor(Math.log10(raw || 1));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * unit).find((n) => n >= raw) || unit;
  const found = [];
  for (let at = 0; at <= most * 1.0001; at += step) found.push(at);
  return found;
}
function tickText(value, all) {
  const step = all.length > 1 ? all[1] : 1;
  return `${(value * 100).toFixed(step < 0.01 ? (step < 0.001 ? 2 : 1) : step * 100 % 1 ? 1 : 0)}%`;
}
/* rows: [{name, share, counts?}] in order. */
function timeChart(rows, wide, label) {
  const left = 46, right = 10, top = 10, high = 150, gap = 34, low = 90, all = top + high + gap + low + 26;
  const step = (wide - left - right) / rows.length;
  const x = (n) => left + step * (n + 0.5);
  const most = Math.max(0.01, ...rows.filter((r) => r.share.of).map((r) => Math.min(r.share.high, r.share.value * 3 + 0.02)));
  const y = (v) => top + high - (Math.min(v, most) / most) * high;
  const sums = rows.map((r) => r.counts[0] + r.counts[1] + r.counts[2]), tall = Math.max(1, ...sums);
  const base = top + high + gap + low;
  const out = svg("svg", { width: wide, height: all, viewBox: `0 0 ${wide} ${all}`, role: "img", "aria-label": label });
  const marks = ticks(most);
  for (const v of marks) out.append(
    svg("line", { class: "axis", x1: left, x2: wide - right, y1: y(v), y2: y(v) }),
    svg("text", { x: left - 6, y: y(v) + 4, "text-anchor": "end" }, tickText(v, marks)));
  out.append(svg("line", { class: "axis", x1: left, x2: wide - right, y1: base, y2: base }),
    svg("text", { x: left - 6, y: base - low + 4, "text-anchor": "end" }, num(tall)),
    svg("text", { x: left - 6, y: base + 4, "text-anchor": "end" }, "0"));
  const known = rows.map((r, n) => [r, n]).filter(([r]) => r.share.of);
  if (known.length > 1) {
    const upper = known.map(([r, n]) => `${x(n)},${y(r.share.high)}`), lower = known.map(([r, n]) => `${x(n)},${y(r.share.low)}`).reverse();
    out.append(svg("polygon", { class: "band", points: [...upper, ...lower].join(" ") }),
      svg("polyline", { class: "line", points: known.map(([r, n]) => `${x(n)},${y(r.share.value)}`).join(" ") }));
  }
  const every = Math.max(1, Math.ceil((rows[0].name.length * 7 + 12) / step));
  rows.forEach((r, n) => {
    if (r.share.of && (rows.length < 60 || known.length === 1)) out.append(svg("circle", { class: r.share.small ? "dot small" : "dot", cx: x(n), cy: y(r.share.value), r: 3 }));
    let at = base;
    r.counts.forEach((count, level) => {
      const h = (count / tall) * low;
      if (h) { at -= h; out.append(svg("rect", { class: `bar ${MARKS[level]}`, x: x(n) - step * 0.38, width: Math.max(1, step * 0.76), y: at, height: h })); }
    });
    if (n % every === 0) out.append(svg("text", { x: Math.min(x(n), wide - r.name.length * 3.6), y: base + 18, "text-anchor": "middle" }, r.name));
    out.append(svg("rect", { class: "hit", x: x(n) - step / 2, width: step, y: top, height: base - top },
      svg("title", {}, `${r.name}: ${pct(r.share.value)} (${num(r.share.hits)} / ${num(r.share.of)}), ${rangeText(r.share)}`)));
  });
  return out;
}
/* A dot and its interval on a line from `from` to `to`. */
function whisker(s, from, to, mean, wide = 200) {
  const x = (v) => 4 + ((Math.min(Math.max(v, from), to) - from) / (to - from || 1)) * (wide - 8), small = s.small ? " small" : "";
  const out = svg("svg", { width: wide, height: 20, viewBox: `0 0 ${wide} 20`, role: "img", "aria-label": `${pct(s.value)}, ${rangeText(s)}` },
    svg("title", {}, `${pct(s.value)} (${num(s.hits)} / ${num(s.of)}), ${rangeText(s)}`),
    svg("line", { class: "axis", x1: 4, x2: wide - 4, y1: 10, y2: 10 }));
  if (mean !== null) out.append(svg("line", { class: "mean", x1: x(mean), x2: x(mean), y1: 1, y2: 19 }));
  if (s.of) out.append(svg("line", { class: `whisker${small}`, x1: x(s.low), x2: x(s.high), y1: 10, y2: 10 }),
    svg("circle", { class: `dot${small}`, cx: x(s.value), cy: 10, r: 4.5 }));
  return out;
}
function hourChart(rows, wide, label) {
  const left = 46, top = 10, high = 150, all = top + high + 26, step = (wide - left - 10) / 24;
  const most = Math.max(0.01, ...rows.filter((r) => !r.share.small).map((r) => r.share.high), ...rows.map((r) => r.share.of ? r.share.value : 0));
  const y = (v) => top + high - (Math.min(v, most) / most) * high;
  const out = svg("svg", { width: wide, height: all, viewBox: `0 0 ${wide} ${all}`, role: "img", "aria-label": label });
  const marks = ticks(most);
  for (const v of marks) out.append(svg("line", { class: "axis", x1: left, x2: wide - 10, y1: y(v), y2: y(v) }),
    svg("text", { x: left - 6, y: y(v) + 4, "text-anchor": "end" }, tickText(v, marks)));
  rows.forEach((r, n) => {
    const x = left + step * (n + 0.5), small = r.share.small ? " small" : "";
    if (r.share.of) out.append(svg("line", { class: `whisker${small}`, x1: x, x2: x, y1: y(r.share.low), y2: y(r.share.high) }),
      svg("circle", { class: `dot${small}`, cx: x, cy: y(r.share.value), r: 4 }));
    if (n % (step < 22 ? 3 : 1) === 0) out.append(svg("text", { x, y: top + high + 18, "text-anchor": "middle" }, r.name));
    out.append(svg("rect", { class: "hit", x: x - step / 2, width: step, y: top, height: high },
      svg("title", {}, `${r.name}: ${pct(r.share.value)} (${num(r.share.hits)} / ${num(r.share.of)})`)));
  });
  return out;
}
/* Counts of waits by how long; a line where the limit is. */
function waitChart(counts, limit, wide, label) {
  const names = [...D.edges.map((edge) => `≤ ${span(edge)}`), t("beyond")], each = 24, left = 92, right = 74;
  const all = names.length * each + 6, most = Math.max(1, ...counts), cut = limit === null ? names.length : D.edges.indexOf(limit) + 1;
  const out = svg("svg", { width: wide, height: all, viewBox: `0 0 ${wide} ${all}`, role: "img", "aria-label": label });
  names.forEach((name, n) => {
    const y = n * each + 4, long = (counts[n] / most) * (wide - left - right);
    out.append(svg("text", { x: left - 8, y: y + 13, "text-anchor": "end" }, name),
      svg("rect", { class: n >= cut ? "bar late" : "bar", x: left, y, width: Math.max(counts[n] ? 1 : 0, long), height: each - 8 }),
      svg("text", { x: left + long + 6, y: y + 13 }, num(counts[n])));
  });
  if (limit !== null) out.append(svg("line", { class: "limit", x1: left, x2: wide - right, y1: cut * each, y2: cut * each }));
  return out;
}
function moodChart(wide, label) {
  const left = 34, top = 10, high = 150, all = top + high + 26, parts = D.course;
  const x = (n) => left + ((wide - left - 10) / parts.length) * (n + 0.5), y = (v) => top + ((3 - v) / 6) * high;
  const out = svg("svg", { width: wide, height: all, viewBox: `0 0 ${wide} ${all}`, role: "img", "aria-label": label });
  for (let v = -3; v <= 3; v++) out.append(svg("line", { class: "axis", x1: left, x2: wide - 10, y1: y(v), y2: y(v) }),
    svg("text", { x: left - 8, y: y(v) + 4, "text-anchor": "end" }, v > 0 ? `+${v}` : String(v).replace("-", "−")));
  const known = parts.map(([sum, n], at) => [at, sum / n, n]).filter(([, , n]) => n);
  out.append(svg("polyline", { class: "line", points: known.map(([at, v]) => `${x(at)},${y(v)}`).join(" ") }));
  for (const [at, v, n] of known) out.append(svg("circle", { class: "dot", cx: x(at), cy: y(v), r: 4 }, svg("title", {}, `${v.toFixed(2)} (${num(n)})`)));
  out.append(svg("text", { x: x(0), y: all - 6, "text-anchor": "middle" }, t("begin")),
    svg("text", { x: x(parts.length - 1), y: all - 6, "text-anchor": "middle" }, t("end")));
  return out;
}
function moodLine(moods, wide = 150) {
  const step = (wide - 8) / Math.max(1, moods.length), out = svg("svg", { width: wide, height: 28, viewBox: `0 0 ${wide} 28`, role: "img", "aria-label": t("mood", moods.join(" ")) });
  out.append(svg("line", { class: "axis", x1: 0, x2: wide, y1: 14, y2: 14 }));
  moods.forEach((mood, n) => {
    const h = Math.max(2, Math.abs(mood) * 4);
    out.append(svg("rect", { class: mood < 0 ? "neg" : "pos", x: 4 + n * step, width: Math.max(2, Math.min(12, step - 2)), y: mood < 0 ? 14 : 14 - h, height: h }, svg("title", {}, String(mood))));
  });
  return out;
}
