import type { Item } from '../card/scene.js';
import { qrPng } from '../qr/qr.js';
import { planSlide, type SlideReach, slideSize } from './slide.plan.js';
import { jpegOf, type SlideGiven } from './slide-hand.js';

/** The wide page of presentation programs, in inches. */
const page = { width: 13.333, height: 7.5 };
const inches = (pixels: number) => (pixels / slideSize.height) * page.height;
/** A typeface that every machine has may be wider than ours: words are set a little smaller. */
const narrower = 0.88;

/** The slide for presentation programs: words stay words and can be changed, the code is a picture with its address as text. */
export async function slidePptx(
  { hand, pictures }: SlideGiven,
  reach: SlideReach,
  address: string,
  alt: string,
): Promise<Buffer> {
  const { default: PptxGenJs } = await import('pptxgenjs');
  const { items, code } = planSlide(hand, reach, address);
  // The package is typed as a module of CommonJS; what it exports is the class.
  const Pptx = PptxGenJs as unknown as new () => import('pptxgenjs').default;
  const pptx = new Pptx();
  pptx.defineLayout({ name: 'wide', ...page });
  pptx.layout = 'wide';
  pptx.title = hand.ruler.drawable(hand.content.title);
  pptx.company = '';
  pptx.author = hand.ruler.drawable(hand.content.above);
  const slide = pptx.addSlide();
  slide.background = { color: hex(hand.colours.paper) };
  for (const item of items) await addItem(slide, item, pictures);
  const { bytes } = await qrPng(address, alt);
  slide.addImage({
    ...{ data: `data:image/png;base64,${bytes.toString('base64')}`, altText: alt, hyperlink: { url: address } },
    ...{ x: inches(code.x), y: inches(code.y), w: inches(code.width), h: inches(code.height) },
  });
  return (await pptx.write({ outputType: 'nodebuffer', compression: true })) as Buffer;
}

type Slide = import('pptxgenjs').default.Slide;

async function addItem(slide: Slide, item: Item, pictures: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const at = { x: inches(item.x), y: inches(item.y), w: inches(item.width), h: inches(item.height) };
  if (item.is === 'box') slide.addShape('rect', { ...at, fill: { color: hex(item.fill) }, line: { width: 0 } });
  if (item.is === 'text') {
    const fontSize = Math.floor(((item.size * narrower) / slideSize.height) * page.height * 72);
    slide.addText(item.text, {
      ...{ x: at.x, y: at.y, w: inches(item.width * 1.12), h: at.h, margin: 0, valign: 'middle', wrap: false },
      ...{ fontFace: 'Arial', fontSize, bold: item.weight === 700, color: hex(item.colour) },
    });
  }
  if (item.is === 'picture') {
    const bytes = await jpegOf(item, pictures);
    slide.addImage({ ...at, data: `data:image/jpeg;base64,${bytes.toString('base64')}` });
  }
}

const hex = (colour: string) => colour.replace('#', '').toUpperCase();
