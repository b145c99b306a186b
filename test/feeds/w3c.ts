import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sampleFeeds } from './samples.js';

/** What the validator says of a feed, in its own words. */
interface Remark {
  kind: string;
  level: 'error' | 'warning' | 'info';
  element?: string;
  parent?: string;
  namespace?: string;
}

/**
 * Where the validator is known to be wrong: it knows neither itunes:complete nor Podlove's chapters nor anything of the
 * podcast namespace (so that a liveItem's RSS elements seem out of place), and takes HTML in a description for a fault.
 */
const falseAlarms: ((remark: Remark) => boolean)[] = [
  ({ kind, element }) => kind === 'UndefinedElement' && element === 'itunes:complete',
  ({ kind, namespace }) => kind === 'UnknownNamespace' && namespace === 'http://podlove.org/simple-chapters',
  ({ kind, parent }) => kind === 'NotInANamespace' && parent === 'unknown_liveItem',
  ({ kind, element }) => kind === 'ContainsHTML' && element === 'description',
];

const run = promisify(execFile);
const [checkout] = process.argv.slice(2);
const python = await findPython();
if (!checkout || !python) {
  console.error(
    checkout
      ? 'It needs Python 3 with html5lib and rdflib: apt install python3-html5lib python3-rdflib'
      : 'Name a checkout of github.com/w3c/feedvalidator: npm run check:feeds -- /path/to/feedvalidator',
  );
  process.exit(2);
}

const remarks = await validate(sampleFeeds());
let [bad, alarms] = [0, 0];
for (const [name, all] of Object.entries(remarks)) {
  const meant = all.filter((remark) => !falseAlarms.some((isFalse) => isFalse(remark)));
  alarms += all.length - meant.length;
  // What a producer's own words deserve a warning for, such as a character that could not be read, is no fault of ours.
  const faults = meant.filter(({ level }) => level === 'error' || !name.startsWith('nasty'));
  bad += faults.length;
  for (const remark of faults) console.log(`${name}: ${JSON.stringify(remark)}`);
}
console.log(`${Object.keys(remarks).length} feeds: ${bad} faults; ${alarms} known false alarms were left out.`);
process.exitCode = bad > 0 ? 1 : 0;

async function validate(feeds: Record<string, string>): Promise<Record<string, Remark[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-feeds-'));
  try {
    const script = fileURLToPath(new URL('./w3c.py', import.meta.url));
    const pairs: string[] = [];
    for (const [name, xml] of Object.entries(feeds)) {
      const self = /<atom:link href="([^"]+)" rel="self"/.exec(xml)![1]!;
      const path = join(folder, `${name}.xml`);
      await writeFile(path, xml);
      pairs.push(self, path);
    }
    const env = { ...process.env, PYTHONPATH: join(resolve(checkout!), 'src'), PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout } = await run(python!, [script, ...pairs], { env, maxBuffer: 1 << 28 });
    const found = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, Remark[]>;
    return Object.fromEntries(Object.keys(feeds).map((name) => [name, found[join(folder, `${name}.xml`)]!]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The packages of a distribution belong to its own Python, which need not be the first on the path. */
async function findPython(): Promise<string | undefined> {
  for (const name of ['python3', '/usr/bin/python3']) {
    if (await run(name, ['-c', 'import html5lib, rdflib']).catch(() => undefined)) return name;
  }
  return undefined;
}
