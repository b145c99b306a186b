import { cleanSetLine, cleanText } from '#libs/kernel';
import type { Letter, LetterFooter, LetterLine, LetterLink } from './letter.js';
import { letterColours, letterSheet, letterStyles } from './letter-style.js';
import { safeHref } from './safe-href.js';

type Styles = ReturnType<typeof letterStyles>;

/** The letter as one HTML page: the house's colours in the elements, the dark ones in a sheet, nothing to fetch. */
export function toLetterHtml(letter: Letter): string {
  const colours = letterColours(letter.accent);
  const s = letterStyles(colours);
  return [
    `<!doctype html><html lang="${letter.region}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${line(letter.subject)}</title><style>${letterSheet(colours)}</style></head>`,
    `<body class="ground" style="${s.ground}">`,
    `<div style="${s.hidden}">${line(letter.preview ?? letter.paragraphs[0] ?? '')}</div>`,
    `<div class="card" style="${s.card}">`,
    `<p class="ink plank" style="${s.brand}">${line(letter.brand)}</p>`,
    letter.heading ? `<h1 class="ink" style="${s.heading}">${line(letter.heading)}</h1>` : '',
    ...letter.paragraphs.map((text) => paragraph(s, text)),
    letter.action ? action(s, letter.action) : '',
    ...(letter.lines ?? []).map((each) => listed(s, each)),
    ...(letter.after ?? []).map((text) => paragraph(s, text)),
    '</div>',
    footer(s, letter.footer),
    '</body></html>',
  ]
    .filter(Boolean)
    .join('\n');
}

function paragraph(s: Styles, text: string): string {
  return `<p class="ink" style="${s.paragraph}">${block(text)}</p>`;
}

/** The button, and its address in full for whoever wants to see where it leads. */
function action(s: Styles, { label, href }: LetterLink): string {
  const safe = safeHref(href);
  if (!safe) return paragraph(s, label);
  return (
    `<p style="margin:24px 0 12px"><a class="act" href="${escape(safe)}" style="${s.action}">${line(label)}</a></p>\n` +
    `<p class="soft" style="${s.address}">${escape(safe)}</p>`
  );
}

function listed(s: Styles, { label, text, href }: LetterLine): string {
  const name = label ? `<span class="soft" style="${s.label}">${line(label)}</span>` : '';
  return `<p class="ink rule" style="${s.line}">${name}${link(s, { label: text, href })}</p>`;
}

function footer(s: Styles, { sender, contact, reason, stop }: LetterFooter): string {
  const small = (html: string) => `<p class="soft" style="${s.small}">${html}</p>`;
  const parts = [reason, sender, contact].filter((part) => part !== undefined).map((part) => small(block(part)));
  return `<div style="${s.footer}">${parts.join('')}${stop ? small(link(s, stop)) : ''}</div>`;
}

function link(s: Styles, { label, href }: { label: string; href?: string }): string {
  const safe = safeHref(href);
  return safe ? `<a class="link" href="${escape(safe)}" style="${s.link}">${line(label)}</a>` : line(label);
}

function line(text: string): string {
  return escape(cleanSetLine(text));
}

function block(text: string): string {
  return escape(cleanText(text)).replaceAll('\n', '<br>');
}

function escape(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (c) => names[c]!);
}
