import { letterOutline, wordOutline } from './outline.js';
import { palettes } from './tokens.js';

/**
 * The wordmark: *estrade* on its plank, as an inline SVG in `currentColor` with the plank in `plank`
 * (any CSS colour). `title` names it for those who do not see it; empty hides it from them.
 */
export function wordmarkSvg(title = 'Estrade', plank = 'var(--accent)'): string {
  const name = title ? `role="img" aria-label="${title}"` : 'aria-hidden="true"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 369 102" ${name} focusable="false"><path fill="currentColor" d="${wordOutline}"/><rect y="88" width="369" height="13" fill="${plank}"/></svg>`;
}

/** The icon: an *e* on its plank in a square of 32; two colours, or one when both are the same. */
export function iconSvg(ink = 'currentColor', plank = 'var(--accent)'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">${iconShapes(ink, plank)}</svg>`;
}

/** The favicon: the icon, following the system's light or dark. */
export function faviconSvg(): string {
  const { light, dark } = palettes;
  const style = `.i{fill:${light.ink}}.p{fill:${light.accent}}@media(prefers-color-scheme:dark){.i{fill:${dark.ink}}.p{fill:${dark.accent}}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${style}</style><path class="i" d="${letterOutline}"/><rect class="p" ${plankBox}/></svg>`;
}

/** The icon on paper with a margin, for home screens and places that want a filled square. */
export function tileSvg(): string {
  const { paper, ink, accent } = palettes.light;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 44 44"><rect x="-6" y="-6" width="44" height="44" fill="${paper}"/>${iconShapes(ink, accent)}</svg>`;
}

const plankBox = 'x="4" y="26" width="24" height="4"';

function iconShapes(ink: string, plank: string): string {
  return `<path fill="${ink}" d="${letterOutline}"/><rect ${plankBox} fill="${plank}"/>`;
}
