type Bar = { atMost: number } | { atLeast: number };

/** One line of the result: what was measured, the value, what it must be and what it ought to be. */
export interface Row {
  what: string;
  value: number;
  unit: 'ratio' | 's' | 'MB' | 'ms' | 'LU' | 'dB' | 'LUFS' | 'dBTP';
  must?: Bar;
  aim?: Bar;
  note?: string;
}

export function isMet({ value, must }: Row): boolean {
  return !must || holds(value, must);
}

/** Prints the rows as a table and returns whether every bar was met. */
export function printTable(rows: readonly Row[]): boolean {
  const cells = rows.map((row) => [
    row.what,
    format(row),
    bar(row, row.must),
    bar(row, row.aim),
    verdict(row),
    row.note ?? '',
  ]);
  const all = [['', 'measured', 'must', 'aim', '', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]!.length)));
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

function holds(value: number, wanted: Bar): boolean {
  return 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
}

const digits: Partial<Record<Row['unit'], number>> = { MB: 0, ms: 0, LU: 1, dB: 1, LUFS: 1, dBTP: 1 };

function format({ value, unit }: Row): string {
  return unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(digits[unit] ?? 2)} ${unit}`;
}

function bar({ unit }: Row, wanted: Bar | undefined): string {
  if (!wanted) return '';
  const suffix = unit === 'ratio' ? '' : ` ${unit}`;
  return 'atMost' in wanted ? `≤ ${wanted.atMost}${suffix}` : `≥ ${wanted.atLeast}${suffix}`;
}

function verdict({ value, must, aim }: Row): string {
  if (must && !holds(value, must)) return 'MISSED';
  if (aim && holds(value, aim)) return 'aim met';
  return must ? 'met' : '';
}
