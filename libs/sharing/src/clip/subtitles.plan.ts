import type { Cue } from '#libs/catalog';

/** Captions as WebVTT, for networks that take a file beside the film. */
export function toVtt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue) => `${toTime(cue.startMs, '.')} --> ${toTime(cue.endMs, '.')}\n${escape(cue.text)}\n`);
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** Captions as SubRip. */
export function toSrt(cues: readonly Cue[]): string {
  return cues
    .map((cue, i) => `${i + 1}\n${toTime(cue.startMs, ',')} --> ${toTime(cue.endMs, ',')}\n${plain(cue.text)}\n`)
    .join('\n');
}

function toTime(ms: number, mark: string): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const rest = Math.round(ms);
  const [h, m, s] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  return `${two(h)}:${two(m)}:${two(s)}${mark}${String(rest % 1000).padStart(3, '0')}`;
}

/** A line that is empty ends a caption, and an arrow begins one. */
function plain(text: string): string {
  return text.replace(/\n{2,}/g, '\n').replaceAll('-->', '→');
}

function escape(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
