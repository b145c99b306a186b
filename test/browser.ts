import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--font-render-hinting=none',
];

/**
 * A real Chromium: the one that CHROMIUM_PATH names, else the one that `npm ci` brought, with its own
 * libraries and fonts, so that nothing has to be installed. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return chromium.launch({ executablePath: own, args: flags, chromiumSandbox: false });
  const folder = unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    chromiumSandbox: false,
    env: {
      ...(process.env as Record<string, string>),
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_PATH: folder,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

/** Unpacks the carried Chromium once a machine; of several processes that start together the first to finish wins. */
function unpackedChromium(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const carried = join(dirname(main), '..', '..');
  const { version } = JSON.parse(readFileSync(join(carried, 'package.json'), 'utf8')) as { version: string };
  const uid = process.getuid?.() ?? 0;
  const home = join(tmpdir(), `estrade-chromium-${version}-${uid}`);
  if (existsSync(join(home, 'chromium'))) return home;

  const work = mkdtempSync(join(tmpdir(), 'estrade-chromium-'));
  untar(join(carried, 'bin', 'al2023.tar.br'), work);
  untar(join(carried, 'bin', 'fonts.tar.br'), work);
  writeFileSync(join(work, 'fonts.conf'), fontsConf(join(home, 'fonts'), join(home, 'cache')));
  writeFileSync(join(work, 'chromium'), brotliDecompressSync(readFileSync(join(carried, 'bin', 'chromium.br'))), {
    mode: 0o755,
  });
  try {
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
  return home;
}

function untar(archive: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  if (done.status !== 0) throw new Error(`tar could not unpack ${archive}: ${String(done.stderr ?? done.error)}`);
}

function fontsConf(fonts: string, cache: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`;
}
