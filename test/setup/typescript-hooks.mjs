import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = new URL('../../', import.meta.url);
const options = JSON.parse(await readFile(new URL('.swcrc', root), 'utf8'));

/** `#libs/x` is the source of that lib, and `./x.js` beside an `x.ts` is that one. */
export function resolve(specifier, context, next) {
  const lib = /^#libs\/([^/]+)$/.exec(specifier);
  if (lib) return next(new URL(`libs/${lib[1]}/src/index.ts`, root).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL && !context.parentURL.includes('/node_modules/')) {
    const base = new URL(specifier.slice(0, -3), context.parentURL);
    for (const end of ['.ts', '.tsx']) {
      if (existsSync(fileURLToPath(base) + end)) return next(base.href + end, context);
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...options,
    swcrc: false,
    sourceMaps: 'inline',
    filename,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
