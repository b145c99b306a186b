import { readFileSync } from 'node:fs';

const file = new URL(
  import.meta.url.includes('/dist/') ? '../../../../../package.json' : '../../../../package.json',
  import.meta.url,
);

/** Estrade's version, from package.json. */
export const version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
