import { tokensCss } from '#libs/look';
import type { AssetPaths } from '../site/site.js';
import { clipCss } from '../clip/clip.css.js';
import { baseCss } from './base.css.js';
import { blocksCss } from './blocks.css.js';
import { episodeCss } from './episode.css.js';
import { followersCss } from './followers.css.js';
import { playerCss } from './player.css.js';
import { shareCss } from './share.css.js';

/** The style of every public page, small enough to be inlined (`ux` 3.0: ≤ 8 KB gz). */
export function siteCss(assets: AssetPaths): string {
  let css = written.get(assets);
  if (css === undefined) {
    css = squeeze(
      [fonts(assets), tokensCss(), baseCss, blocksCss, episodeCss, clipCss, followersCss, playerCss, shareCss].join(
        '\n',
      ),
    );
    written.set(assets, css);
  }
  return css;
}

/** The same for all pages of a program. */
const written = new WeakMap<AssetPaths, string>();

/** The fallback has the metrics of the heading face, so that nothing moves when it arrives (`ux` 3.10, CLS). */
function fonts(assets: AssetPaths): string {
  const face = "font-family:'Bricolage Grotesque';font-style:normal;font-weight:700;font-display:swap";
  return `
@font-face{${face};src:url(${assets.fontLatinExt}) format('woff2');unicode-range:U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF}
@font-face{${face};src:url(${assets.fontLatin}) format('woff2');unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD}
@font-face{font-family:'Bricolage Fallback';src:local('Arial Bold'),local('Arial-BoldMT'),local('Liberation Sans Bold'),local('LiberationSans-Bold');font-weight:700;size-adjust:100.9%;ascent-override:92.2%;descent-override:26.8%;line-gap-override:0%}`;
}

/** Takes out line breaks, indentation and spaces around punctuation; our own style sheets have none in strings. */
export function squeeze(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;}/g, '}');
}
