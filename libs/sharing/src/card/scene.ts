import type { FittedStack } from './fit-text.plan.js';
import type { TypeStyle } from './type-ruler.js';

/** What is drawn, from back to front, at fixed places: nothing is laid out by the machine that paints it. */
export interface Scene {
  width: number;
  height: number;
  ground: string;
  items: Item[];
}

export type Item = TextItem | PictureItem | BoxItem | BarsItem;

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextItem extends Frame, TypeStyle {
  is: 'text';
  text: string;
  colour: string;
}

/** A stored picture, cut to its frame. */
export interface PictureItem extends Frame {
  is: 'picture';
  key: string;
  radius: number;
}

export interface BoxItem extends Frame {
  is: 'box';
  radius: number;
  fill: string;
}

/** A filled path: the bars of a sound, the modules of a code. */
export interface BarsItem extends Frame {
  is: 'bars';
  d: string;
  fill: string;
  /** Units of the path along the frame's width; absent: pixels. */
  units?: number;
}

/** A stack of lines at a place. */
export function toItems({ lines }: FittedStack, x: number, y: number): TextItem[] {
  return lines.map(({ text, face, weight, size, colour, top, height, width }) => ({
    ...{ is: 'text' as const, text, face, weight, size, colour },
    ...{ x, y: y + top, width, height },
  }));
}

export function box(x: number, y: number, width: number, height: number, fill: string, radius = 0): BoxItem {
  return { is: 'box', x, y, width, height, fill, radius };
}
