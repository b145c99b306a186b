import { CoverNotSquare, CoverTooSmall, ImageTooLarge } from './image.error.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A square to cut out of a picture, and the side that it is resized to. */
export interface SquarePlan {
  readonly left: number;
  readonly top: number;
  readonly cut: number;
  readonly side: number;
}

/** The widths that pages offer. */
export const imageWidths = [96, 320, 640, 1400] as const;

/** `feed:A07`: 1400 to 3000 px square. */
const leastCover = 1400;
const mostCover = 3000;
const leastPhoto = 200;
const mostPhoto = 1400;
/** A deviation from the square up to this share is cut off evenly; more would lose a part of the picture. */
const tolerated = 0.05;
const mostSide = 6000;
/** Refused before anything is decoded (`abuse:A40`). */
export const mostPixels = 40_000_000;

/**
 * How a cover becomes a square of 1400 to 3000 px.
 * @throws ImageTooLarge, CoverNotSquare, CoverTooSmall
 */
export function planCover(size: Size): SquarePlan {
  refuseHuge(size);
  const cut = Math.min(size.width, size.height);
  const longer = Math.max(size.width, size.height);
  if (longer - cut > longer * tolerated) throw new CoverNotSquare(size.width, size.height);
  if (cut < leastCover) throw new CoverTooSmall(size.width, size.height, leastCover);
  return square(size, cut, mostCover);
}

/**
 * How a photograph of a person becomes a square: the middle of its width, the upper part of its height, where faces are.
 * @throws ImageTooLarge, CoverTooSmall
 */
export function planPhoto(size: Size): SquarePlan {
  refuseHuge(size);
  const cut = Math.min(size.width, size.height);
  if (cut < leastPhoto) throw new CoverTooSmall(size.width, size.height, leastPhoto);
  const plan = square(size, cut, mostPhoto);
  return { ...plan, top: Math.round(plan.top / 2) };
}

/** @throws ImageTooLarge */
export function refuseHuge({ width, height }: Size): void {
  if (width * height > mostPixels) throw new ImageTooLarge(width, height, mostSide);
}

function square({ width, height }: Size, cut: number, most: number): SquarePlan {
  const middle = (length: number) => Math.floor((length - cut) / 2);
  return { left: middle(width), top: middle(height), cut, side: Math.min(cut, most) };
}
