import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readMetrics, type FontMetrics } from './font-metrics.js';

/** `heading` is the house's display face, `text` its text face; where one lacks a letter the other has it. */
export type Face = 'heading' | 'text';
export type Weight = 400 | 700;

export interface LoadedFont {
  name: string;
  face: Face;
  weight: Weight;
  data: Buffer;
  metrics: FontMetrics;
}

const bricolage = ['latin', 'latin-ext', 'vietnamese'];
const noto = [...bricolage, 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];
const weights: Weight[] = [400, 700];

let loading: Promise<LoadedFont[]> | undefined;

/** The packaged fonts of all cards, read once: nothing depends on what a machine has installed. */
export function loadFonts(): Promise<LoadedFont[]> {
  return (loading ??= readAll().catch((error: unknown) => {
    loading = undefined; // The next card tries again.
    throw error;
  }));
}

async function readAll(): Promise<LoadedFont[]> {
  const wanted = [
    ...bricolage.map((subset) => ({ face: 'heading' as const, family: 'bricolage-grotesque', subset })),
    ...noto.map((subset) => ({ face: 'text' as const, family: 'noto-sans', subset })),
  ];
  return Promise.all(
    weights.flatMap((weight) =>
      wanted.map(async ({ face, family, subset }) => {
        const data = await readFont(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`);
        return { name: `${family}-${subset}`, face, weight, data, metrics: readMetrics(data) };
      }),
    ),
  );
}

function readFont(file: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(file));
}
