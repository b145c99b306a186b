import { toSlug } from '#libs/kernel';

/** `<show>-<number>-<guest>-<what>-<lang>`, lower case, ASCII (`ux` 2.5); what is empty is left out. */
export function clipFileName(parts: {
  show: string;
  number: number | null;
  guest: string;
  what: string;
  lang: string;
}): string {
  const { show, number, guest, what, lang } = parts;
  const guestPart = guest ? toSlug(guest, '').slice(0, 40) : '';
  return [show.slice(0, 40), number === null ? '' : String(number), guestPart, what, lang].filter(Boolean).join('-');
}
