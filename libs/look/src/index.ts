export { type Accent, accentsFor, contrast } from './colour.js';
export { accentCss, tokensCss } from './css.js';
export { faviconSvg, iconSvg, tileSvg, wordmarkSvg } from './mark.js';
export { motion, type Palette, palettes, shape, type } from './tokens.js';
export { waveformPath } from './waveform.js';
