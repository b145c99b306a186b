import type { Region } from '#libs/messages';

/** A named address: `https:` or `http:` only; anything else is shown as its label, without a link. */
export interface LetterLink {
  label: string;
  href: string;
}

/** One line of a list below the text: a fact, or a further link. */
export interface LetterLine {
  label?: string;
  text: string;
  href?: string;
}

/** Who writes, why, and how to make it stop (Canada's law and RFC 8058 ask for all of it in bulk mails). */
export interface LetterFooter {
  /** Who sends it and on whose behalf: "Marketing News Canada, sent by Estrade". */
  sender: string;
  /** How to reach them: a postal address, a mail address, a page. */
  contact?: string;
  /** Why this person gets it: "You asked to be told when part 2 is out." */
  reason?: string;
  /** One click, no login. */
  stop?: LetterLink;
}

/** What a mail says, as plain text without markup; plain text and HTML are both made from it. */
export interface Letter {
  region: Region;
  subject: string;
  /** What a list of mails shows after the subject; the first paragraph when there is none. */
  preview?: string;
  /** The name at the head: the show's, or the instance's. */
  brand: string;
  /** The show's own accent, `#rrggbb`; ours when there is none or it is not a colour. */
  accent?: string;
  heading?: string;
  paragraphs: readonly string[];
  /** The one button; its address is also written out. */
  action?: LetterLink;
  lines?: readonly LetterLine[];
  /** Below button and lines. */
  after?: readonly string[];
  footer: LetterFooter;
}

/** A letter as it goes into a mail. */
export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}
