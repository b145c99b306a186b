import { toSlug } from '#libs/kernel';

export interface NamedAfter {
  showSlug: string;
  number: number | null;
  guest: string;
}

/**
 * `<show>-<number>-<guest>-<what>-<lang>.<ext>`, lower case, ASCII (`ux` 2.5); a part that there is none of is left out.
 * The guest's part is made of the present name: an old one is nowhere (`ux:K-25`).
 */
export function kitFileName({ showSlug, number, guest }: NamedAfter, what: string, lang: string, ext: string): string {
  const parts = [
    showSlug.slice(0, 60),
    number === null ? '' : String(number),
    toSlug(guest, 'guest').slice(0, 60),
    what,
    lang,
  ];
  return `${parts.filter((part) => part !== '').join('-')}.${ext}`;
}
