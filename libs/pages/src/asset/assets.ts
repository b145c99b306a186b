import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { postLength } from '#libs/kernel';
import { faviconSvg, palettes } from '#libs/look';
import type { AssetPaths } from '../site/site.js';
import { faviconIcoBase64, touchIconBase64 } from './icons.js';
import { type ScriptModule, toClassicScript } from './classic-script.js';
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

/** The script that a page asks for, by the module that it begins with: it and all that it imports become one file. */
const entries = { site: 'site', player: 'stage', embed: 'embed', kit: 'kit' } as const;

/** A function that servers use as well: its source needs nothing outside of itself. */
const shared: Record<string, string> = { 'post-length': `export ${postLength}` };

/**
 * Reads fonts and scripts once, at start, and gives each its address. The scripts are no modules: one request each, and
 * they also run in a page opened from a folder and in a frame without an origin (`ux:K-31`).
 */
export async function loadAssets(): Promise<LoadedAssets> {
  const [latin, latinExt] = await Promise.all([font('latin'), font('latin-ext')]);
  const [site, player, embed, kit] = await Promise.all([
    script('site'),
    script('player'),
    script('embed'),
    script('kit'),
  ]);
  return {
    paths: {
      fontLatin: latin.path,
      fontLatinExt: latinExt.path,
      siteScript: site.path,
      playerScript: player.path,
      embedScript: embed.path,
      kitScript: kit.path,
    },
    files: [latin, latinExt, site, player, embed, kit, ...icons()],
  };
}

async function script(name: keyof typeof entries): Promise<Asset> {
  const modules = new Map<string, ScriptModule>();
  await collect(entries[name], modules);
  const bytes = Buffer.from(toClassicScript([...modules.values()]));
  return { path: `/assets/${name}-${hash(bytes)}.js`, mime: 'text/javascript; charset=utf-8', bytes };
}

/** A module after everything that it imports. */
async function collect(name: string, modules: Map<string, ScriptModule>): Promise<void> {
  const code = shared[name] ?? String(await readScript(name));
  for (const [, imported] of code.matchAll(/^import\s*\{[^}]*\}\s*from\s*['"]\.\/([\w-]+)\.js['"]/gm)) {
    if (!modules.has(imported!)) await collect(imported!, modules);
  }
  modules.set(name, { name, code });
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
