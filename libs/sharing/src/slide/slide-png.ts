import type { EncodedImage } from '../card/encode-image.js';
import { paint } from '../card/paint.js';
import { box } from '../card/scene.js';
import { drawQr } from '../qr/qr.js';
import { planSlide, type SlideReach, slideSize } from './slide.plan.js';
import type { SlideGiven } from './slide-hand.js';

/** The slide as a picture, 1920 × 1080, at most 1 MB. */
export async function slidePng(
  { hand, pictures }: SlideGiven,
  reach: SlideReach,
  address: string,
  alt: string,
): Promise<EncodedImage> {
  const { items, code } = planSlide(hand, reach, address);
  const { side, d } = await drawQr(address);
  // Whole pixels, so that no module is blurred; what is left over belongs to the margin.
  const module = Math.floor(code.width / side);
  const offset = Math.floor((code.width - module * side) / 2);
  const scene = {
    ...slideSize,
    ground: hand.colours.paper,
    items: [
      ...items,
      box(code.x, code.y, code.width, code.height, '#ffffff'),
      {
        ...{ is: 'bars' as const, d, fill: '#000000', units: side },
        ...{ x: code.x + offset, y: code.y + offset, width: module * side, height: module * side },
      },
    ],
  };
  return paint(scene, pictures, { most: 1024 * 1024, alt });
}
