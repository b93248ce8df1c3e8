/** Rows to CSV as RFC 4180 has it: CRLF after every row, quotes where a cell needs them.
 *
 * The text begins with a byte order mark: without one, spreadsheets on Windows read it in an old code page and Chinese
 * turns to rubbish. Readers for programs know the mark (Python: "utf-8-sig"; R, pandas and DuckDB skip it).
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: some of what is written here was typed
 * by whoever made the link. Numbers are numbers and get none. */
export type Cell = string | number | null;

const kMark = "\ufeff";
/** What begins a formula, full-width forms too, behind whatever space a spreadsheet skips. */
const kFormula = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  // A NUL ends the text for some readers.
  const text = cell.replace(/\u0000/g, "");
  const safe = kFormula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export function csv(rows: readonly (readonly Cell[])[]): string {
  return kMark + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}
