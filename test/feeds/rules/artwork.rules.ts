import { type Answer, askThrough } from './ask.js';
import { pathOf } from './channel.rules.js';
import { channelOf, childrenOf, type FeedDocument, itemsOf } from './document.js';
import { readPicture, type Picture } from './picture.js';
import { type Finding, when } from './rule.js';
import { checkServed, served, type ServedRule, toDocument, typeOf } from './served-rule.js';

interface Artwork {
  url: string;
  head: Answer;
  answer: Answer;
  picture: Picture | undefined;
}

const extensions: Record<string, RegExp> = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i };

/** Section G of feeds.md: artwork. */
export const artworkRules: readonly ServedRule<Artwork>[] = [
  served('A01', 'MUST', ({ head, answer }) =>
    when(head.status !== 200 || answer.status !== 200, `HEAD gives ${head.status}, GET ${answer.status}`),
  ),
  served('A02', 'MUST', ({ url, answer, picture }) => {
    const type = typeOf(answer.headers['content-type']);
    const fits = picture?.type === type && extensions[type]?.test(pathOf(url));
    return when(!fits, `the bytes are ${picture?.type ?? 'no picture'}, the type says ${type}`);
  }),
  served('A03', 'MUST', ({ picture }) =>
    when(picture !== undefined && picture.width !== picture.height, `${picture?.width} × ${picture?.height} pixels`),
  ),
  served('A04', 'MUST', ({ picture }) =>
    when(picture !== undefined && (picture.width < 1400 || picture.width > 3000), `${picture?.width} pixels wide`),
  ),
  served('A05', 'MUST', ({ picture }) => when(picture !== undefined && !picture.isRgb, 'not RGB')),
  served('A06', 'SHOULD', ({ picture }) => [
    ...when(picture?.hasAlpha === true, 'has an alpha channel'),
    ...when(picture?.profile !== undefined && !/srgb/i.test(picture.profile), `its profile is ${picture?.profile}`),
    ...when(picture?.density !== undefined && picture.density !== 72, `${picture?.density} dpi`),
  ]),
  served('A07', 'SHOULD', ({ answer }) => when(answer.body.length > 512 * 1024, `${answer.body.length} bytes`)),
];

/** What is wrong with the show's picture and those of the first items. */
export async function checkArtwork(source: string | Buffer | FeedDocument, most = 3): Promise<Finding[]> {
  const feed = toDocument(source);
  const holders = [channelOf(feed)!, ...itemsOf(feed).slice(0, most)];
  const urls = holders
    .flatMap((holder) => childrenOf(holder, 'itunes:image'))
    .map(({ attributes }) => attributes.href!);
  const findings: Finding[] = [];
  for (const url of new Set(urls)) {
    const [head, answer] = [await askThrough(url, {}, 'HEAD'), await askThrough(url)];
    findings.push(...(await checkServed(artworkRules, { url, head, answer, picture: readPicture(answer.body) }, url)));
  }
  return findings;
}
