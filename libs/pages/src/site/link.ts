import type { TimeLinks } from '#libs/catalog';
import { isMailAddress } from '#libs/mail';

/**
 * A link to a moment of the recording on this page; it says whose time it is once that is not the first release's.
 *
 * @param seconds of the present release, or what stands for them in a template.
 */
export function momentLink(seconds: number | string, links: TimeLinks | null): string {
  return links?.version ? `?t=${seconds}&r=${links.version}` : `?t=${seconds}`;
}

/** A link from outside that a page may carry: http or https and well formed; undefined for anything else (`abuse:A06`). */
export function webLink(url: string | null | undefined): URL | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : undefined;
}

/** The link behind "write to": a mail to one bare address, or a page; undefined for what is neither (`abuse:A06`). */
export function contactLink(contact: string): string | undefined {
  return isMailAddress(contact) ? `mailto:${encodeURIComponent(contact).replace('%40', '@')}` : webLink(contact)?.href;
}
