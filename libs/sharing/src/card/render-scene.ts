import type { Storage } from '#libs/storage';
import { loadFonts } from './font-files.js';
import type { Item, PictureItem, Scene, TextItem } from './scene.js';
import type { ReactNode } from 'react';

/** A painted scene: RGBA pixels. */
export interface Painted {
  pixels: Buffer;
  width: number;
  height: number;
}

/**
 * Paints a scene: satori turns text into outlines of the packaged fonts, resvg paints them. Both are loaded with the
 * first card. Texts reach satori as text only: no markup in them means anything.
 */
export async function renderScene(scene: Scene, pictures: ReadonlyMap<string, Uint8Array>): Promise<Painted> {
  const [{ default: satori }, { renderAsync }] = await Promise.all([import('satori'), import('@resvg/resvg-js')]);
  const svg = await satori(await toNode(scene, pictures), {
    ...{ width: scene.width, height: scene.height },
    fonts: (await loadFonts()).map(({ name, data, weight }) => ({ name, data, weight, style: 'normal' })),
  });
  const { pixels, width, height } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return { pixels, width, height };
}

/** Pictures out of the storage; those that are gone, or are no pictures, are left out. */
export async function readPictures(storage: Pick<Storage, 'readBytes' | 'exists'>, keys: readonly string[]) {
  const found = new Map<string, Buffer>();
  for (const key of new Set(keys)) {
    if (!(await storage.exists(key))) continue;
    const bytes = await storage.readBytes(key);
    if (await isPicture(bytes)) found.set(key, bytes);
  }
  return found;
}

async function isPicture(bytes: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  try {
    return (await sharp(bytes).metadata()).format !== 'svg';
  } catch {
    return false;
  }
}

async function toNode(
  { width, height, ground, items }: Scene,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<ReactNode> {
  const children = [];
  for (const item of items) children.push(await toElement(item, pictures));
  return element('div', { style: { width, height, display: 'flex', backgroundColor: ground } }, children);
}

async function toElement(item: Item, pictures: ReadonlyMap<string, Uint8Array>): Promise<ReactNode> {
  const at = { position: 'absolute', left: item.x, top: item.y, width: item.width, height: item.height } as const;
  switch (item.is) {
    case 'text':
      return toText(item);
    case 'box':
      return element('div', { style: { ...at, backgroundColor: item.fill, borderRadius: item.radius } });
    case 'bars':
      return element(
        'svg',
        { ...at, style: at, viewBox: `0 0 ${item.units ?? item.width} ${item.units ?? item.height}` },
        [element('path', { d: item.d, fill: item.fill })],
      );
    default:
      return element('img', { src: await toSource(item, pictures), style: { ...at, borderRadius: item.radius } });
  }
}

function toText({ x, y, width, height, text, face, weight, size, colour }: TextItem): ReactNode {
  const style = {
    ...{ position: 'absolute', left: x, top: y, width: width + size, height, display: 'flex', whiteSpace: 'pre' },
    ...{ fontFamily: families[face], fontWeight: weight, fontSize: size, lineHeight: `${height}px`, color: colour },
  };
  return element('div', { style }, [text]);
}

const heading = ['latin', 'latin-ext', 'vietnamese'].map((subset) => `bricolage-grotesque-${subset}`);
const text = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'].map(
  (subset) => `noto-sans-${subset}`,
);
const families = { heading: [...heading, ...text].join(', '), text: [...text, ...heading].join(', ') };

async function toSource(
  { key, width, height }: PictureItem,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(pictures.get(key), { failOn: 'none' })
    .resize(width, height, { fit: 'cover' })
    .png()
    .toBuffer()
    .catch(() => nothing);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

/** One clear pixel, for a picture that breaks off before its first line. */
const nothing = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** An element as satori reads it; no library of components is needed for that. */
function element(type: string, props: Record<string, unknown>, children: ReactNode[] = []): ReactNode {
  return { type, key: null, props: { ...props, children: children.length === 1 ? children[0] : children } };
}
