import { accentsFor, palettes } from '#libs/look';

export interface CardColours {
  paper: string;
  ink: string;
  soft: string;
  accent: string;
  /** Behind a name's first letter. */
  tint: string;
  /** Bars of the sound, and bars before the mark. */
  wave: string;
}

/** The light palette with a show's own accent, made safe for text on paper (`ux:K-10`). */
export function cardColours(accent: string): CardColours {
  const { paper, ink, 'ink-soft': soft, accent: house } = palettes.light;
  const own = accentsFor(accent)?.light.accent ?? house;
  return { paper, ink, soft, accent: own, tint: mix(paper, own, 0.14), wave: mix(paper, own, 0.34) };
}

function mix(a: string, b: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
