import { benchAudio } from './audio.bench.js';
import { benchFeed } from './feed.bench.js';
import { benchStart } from './start.bench.js';
import { printTable, type Row } from './table.js';

/** `npm run bench [audio|feed|start …]`: ratios against floors that run beside them, as one table; exit code 1 when a bar is missed. */
const parts: Record<string, () => Promise<Row[]>> = { audio: benchAudio, feed: benchFeed, start: benchStart };
const asked = process.argv.slice(2);
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
