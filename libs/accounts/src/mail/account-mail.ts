import { type Mail, writeLetter } from '#libs/mail';
import { type Key, type Region, translator } from '#libs/messages';

/** The mails of this lib; each has `mail.<kind>.subject|intro|button|outro` in the catalogue. */
export type AccountMailKind = 'reset' | 'emailOld' | 'emailNew' | 'invitation';

/** Writes a mail of accounts. `params` fill the sentences; `link` is the address behind the button. */
export function renderAccountMail(
  kind: AccountMailKind,
  to: string,
  region: Region,
  link: string,
  params: Record<string, string> = {},
): Mail {
  const t = translator(region);
  const say = (part: string) => t(`mail.${kind}.${part}` as Key, params);
  const letter = writeLetter({
    region,
    subject: say('subject'),
    brand: t('mail.sign'),
    heading: say('subject'),
    paragraphs: [t('mail.greeting'), say('intro')],
    action: { label: say('button'), href: link },
    after: [say('outro')],
    footer: { sender: t('mail.sign'), reason: t('mail.account.reason') },
  });
  return { to, ...letter };
}
