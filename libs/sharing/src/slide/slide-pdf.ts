import { type Face, type LoadedFont, loadFonts, type Weight } from '../card/font-files.js';
import type { Item, TextItem } from '../card/scene.js';
import { drawQr } from '../qr/qr.js';
import { planSlide, type SlideReach, slideSize } from './slide.plan.js';
import { jpegOf, type SlideGiven } from './slide-hand.js';

type Pdf = PDFKit.PDFDocument;

/** The slide as one page of PDF: words are words, the code is a drawing. */
export async function slidePdf({ hand, pictures }: SlideGiven, reach: SlideReach, address: string): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const { items, code } = planSlide(hand, reach, address);
  const { width, height } = slideSize;
  const title = hand.ruler.drawable(hand.content.title);
  // Half the pixels as points: the page of a usual wide slide.
  const pdf = new PDFDocument({
    ...{ size: [width / 2, height / 2], margin: 0, lang: hand.content.region, displayTitle: true },
    info: { Title: title, Producer: 'Estrade', Creator: 'Estrade', CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  const fonts = await loadFonts();
  pdf.scale(0.5).rect(0, 0, width, height).fill(hand.colours.paper);
  for (const item of items) await drawItem(pdf, item, fonts, pictures);
  const { side, d } = await drawQr(address);
  pdf.rect(code.x, code.y, code.width, code.height).fill('#ffffff');
  pdf
    .save()
    .translate(code.x, code.y)
    .scale(code.width / side)
    .path(d)
    .fill('#000000')
    .restore();
  pdf.link(code.x / 2, code.y / 2, code.width / 2, code.height / 2, address);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

async function drawItem(
  pdf: Pdf,
  item: Item,
  fonts: readonly LoadedFont[],
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const { x, y, width, height } = item;
  if (item.is === 'box') pdf.roundedRect(x, y, width, height, item.radius).fill(item.fill);
  if (item.is === 'text') drawText(pdf, item, fonts);
  if (item.is === 'picture') {
    const bytes = await jpegOf(item, pictures);
    pdf.save().roundedRect(x, y, width, height, item.radius).clip();
    pdf.image(bytes, x, y, { width, height }).restore();
  }
}

/** A line, each run of letters in the first font that has them. */
function drawText(
  pdf: Pdf,
  { text, x, y, height, size, face, weight, colour }: TextItem,
  fonts: readonly LoadedFont[],
): void {
  let at = x;
  for (const { font, run } of toRuns(text, face, weight, fonts)) {
    pdf.registerFont(`${font.name}-${weight}`, font.data).font(`${font.name}-${weight}`).fontSize(size).fill(colour);
    pdf.text(run, at, y + height * 0.5, { lineBreak: false, baseline: 'middle' });
    at += pdf.widthOfString(run);
  }
}

function toRuns(text: string, face: Face, weight: Weight, fonts: readonly LoadedFont[]) {
  const own = fonts.filter((font) => font.weight === weight);
  const ordered = [...own.filter((font) => font.face === face), ...own.filter((font) => font.face !== face)];
  const runs: { font: LoadedFont; run: string }[] = [];
  for (const char of text) {
    const font = ordered.find(({ metrics }) => metrics.has(char.codePointAt(0)!)) ?? ordered[0]!;
    const last = runs.at(-1);
    if (last?.font === font) last.run += char;
    else runs.push({ font, run: char });
  }
  return runs;
}
