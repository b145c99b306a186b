import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findViolations } from './fence.js';

const root = new URL('../../', import.meta.url).pathname;

describe('the floors', () => {
  it('hold in this tree', async () => {
    const found = await findViolations(root);
    expect(found.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`)).toEqual([]);
  });

  const forms = (module: string) => [
    ['static', `import { a } from '${module}';\na();`],
    ['import type', `import type { A } from '${module}';\nexport const a: A = 1;`],
    ['for its effect', `import '${module}';`],
    ['re-export', `export { a } from '${module}';`],
    ['re-export of all', `export * from '${module}';`],
    ['import()', `export const a = () => import('${module}');`],
    ['import() type', `export type A = import('${module}').A;`],
    ['require', `const a = require('${module}');\na();`],
  ];
  const plant = (rule: string, file: string, module: string) =>
    forms(module).map(([form, text]) => [rule, form!, file, text!] as const);

  it.each([
    ...plant('upward', 'libs/people/src/a.ts', '#libs/catalog'),
    ...plant('upward', 'libs/kernel/src/a.ts', '#libs/config'),
    ...plant('sideways', 'libs/feeds/src/a.ts', '#libs/pages'),
    ...plant('sideways', 'libs/media/src/a.spec.ts', '#libs/people'),
    ...plant('inside', 'libs/feeds/src/a.ts', '#libs/catalog/src/show/show.entity.js'),
    ...plant('unknown', 'libs/feeds/src/a.ts', '#libs/helpers'),
    ...plant('outside', 'libs/catalog/src/show/a.ts', '../../../people/src/index.js'),
    ...plant('outside', 'libs/catalog/src/show/a.ts', '../../../../dist/libs/people/src/index.js'),
    ...plant('outside', 'apps/web/src/a.ts', '../../api/src/api.module.js'),
    ...plant('outside', 'libs/media/src/a.ts', '../../../test/database.js'),
    ...plant('outside', 'migrations/1-a.ts', '../libs/people/src/index.js'),
    ...plant('outside', 'migrations/1-a.ts', 'pg'),
    ...plant('studio', 'apps/studio/src/a.tsx', '#libs/catalog'),
    ...plant('outside', 'apps/studio/src/a.tsx', '../../../libs/catalog/src/index.js'),
    ...plant('home', 'libs/media/src/a.ts', 'fluent-ffmpeg'),
    ...plant('home', 'apps/worker/src/a.ts', 'bullmq'),
    ...plant('pure', 'libs/catalog/src/episode/a.state.ts', 'typeorm'),
    ...plant('pure', 'libs/pages/src/a.page.tsx', '@nestjs/common'),
    ...plant('bare', 'libs/ffmpeg/src/a.ts', '@nestjs/common'),
  ])('catch %s (%s) in %s', async (rule, _, file, text) => {
    expect(await plantAndCheck(file, text)).toEqual([rule]);
  });

  it.each([
    ['pure', 'libs/catalog/src/a.plan.ts', 'export async function a() {}'],
    ['pure', 'libs/catalog/src/a.policy.ts', 'await Promise.resolve();'],
    ['world', 'libs/catalog/src/a.ts', 'export const a = process.env.HOME;'],
    ['world', 'apps/web/src/a.ts', 'export const a = Date.now();'],
    ['world', 'libs/media/src/a.ts', 'export const a = new Date();'],
    ['world', 'libs/media/src/a.ts', 'export const a = Date();'],
    ['world', 'libs/media/src/a.ts', 'export const a = Math.random();'],
  ])('catch %s in %s: %s', async (rule, file, text) => {
    expect(await plantAndCheck(file, text)).toEqual([rule]);
  });

  it.each([
    ['libs/catalog/src/a.ts', `import { a } from '#libs/people';\nimport { b } from './show/b.js';\na(b);`],
    ['libs/media/src/a.int-spec.ts', `import { a } from '../../../test/database.js';\na(Date.now());`],
    ['libs/media/src/a.ts', `export const a = (ms: number) => new Date(ms);`],
    ['apps/web/src/main.ts', `export const a = process.env;`],
    ['apps/worker/src/a.ts', `import { migrations } from '../../../migrations/index.js';\nmigrations();`],
    ['apps/solo/src/a.ts', `import { a } from '../../web/src/web.module.js';\na();`],
    ['apps/studio/src/a.tsx', `import { t } from '#libs/messages';\nt(Date.now());`],
    ['libs/pages/src/browser/a.ts', 'export const a = () => Date.now();'],
    ['libs/kernel/src/a.ts', 'export const a = () => Date.now();'],
    ['libs/catalog/src/a.ts', `// import { a } from '#libs/pages';\nexport const a = "import '#libs/pages'";`],
  ])('allow %s', async (file, text) => {
    expect(await plantAndCheck(file, text)).toEqual([]);
  });
});

async function plantAndCheck(file: string, text: string): Promise<string[]> {
  const tree = await mkdtemp(join(tmpdir(), 'estrade-fence-'));
  try {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), text);
    return (await findViolations(tree)).map(({ rule }) => rule);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}
