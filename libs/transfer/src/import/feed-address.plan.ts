/** An address as people paste it: `feed:`, `podcast:` and `itpc:` are spellings of http, and a bare name is https. */
export function toFeedAddress(text: string): string {
  const bare = text.trim();
  const inside = /^(?:feed|pcast|podcast|itpc):(?=https?:)(.*)$/i.exec(bare)?.[1];
  if (inside) return inside;
  const spelled = /^(?:feed|pcast|podcast|itpc):\/\/(.*)$/i.exec(bare)?.[1];
  if (spelled) return `https://${spelled}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(bare) && !/^[\w.-]+\.[a-z]{2,}(:\d+)?(\/|$)/i.test(bare)
    ? bare
    : `https://${bare}`;
}
