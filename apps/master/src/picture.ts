import type { LoudnessReport, Waveform } from '#libs/ffmpeg';
import { formatTimeCode } from '#libs/kernel';
import { type Region, translator } from '#libs/messages';
import type { Mastered } from './master.js';
import { decimal } from './words.js';

const size = { width: 960, panel: 190, left: 46, right: 16, head: 30, foot: 26 };
const inner = size.width - size.left - size.right;
/** The loudness that the panels show, LUFS. */
const scale = { top: -8, bottom: -56 };
const colours = {
  paper: '#fbfaf7',
  ink: '#2b2a28',
  quiet: '#8b867d',
  wave: '#cfd8d3',
  band: '#f2c14e',
  line: '#b3401f',
};

/** Before and after as SVG: the waveform, and over it the loudness of each 3 s with the target as a band. */
export function toPicture(region: Region, { before, plan, after }: Mastered): string {
  const t = translator(region);
  const height = 2 * (size.head + size.panel) + size.foot;
  const title = t('master.picture.title');
  const panels = [
    panel(0, t('master.before'), before.report, before.waveform, plan.targetLufs, region),
    panel(size.head + size.panel, t('master.after'), after.report, after.waveform, plan.targetLufs, region),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${size.width}" height="${height}" rx="8" fill="${colours.paper}"/>`,
    `<text x="${size.width - size.right}" y="${size.head - 9}" text-anchor="end" fill="${colours.quiet}" font-size="11">${escape(t('master.picture.legend'))}</text>`,
    ...panels,
    timeAxis(after.durationMs, 2 * (size.head + size.panel)),
    '</svg>\n',
  ].join('\n');
}

function panel(
  top: number,
  name: string,
  report: LoudnessReport,
  wave: Waveform,
  target: number,
  region: Region,
): string {
  const y = top + size.head;
  const facts = [
    `${decimal(region, report.asHeardLufs)} LUFS`,
    `${decimal(region, report.truePeakDbtp)} dBTP`,
    `LRA ${decimal(region, report.loudnessRange)} LU`,
  ].join(' · ');
  const lines = [-16, -32, -48].map(
    (lufs) =>
      `<text x="${size.left - 6}" y="${toY(y, lufs) + 4}" text-anchor="end" fill="${colours.quiet}" font-size="11">${decimal(region, lufs).replace(/[.,]0$/, '')}</text>`,
  );
  const band = { top: toY(y, target + 1), bottom: toY(y, target - 1) };
  return [
    `<text x="${size.left}" y="${y - 9}" fill="${colours.ink}"><tspan font-weight="600">${escape(name)}</tspan><tspan dx="10" fill="${colours.quiet}">${facts}</tspan></text>`,
    ...lines,
    `<path d="${wavePath(wave, y)}" fill="${colours.wave}"/>`,
    `<rect x="${size.left}" y="${band.top}" width="${inner}" height="${tenth(band.bottom - band.top)}" fill="${colours.band}" opacity="0.45"/>`,
    `<path d="${loudnessPath(report, y)}" fill="none" stroke="${colours.line}" stroke-width="1.8" stroke-linejoin="round"/>`,
  ].join('\n');
}

/** Up along the highest samples and back along the lowest. */
function wavePath({ overview }: Waveform, top: number): string {
  const count = overview.length / 2;
  const middle = top + size.panel / 2;
  const point = (index: number, value: number): string =>
    `${tenth(size.left + (inner * index) / Math.max(1, count - 1))} ${tenth(middle - (value / 128) * (size.panel / 2))}`;
  const highest = Array.from({ length: count }, (_, i) => point(i, overview[2 * i + 1]!));
  const lowest = Array.from({ length: count }, (_, i) => point(i, overview[2 * i]!)).reverse();
  return `M${[...highest, ...lowest].join('L')}Z`;
}

/** The short-term value at a second tells of the three before it: it is drawn in their middle. */
function loudnessPath({ shortTerm, durationMs }: LoudnessReport, top: number): string {
  const points = shortTerm.map((lufs, second) => {
    const x = size.left + (inner * Math.max(0, second - 0.5) * 1000) / durationMs;
    return `${tenth(Math.min(x, size.width - size.right))} ${toY(top, lufs)}`;
  });
  return `M${points.join('L')}`;
}

function timeAxis(durationMs: number, y: number): string {
  const step = [10, 30, 60, 300, 600, 1800, 3600].find((seconds) => durationMs / 1000 / seconds <= 10) ?? 7200;
  const marks: string[] = [];
  for (let seconds = 0; seconds * 1000 <= durationMs; seconds += step) {
    const x = tenth(size.left + (inner * seconds * 1000) / durationMs);
    marks.push(`<text x="${x}" y="${y + 17}" text-anchor="middle">${formatTimeCode(seconds * 1000)}</text>`);
  }
  return `<g fill="${colours.quiet}" font-size="11">${marks.join('')}</g>`;
}

function toY(top: number, lufs: number): number {
  const share = (scale.top - Math.min(scale.top, Math.max(scale.bottom, lufs))) / (scale.top - scale.bottom);
  return tenth(top + share * size.panel);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
