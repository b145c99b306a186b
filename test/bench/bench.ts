import { benchFeed } from './feed.bench.js';
import { benchImport } from './import.bench.js';
import { benchKit } from './kit.bench.js';
import { benchSearch } from './search.bench.js';
import { benchPages } from './pages.bench.js';
import { benchSound } from './sound.bench.js';
import { benchStart } from './start.bench.js';
import { printTable, type Row } from './table.js';

/** `npm run bench -- [sound|feed|pages|import|start|search|kit …] [--quick]`: ratios against floors that run beside them, as one table; exit code 1 when a bar is missed. */
const isQuick = process.argv.includes('--quick');
const parts: Record<string, () => Promise<Row[]>> = {
  sound: () => benchSound({ isQuick }),
  feed: benchFeed,
  pages: benchPages,
  import: benchImport,
  start: benchStart,
  search: () => benchSearch({ isQuick }),
  kit: benchKit,
};
const asked = process.argv.slice(2).filter((name) => name !== '--quick');
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length)
  throw new Error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);

const rows: Row[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`Measuring: ${name} …`);
  rows.push(...(await run()));
}
console.log('');
process.exitCode = printTable(rows) ? 0 : 1;
