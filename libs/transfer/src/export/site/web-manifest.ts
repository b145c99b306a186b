import type { ShowView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { palettes } from '#libs/look';

/** What a phone shows of the site that was put on its first screen; all addresses relative to the file. */
export function webManifest(show: ShowView, fallback: string): string {
  const home = toLanguage(show.language);
  const name = pickText(show.texts, home, home)?.title || fallback;
  return JSON.stringify({
    name,
    short_name: name,
    start_url: `${home}/index.html`,
    display: 'browser',
    background_color: palettes.light.paper,
    theme_color: palettes.light.paper,
    icons: [
      { src: 'apple-touch-icon.png', sizes: '180x180', type: 'image/png' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  });
}
