import { cleanLine } from '#libs/kernel';
import type { Mail } from '#libs/mail';
import { type Key, type Region, translator } from '#libs/messages';

/** The mails of this lib; each has `mail.<kind>.subject|intro|button|outro` in the catalogue. */
export type AccountMailKind = 'reset' | 'emailOld' | 'emailNew' | 'invitation';

/** Writes a mail in plain text and in simple HTML. `params` fill the sentences; `link` is the address behind the button. */
export function renderAccountMail(
  kind: AccountMailKind,
  to: string,
  region: Region,
  link: string,
  params: Record<string, string> = {},
): Mail {
  const t = translator(region);
  const say = (part: string) => t(`mail.${kind}.${part}` as Key, params);
  const [greeting, sign] = [t('mail.greeting'), t('mail.sign')];
  const text = [greeting, say('intro'), link, say('outro'), sign].join('\n\n') + '\n';
  const paragraph = (words: string) => `<p>${escapeHtml(words)}</p>`;
  const html = [
    `<!doctype html><html lang="${region}"><head><meta charset="utf-8"><title>${escapeHtml(say('subject'))}</title></head>`,
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:2em auto;padding:0 1em">',
    paragraph(greeting),
    paragraph(say('intro')),
    `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:.6em 1em;border:1px solid">${escapeHtml(say('button'))}</a></p>`,
    `<p style="word-break:break-all">${escapeHtml(link)}</p>`,
    paragraph(say('outro')),
    paragraph(sign),
    '</body></html>',
  ].join('\n');
  return { to, subject: cleanLine(say('subject')), text, html };
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (c) => names[c]!);
}
