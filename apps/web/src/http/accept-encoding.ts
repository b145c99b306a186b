import type { FeedEncoding } from '#libs/feeds';

const preferred: readonly FeedEncoding[] = ['br', 'gzip', 'identity'];
const known = new Map<string | undefined, FeedEncoding>();

/**
 * The stored encoding that an Accept-Encoding header likes best, the smaller one on a tie (RFC 9110, section 12.5.3).
 * A header that refuses everything gets the plain bytes. The few forms that apps send are remembered.
 */
export function chooseEncoding(header: string | undefined): FeedEncoding {
  const remembered = known.get(header);
  if (remembered) return remembered;
  const chosen = weigh(header);
  if (known.size < 200 && (header?.length ?? 0) <= 100) known.set(header, chosen);
  return chosen;
}

function weigh(header: string | undefined): FeedEncoding {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').slice(0, 512).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.map((p) => /^q\s*=\s*(\d(?:\.\d{0,3})?)$/.exec(p)?.[1]).find((value) => value !== undefined);
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number(q ?? 1));
  }
  const any = weights.get('*');
  const weightOf = (encoding: FeedEncoding): number =>
    weights.get(encoding) ?? any ?? (encoding === 'identity' ? Number.MIN_VALUE : 0);
  const [best] = preferred.filter((e) => weightOf(e) > 0).sort((a, b) => weightOf(b) - weightOf(a));
  return best ?? 'identity';
}
