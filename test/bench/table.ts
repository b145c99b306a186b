/** One line of the result: what was measured, the value, and what it must be. */
export interface Row {
  what: string;
  value: number;
  unit: 'ratio' | 's' | 'MB' | 'ms';
  must?: { atMost: number } | { atLeast: number };
  note?: string;
}

export function isMet({ value, must }: Row): boolean {
  if (!must) return true;
  return 'atMost' in must ? value <= must.atMost : value >= must.atLeast;
}

/** Prints the rows as a table and returns whether every bar was met. */
export function printTable(rows: readonly Row[]): boolean {
  const cells = rows.map((row) => [row.what, format(row), bar(row), row.must ? verdict(row) : '', row.note ?? '']);
  const all = [['', 'measured', 'must', '', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => line[column]!.length)));
  for (const line of all) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  return rows.every(isMet);
}

function format({ value, unit }: Row): string {
  return unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(unit === 'MB' ? 0 : 2)} ${unit}`;
}

function bar({ must, unit }: Row): string {
  if (!must) return '';
  const suffix = unit === 'ratio' ? '' : ` ${unit}`;
  return 'atMost' in must ? `≤ ${must.atMost}${suffix}` : `≥ ${must.atLeast}${suffix}`;
}

function verdict(row: Row): string {
  return isMet(row) ? 'met' : 'MISSED';
}
