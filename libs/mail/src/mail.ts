/** A rendered message to one person. */
export interface Mail {
  /** One address, such as `ada@example.org`. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A message that was kept because no mail server is configured. */
export interface KeptMail extends Mail {
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
}
