/** A link from outside that a page may carry: http or https and well formed; undefined for anything else (`abuse:A06`). */
export function webLink(url: string | null | undefined): URL | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : undefined;
}
