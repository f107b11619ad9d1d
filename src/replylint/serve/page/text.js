// Places and edits in a text. The server counts code points, the browser UTF-16 units.

/** A function from code point offsets of `text` to UTF-16 offsets. */
export function units(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const starts = [];
  let at = 0;
  for (const char of text) {
    starts.push(at);
    at += char.length;
  }
  starts.push(at);
  return (offset) => starts[Math.min(offset, starts.length - 1)];
}

/** Rows with `start`, `end` (and those of the edits of their fixes) in UTF-16 units. */
export function inUnits(rows, text) {
  const of = units(text);
  const moved = (row) => ({ ...row, start: of(row.start), end: of(row.end) });
  return rows.map((row) => ({
    ...moved(row),
    fixes: (row.fixes ?? []).map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
  }));
}

/** The one stretch that `edits` change, and what it becomes. */
export function joined(text, edits) {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  let words = text.slice(start, end);
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    words = words.slice(0, edit.start - start) + edit.text + words.slice(edit.end - start);
  }
  return { start, end, text: words };
}

/** `rows` of the old text as they stand in the new one; those the change touches are left out. */
export function shifted(rows, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const by = after.length - before.length;
  return rows.flatMap((row) => {
    if (row.end <= head) return [row];
    if (row.start < before.length - tail) return [];
    const fixes = row.fixes.map((fix) => ({ ...fix, edits: [] })); // planned for the old text
    return [{ ...row, start: row.start + by, end: row.end + by, fixes }];
  });
}

/** The text cut where a mark begins or ends: [{text, start, finding, term, missing}]. */
export function pieces(text, findings, terms) {
  const cuts = new Set([0, text.length]);
  for (const row of [...findings, ...terms]) cuts.add(row.start).add(row.end);
  const places = [...cuts].sort((a, b) => a - b);
  const made = [];
  const missingAt = (at) => findings.filter((row) => row.start === row.end && row.start === at);
  for (let i = 0; i < places.length; i++) {
    const [start, end] = [places[i], places[i + 1] ?? places[i]];
    for (const finding of missingAt(start)) made.push({ text: "", finding, missing: true });
    if (start === end) continue;
    const here = (row) => row.start <= start && end <= row.end;
    const finding = worst(findings.filter(here));
    made.push({ text: text.slice(start, end), finding, term: terms.find(here), start });
  }
  return made;
}

const RANK = { error: 3, warning: 2, info: 1 };

function worst(findings) {
  return findings.reduce((a, b) => (!a || RANK[b.severity] > RANK[a.severity] ? b : a), null);
}
