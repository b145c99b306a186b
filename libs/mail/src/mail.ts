/** The headers that a mail may bring; no other is written (`abuse:A42`). */
export const mailHeaders = ['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id'] as const;
export type MailHeader = (typeof mailHeaders)[number];

/** A small file in a mail: at most 256 KiB, a name in ASCII. */
export interface MailFile {
  /** Such as `release.ics`. */
  name: string;
  type: 'text/calendar' | 'text/plain';
  content: string;
}

/** A rendered message to one person. */
export interface Mail {
  /** One address, such as `ada@example.org`. */
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Partial<Record<MailHeader, string>>;
  attachments?: readonly MailFile[];
  /** Sent twice with the same one (after a crash at the wrong moment), it is one message to the reader's program. */
  id?: string;
}

/** A message that was kept because no mail server is configured. */
export interface KeptMail extends Omit<Mail, 'attachments'> {
  id: string;
  sentAt: string;
}

/** Sends messages, or keeps them where no mail server is configured. */
export interface Mailer {
  readonly isKept: boolean;
  /**
   * @throws EstradeError MAIL_ADDRESS (422) and MAIL_REFUSED (422) for what another try cannot mend, MAIL_AWAY (503) else.
   */
  send(mail: Mail): Promise<void>;
  /** Newest first, at most `limit`; empty where mails are sent. */
  listKeptMails(limit?: number): Promise<KeptMail[]>;
  /** Removes every kept mail to these addresses. What was sent is with who has it. */
  forgetKeptMails(to: readonly string[]): Promise<void>;
}

/**
 * The headers by which a mail program offers to unsubscribe with one click (RFC 8058): it POSTs
 * `List-Unsubscribe=One-Click` to the address, without a login.
 */
export function unsubscribeHeaders(address: string): Partial<Record<MailHeader, string>> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
