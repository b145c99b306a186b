import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { floorOf } from './floors.js';

const root = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const libs = readdirSync(join(root, 'libs'));
/** Tracked files and new ones that git would track. */
const files = lines(run('git', ['ls-files', '--cached', '--others', '--exclude-standard'])).filter((file) =>
  existsSync(join(root, file)),
);

describe('the tree', () => {
  it('lists every spec that git knows: a pattern that silently runs nothing is the cheapest lie', async () => {
    const specs = files.filter((file) => /spec\.tsx?$/.test(file)).sort();
    const { servicesConfig } = (await import(join(root, '.ci/jest.mjs'))) as { servicesConfig: object };
    const listed = [...listTests([]), ...listTests(['--config', JSON.stringify(servicesConfig)])].sort();
    expect(listed).toEqual(specs);
  });

  it('has no drawer for what found no place', () => {
    const folders = new Set(files.flatMap((file) => file.split('/').slice(0, -1)));
    const drawers = ['common', 'shared', 'core', 'utils', 'util', 'helpers', 'misc', 'lib'];
    expect(drawers.filter((name) => folders.has(name))).toEqual([]);
  });

  it('keeps nothing at the top but what belongs there', () => {
    const top = new Set(files.map((file) => file.split('/')[0]!).filter((name) => !name.startsWith('.')));
    const house = ['apps', 'libs', 'migrations', 'test', 'docker'];
    const texts = ['README.md', 'CHANGELOG.md', 'LICENSE', 'nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json']; // prettier-ignore
    expect([...top].filter((name) => ![...house, ...texts].includes(name))).toEqual([]);
  });

  describe.each(libs)('the lib %s', (lib) => {
    it('has a floor, a README and one public list, name by name', () => {
      expect(floorOf(lib)).toBeGreaterThanOrEqual(0);
      expect(read(`libs/${lib}/README.md`)).toMatch(/May import/i);
      expect(read(`libs/${lib}/src/index.ts`)).not.toMatch(/export \*/);
    });
  });

  it('has no default exports but where a tool wants one', () => {
    const wanted = [/vite\.config\.ts$/];
    const sources = files.filter((file) => /^(apps|libs|migrations|test)\/.*\.tsx?$/.test(file));
    const found = sources.filter((file) => !wanted.some((w) => w.test(file)) && /^export default /m.test(read(file)));
    expect(found).toEqual([]);
  });

  it('describes its apps and libs to the Nest command line', () => {
    const { projects, monorepo } = JSON.parse(read('nest-cli.json')) as {
      monorepo: boolean;
      projects: Record<
        string,
        { type: string; root: string; entryFile: string; compilerOptions: { tsConfigPath: string } }
      >;
    };
    expect(monorepo).toBe(true);
    const apps = readdirSync(join(root, 'apps')).filter((app) => app !== 'studio');
    expect(Object.keys(projects).sort()).toEqual([...apps, ...libs].sort());
    for (const [name, project] of Object.entries(projects)) {
      const isApp = apps.includes(name);
      expect(project.type).toBe(isApp ? 'application' : 'library');
      expect(project.root).toBe(`${isApp ? 'apps' : 'libs'}/${name}`);
      expect(existsSync(join(root, project.root, 'src', `${project.entryFile}.ts`))).toBe(true);
      expect(existsSync(join(root, project.compilerOptions.tsConfigPath))).toBe(true);
    }
  });
});

function listTests(args: string[]): string[] {
  const jest = ['node_modules/jest/bin/jest.js', '--listTests', ...args];
  return lines(run(process.execPath, jest)).map((path) => path.replace(root, ''));
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

function lines(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
