import { cleanLine, cleanSetLine, cleanText } from '#libs/kernel';
import type { SendMailOptions } from 'nodemailer';
import { badAddress, tooLargeFile } from './error.js';
import { type Mail, mailHeaders, type MailFile } from './mail.js';

export type MailOptions = SendMailOptions;

const address = /^[^\s<>()[\]",;:\\\p{C}]{1,64}@[^\s<>()[\]",;:\\\p{C}]{1,255}$/u;
const mostFileBytes = 256 * 1024;

/** Whether a string is one bare address that a mail can be sent to. */
export function isMailAddress(value: string): boolean {
  return value.length <= 254 && address.test(value);
}

/**
 * The message as it goes out. No text can open another header: the subject is one line, the recipient one bare
 * address, headers come from a list, and nothing in it is read from a file or an address (`abuse:A42`).
 */
export function toMessage(mail: Mail, from: string, date: Date): MailOptions {
  if (!address.test(mail.to)) throw badAddress();
  return {
    from: cleanLine(from),
    to: { name: '', address: mail.to },
    subject: cleanSetLine(mail.subject),
    text: cleanText(mail.text),
    html: mail.html,
    date,
    ...(mail.id && { messageId: `<${cleanLine(mail.id).replace(/[^\w.-]/g, '')}@${hostOf(from)}>` }),
    headers: { 'Auto-Submitted': 'auto-generated', ...ownHeaders(mail) },
    ...(mail.attachments && { attachments: mail.attachments.map(toAttachment) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function ownHeaders({ headers = {} }: Mail): Record<string, string> {
  const known = mailHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, cleanLine(headers[name])]]));
  return Object.fromEntries(known) as Record<string, string>;
}

function toAttachment({ name, type, content }: MailFile) {
  if (Buffer.byteLength(content) > mostFileBytes) throw tooLargeFile();
  const filename = cleanLine(name).replace(/[^\w.-]+/g, '-') || 'file';
  const method = type === 'text/calendar' ? '; method=PUBLISH' : '';
  return { filename, content, contentType: `${type}; charset=utf-8${method}` };
}

/** The host of the sender's address, for the message's id. */
function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
}
