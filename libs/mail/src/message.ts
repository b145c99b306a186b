import { cleanLine, cleanText } from '#libs/kernel';
import type { SendMailOptions } from 'nodemailer';
import { badAddress } from './error.js';
import type { Mail } from './mail.js';

export type MailOptions = SendMailOptions;

const address = /^[^\s<>()[\]",;:\\\p{C}]{1,64}@[^\s<>()[\]",;:\\\p{C}]{1,255}$/u;

/**
 * The message as it goes out. No text can open another header: the subject is one line, the recipient one bare
 * address, and nothing in it is read from a file or an address (`abuse:A42`).
 */
export function toMessage(mail: Mail, from: string, date: Date): MailOptions {
  if (!address.test(mail.to)) throw badAddress();
  return {
    from: cleanLine(from),
    to: { name: '', address: mail.to },
    subject: cleanLine(mail.subject),
    text: cleanText(mail.text),
    html: mail.html,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
