import { setTimeout as sleep } from 'node:timers/promises';
import { EstradeError } from '#libs/kernel';
import type { Mail } from '#libs/mail';
import type { Region } from '#libs/messages';
import { type AccountMailKind, renderAccountMail } from './account-mail.js';

/** What sends a rendered mail: the mailer of `#libs/mail`, or a test's list. */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}

/** Before the second and the third try, when the mail server is away. */
const waits = [3_000, 20_000];

/** Writes and sends the mails of accounts. */
export class AccountMailsService {
  constructor(
    private readonly sender: MailSender,
    private readonly ending: AbortSignal,
  ) {}

  async send(
    kind: AccountMailKind,
    to: string,
    region: Region,
    link: string,
    params: Record<string, string> = {},
  ): Promise<void> {
    const mail = renderAccountMail(kind, to, region, link, params);
    for (const wait of waits) {
      try {
        return await this.sender.send(mail);
      } catch (error) {
        if (!(error instanceof EstradeError) || error.status !== 503 || this.ending.aborted) throw error;
        await sleep(wait, undefined, { signal: this.ending }).catch(() => {});
      }
    }
    await this.sender.send(mail);
  }
}
