/** Read by a spreadsheet as the beginning of a formula. */
const formula = /^\s*[=+\-@\t\r|%]/;

/**
 * A table as CSV (RFC 4180, CRLF) that spreadsheets open as it is meant: a mark says that it is UTF-8, and a cell that
 * would be a formula is text behind an apostrophe (`abuse:A54`).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
