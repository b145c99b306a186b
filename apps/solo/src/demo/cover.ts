import sharp from 'sharp';
import { palettes } from '#libs/look';

const size = 1500;
const heights = [0.12, 0.3, 0.22, 0.46, 0.62, 0.4, 0.74, 0.55, 0.34, 0.5, 0.26, 0.38, 0.16];

/** A cover for the samples: a waveform standing on its plank, in the house's colours. A JPEG, square. */
export function drawCover(ground: string): Promise<Buffer> {
  const { accent, paper } = palettes.light;
  const step = 1060 / heights.length;
  const bars = heights.map((height, i) => {
    const x = 220 + i * step;
    return `<rect x="${x}" y="${1080 - height * 900}" width="${step * 0.55}" height="${height * 900}" rx="18" fill="${paper}"/>`;
  });
  const plank = `<rect x="200" y="1130" width="1100" height="54" fill="${accent}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="${ground}"/>${bars.join('')}${plank}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: ground }).jpeg({ quality: 90 }).toBuffer();
}
