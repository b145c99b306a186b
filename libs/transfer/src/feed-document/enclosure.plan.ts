import { all, type Element, first } from './element.js';
import type { FeedProblem, ImportedEnclosure, ProblemCode } from './imported-feed.js';
import { isRelative, toBytes, toLine, toUrl } from './values.js';

type Note = (code: ProblemCode, params?: FeedProblem['params']) => void;

const playable = /\.(mp3|m4a|m4b|mp4|m4v|mov|aac|ogg|oga|opus|wav|flac)$/i;

/** The file of an item: RSS's enclosure, Atom's, else one of media:content that is sound or film. Null: it has none. */
export function toEnclosure(element: Element, base: string, note: Note): ImportedEnclosure | null {
  const found = candidates(element).find(({ url }) => url !== '');
  if (!found) {
    note('NO_ENCLOSURE');
    return null;
  }
  const url = toUrl(found.url, base);
  if (!url) {
    note('BAD_ENCLOSURE', { url: toLine(found.url, 200) });
    return null;
  }
  const bytes = toBytes(found.length);
  if (isRelative(found.url)) note('RELATIVE_ADDRESS', { url });
  if (url.startsWith('http:')) note('HTTP_MEDIA');
  if (bytes === null) note('LENGTH_WRONG', { length: toLine(found.length || '–', 40) });
  return { url, bytes, type: toLine(found.type, 100).toLowerCase() };
}

interface Candidate {
  url: string;
  length: string;
  type: string;
}

function candidates(element: Element): Candidate[] {
  const rss = all(element, 'enclosure').map(({ attributes: a }) => toCandidate(a['url'], a['length'], a['type']));
  const atom = all(element, 'atom:link')
    .filter(({ attributes }) => attributes['rel'] === 'enclosure')
    .map(({ attributes: a }) => toCandidate(a['href'], a['length'], a['type']));
  const group = first(element, 'media:group');
  const media = [...all(element, 'media:content'), ...(group ? all(group, 'media:content') : [])]
    .map(({ attributes: a }) => toCandidate(a['url'], a['fileSize'], a['type']))
    .filter(({ type, url }) => /^(audio|video)\//.test(type) || playable.test(url.split(/[?#]/, 1)[0]!));
  const listed = [...rss, ...atom];
  // A picture may be an enclosure too: sound and film first.
  return [...listed.filter(isPlayable), ...media, ...listed.filter((each) => !isPlayable(each))];
}

function isPlayable({ url, type }: Candidate): boolean {
  return /^(audio|video)\//i.test(type) || playable.test(url.split(/[?#]/, 1)[0]!);
}

function toCandidate(url = '', length = '', type = ''): Candidate {
  return { url: url.trim(), length: length.trim(), type: type.trim() };
}
