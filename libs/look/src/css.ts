import { accentsFor } from './colour.js';
import { type Palette, palettes, shape, type } from './tokens.js';

/**
 * The tokens as custom properties: light on `:root`, dark by the reader's system unless `data-theme="light"`,
 * or by `data-theme="dark"`. One source for public pages, studio, mails and cards.
 */
export function tokensCss(): string {
  const fixed = [
    `--heading:${type.heading}`,
    `--text:${type.text}`,
    `--measure:${type.measure}`,
    `--radius:${shape.radiusControl}px`,
    `--radius-card:${shape.radiusCard}px`,
    ...scale(type.phone),
  ].join(';');
  return [
    themed(declarations(palettes.light), declarations(palettes.dark)),
    `:root{${fixed}}`,
    `@media(min-width:60em){:root{${scale(type.desktop).join(';')}}}`,
  ].join('\n');
}

/** The accent of a show's own in both themes; empty when it has none. */
export function accentCss(chosen: string): string {
  const accents = accentsFor(chosen);
  return accents ? themed(declarations(accents.light), declarations(accents.dark)) : '';
}

function themed(light: string, dark: string): string {
  return [
    `:root{${light}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
  ].join('\n');
}

function declarations(palette: Partial<Palette>): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** `--s-1` … `--s5`: the steps of the scale in rem. */
function scale(steps: readonly number[]): string[] {
  return steps.map((rem, index) => `--s${index - 1}:${rem}rem`);
}
