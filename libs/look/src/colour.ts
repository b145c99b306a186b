import { palettes } from './tokens.js';

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/**
 * A show's own accent made safe: the colour as chosen where it reaches 4.5 on the theme's paper, else darkened
 * (light) or lightened (dark) step by step until it does, with the text colour that goes on it. Undefined for no colour.
 */
export function accentsFor(chosen: string): { light: Accent; dark: Accent } | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(chosen)) return undefined;
  return {
    light: adjust(chosen, palettes.light.paper, '#000000'),
    dark: adjust(chosen, palettes.dark.paper, '#FFFFFF'),
  };
}

export interface Accent {
  accent: string;
  'on-accent': string;
}

function adjust(chosen: string, paper: string, towards: string): Accent {
  let accent = chosen.toUpperCase();
  for (let step = 1; contrast(accent, paper) < 4.6 && step <= 20; step += 1) accent = mix(chosen, towards, step / 20);
  const onAccent = contrast(accent, '#FFFFFF') >= 4.5 ? '#FFFFFF' : palettes.dark.paper;
  return { accent, 'on-accent': onAccent };
}

function mix(a: string, b: string, share: number): string {
  const [x, y] = [channels(a), channels(b)];
  return `#${x
    .map((value, i) =>
      Math.round(value + (y[i]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase();
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
