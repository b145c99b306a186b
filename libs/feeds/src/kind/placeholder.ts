/**
 * What stands for the secret in the stored bytes of a feed that many read under a secret of their own, or whose secret
 * is not stored. It is the feed's id, which is in no address, and it has not the form of a secret: it opens nothing.
 */
export function toPlaceholder(feedId: string): string {
  return feedId.replaceAll('-', '');
}

/** The bytes as the holder of a secret gets them. Only our own addresses are touched, never a text that looks alike. */
export function withSecret(xml: string, origin: string, feedId: string, secret: string): string {
  return xml.replaceAll(`${origin}/f/${toPlaceholder(feedId)}/`, `${origin}/f/${secret}/`);
}
