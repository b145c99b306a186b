import type { Region } from '#libs/messages';
import { type AccountMailKind, type RenderedMail, renderAccountMail } from './account-mail.js';

/** What sends a rendered mail (lib `mail`). */
export interface MailSender {
  send(mail: RenderedMail): Promise<unknown>;
}

/** Writes and sends the mails of accounts. */
export class AccountMailsService {
  constructor(private readonly sender: MailSender) {}

  async send(
    kind: AccountMailKind,
    to: string,
    region: Region,
    link: string,
    params: Record<string, string> = {},
  ): Promise<void> {
    await this.sender.send(renderAccountMail(kind, to, region, link, params));
  }
}
