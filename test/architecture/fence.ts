import { readFile, readdir } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { bareLibs, floorOf, framework, homes, pureKinds, soloReaches, studioLibs } from './floors.js';
import { type Found, type Source, readSource } from './source.js';

/** One thing that the fence caught. */
export interface Violation {
  file: string;
  line: number;
  rule: 'upward' | 'sideways' | 'unknown' | 'inside' | 'outside' | 'studio' | 'home' | 'pure' | 'bare' | 'world';
  sentence: string;
}

/** Everything below `root` that breaks the floors, sorted by file. */
export async function findViolations(root: string): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const file of await listSources(root)) {
    found.push(...checkFile(file, readSource(file, await readFile(join(root, file), 'utf8'))));
  }
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

async function listSources(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const top of ['apps', 'libs', 'migrations']) {
    const entries = await readdir(join(root, top), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const { parentPath, name } of entries) {
      if (/(?<!\.d)\.tsx?$/.test(name)) files.push(relative(root, join(parentPath, name)).replaceAll('\\', '/'));
    }
  }
  return files.filter((file) => !/(^|\/)(node_modules|dist)\//.test(file));
}

function checkFile(file: string, source: Source): Violation[] {
  const [top = '', owner = ''] = file.split('/');
  const isTest = /([.-]spec|\.suite|\.fixture)\.tsx?$|\/testing\//.test(file);
  const at = (place: Found, rule: Violation['rule'], sentence: string): Violation => ({
    file,
    line: place.line,
    rule,
    sentence,
  });
  const caught = source.imports.flatMap((place) => {
    const [rule, sentence] = checkImport(file, top, owner, place.what, isTest) ?? [];
    return rule ? [at(place, rule, sentence!)] : [];
  });
  if (isTest) return caught;
  if (isPure(file)) {
    for (const place of source.waits) caught.push(at(place, 'pure', `a pure file has no ${place.what}`));
  }
  if (owner !== 'studio' && owner !== 'config' && owner !== 'kernel' && top !== 'migrations') {
    for (const place of source.worldly) {
      // The door of an app hands the environment to config.
      if (place.what === 'process.env' && /^apps\/\w+\/src\/main\.ts$/.test(file)) continue;
      // What runs in a visitor's browser has that browser's clock and no other.
      if (place.what === 'Date.now' && file.startsWith('libs/pages/src/browser/')) continue;
      caught.push(at(place, 'world', `${place.what} belongs to config or kernel; take a clock, a config or an id`));
    }
  }
  return caught;
}

type Caught = [Violation['rule'], string] | undefined;

function checkImport(file: string, top: string, owner: string, module: string, isTest: boolean): Caught {
  if (module.startsWith('.')) return checkRelative(file, top, owner, module, isTest);
  if (module.startsWith('#libs/')) return checkLib(top, owner, module.slice('#libs/'.length));
  if (top === 'migrations' && module !== 'typeorm' && !isTest) return ['outside', 'a migration imports only typeorm'];
  if (isTest) return undefined;
  const home = homes[module];
  if (home && !file.startsWith(home)) return ['home', `${module} is used in ${home} only`];
  const isFramework = framework.some(
    (name) => module === name || module.startsWith(name.endsWith('/') ? name : `${name}/`),
  );
  if (!isFramework) return undefined;
  if (isPure(file)) return ['pure', `a pure file does not import ${module}`];
  const isBare = top === 'libs' && (bareLibs as readonly string[]).includes(owner);
  return isBare ? ['bare', `${owner} knows no framework; it imports ${module}`] : undefined;
}

function checkLib(top: string, owner: string, lib: string): Caught {
  if (lib.includes('/')) return ['inside', `import #libs/${lib.split('/')[0]}, not a file in it`];
  const wanted = floorOf(lib);
  if (wanted < 0) return ['unknown', `${lib} has no floor; give it one in test/architecture/floors.ts`];
  if (owner === 'studio' && top === 'apps') {
    return (studioLibs as readonly string[]).includes(lib) ? undefined : ['studio', `the studio may not know ${lib}`];
  }
  if (top !== 'libs') return undefined;
  const own = floorOf(owner);
  if (own < 0) return ['unknown', `${owner} has no floor; give it one in test/architecture/floors.ts`];
  if (wanted < own) return undefined;
  if (lib === owner) return ['sideways', `inside ${owner} use relative paths`];
  return [wanted > own ? 'upward' : 'sideways', `${owner} may not import ${lib}`];
}

function checkRelative(file: string, top: string, owner: string, module: string, isTest: boolean): Caught {
  const target = posix.join(posix.dirname(file), module);
  const home = top === 'migrations' ? 'migrations/' : `${top}/${owner}/`;
  if (`${target}/`.startsWith(home)) return undefined;
  if (isTest && (target.startsWith('test/') || target.startsWith('migrations/'))) return undefined;
  // An app knows the list of migrations: to run it, or to tell whether the database is ready.
  if (top === 'apps' && owner !== 'studio' && target === 'migrations/index.js') return undefined;
  if (top === 'apps' && owner === 'solo' && soloReaches.some((folder) => target.startsWith(folder))) return undefined;
  return ['outside', `${module} leaves ${home}; between libs use #libs/<lib>`];
}

function isPure(file: string): boolean {
  return pureKinds.some((kind) => new RegExp(`\\.${kind}\\.tsx?$`).test(file));
}
