/** Where a guest posts; `mail` has no limit. */
export const networks = ['linkedin', 'x', 'bluesky', 'mastodon', 'mail'] as const;
export type Network = (typeof networks)[number];

/** The longest post of each network, in its own way of counting; 0: no limit. */
export const postLimits: Readonly<Record<Network, number>> = {
  linkedin: 3_000,
  x: 280,
  bluesky: 300,
  mastodon: 500,
  mail: 0,
};

/**
 * The length of a text as a network counts it: LinkedIn UTF-16 units; X two for what is not Latin, and 23 for any
 * address; Bluesky graphemes; Mastodon graphemes, and 23 for any address. It uses nothing outside of itself, so that
 * its source runs in a browser as it stands.
 */
export function postLength(network: Network, text: string): number {
  const graphemes = (part: string) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(part)];
  const address = /https?:\/\/[^\s<>"]+/g;
  if (network === 'linkedin' || network === 'mail') return text.length;
  if (network === 'bluesky') return graphemes(text).length;
  const bare = text.normalize('NFC').replace(address, '');
  const addresses = 23 * (text.match(address) ?? []).length;
  if (network === 'mastodon') return graphemes(bare).length + addresses;
  return graphemes(bare).reduce((sum, { segment }) => {
    const points = [...segment];
    const isEmoji = /\p{Extended_Pictographic}/u.test(segment);
    if (isEmoji) return sum + 2;
    const weight = (char: string) => {
      const code = char.codePointAt(0)!;
      const isLight =
        code <= 0x10ff ||
        (code >= 0x2000 && code <= 0x200d) ||
        (code >= 0x2010 && code <= 0x201f) ||
        (code >= 0x2032 && code <= 0x2037);
      return isLight ? 1 : 2;
    };
    return sum + points.reduce((inner, char) => inner + weight(char), 0);
  }, addresses);
}
