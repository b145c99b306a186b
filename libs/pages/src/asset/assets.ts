import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { faviconSvg, palettes } from '#libs/look';
import type { AssetPaths } from '../site/site.js';
import { faviconIcoBase64, touchIconBase64 } from './icons.js';
import { toClassicScript } from './classic-script.js';
import { readScript } from './script.js';

/** A file that pages ask for. A path under `/assets/` holds a hash of its content and may be kept for ever. */
export interface Asset {
  path: string;
  mime: string;
  bytes: Buffer;
}

export interface LoadedAssets {
  paths: AssetPaths;
  files: Asset[];
}

const scripts = ['site', 'player', 'deck', 'place', 'keys'] as const;

/** Reads fonts and scripts once, at start, and gives each its address. */
export async function loadAssets(): Promise<LoadedAssets> {
  const [latin, latinExt] = await Promise.all([font('latin'), font('latin-ext')]);
  const sources = await Promise.all(scripts.map((name) => readScript(name)));
  // One folder for all modules: they import each other by relative paths.
  const folder = `/assets/${hash(Buffer.concat(sources))}`;
  const modules = scripts.map((name, index) => ({
    path: `${folder}/${name}.js`,
    mime: 'text/javascript; charset=utf-8',
    bytes: sources[index]!,
  }));
  return {
    paths: {
      fontLatin: latin.path,
      fontLatinExt: latinExt.path,
      siteScript: `${folder}/site.js`,
      playerScript: `${folder}/player.js`,
      playerParts: ['deck', 'place', 'keys'].map((name) => `${folder}/${name}.js`),
    },
    files: [latin, latinExt, ...modules, ...icons()],
  };
}

/**
 * The same for pages that work without a server: two scripts that are no modules. What imports comes after what is
 * imported.
 */
export async function loadStaticAssets(): Promise<LoadedAssets> {
  const [latin, latinExt] = await Promise.all([font('latin'), font('latin-ext')]);
  const [site, player] = await Promise.all([classic('site'), classic('player', ['deck', 'place', 'keys'])]);
  return {
    paths: {
      fontLatin: latin.path,
      fontLatinExt: latinExt.path,
      siteScript: site.path,
      playerScript: player.path,
      playerParts: [],
    },
    files: [latin, latinExt, site, player, ...icons()],
  };
}

type ScriptName = (typeof scripts)[number];

async function classic(name: ScriptName, parts: readonly ScriptName[] = []): Promise<Asset> {
  const names = [...parts, name];
  const modules = await Promise.all(names.map(async (each) => ({ name: each, code: String(await readScript(each)) })));
  const bytes = Buffer.from(toClassicScript(modules));
  return { path: `/assets/${name}-${hash(bytes)}.js`, mime: 'text/javascript; charset=utf-8', bytes };
}

function icons(): Asset[] {
  const manifest = {
    name: 'Estrade',
    short_name: 'Estrade',
    start_url: '/',
    display: 'browser',
    background_color: palettes.light.paper,
    theme_color: palettes.light.paper,
    icons: [
      { src: '/apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  };
  return [
    { path: '/favicon.svg', mime: 'image/svg+xml', bytes: Buffer.from(faviconSvg()) },
    { path: '/favicon.ico', mime: 'image/x-icon', bytes: Buffer.from(faviconIcoBase64, 'base64') },
    { path: '/apple-touch-icon.png', mime: 'image/png', bytes: Buffer.from(touchIconBase64, 'base64') },
    {
      path: '/manifest.webmanifest',
      mime: 'application/manifest+json; charset=utf-8',
      bytes: Buffer.from(JSON.stringify(manifest)),
    },
  ];
}

async function font(subset: 'latin' | 'latin-ext'): Promise<Asset> {
  const file = `@fontsource/bricolage-grotesque/files/bricolage-grotesque-${subset}-700-normal.woff2`;
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return { path: `/assets/bricolage-${subset}-${hash(bytes)}.woff2`, mime: 'font/woff2', bytes };
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
