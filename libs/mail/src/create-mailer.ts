import { join } from 'node:path';
import { type Clock, systemClock } from '#libs/kernel';
import type { Transporter } from 'nodemailer';
import { toMailError } from './error.js';
import type { Mailer } from './mail.js';
import { type MailOptions, toMessage } from './message.js';
import { MailFolder } from './mail-folder.js';

/** A mailer for SMTP_URL; without one, mails are kept below `<data folder>/mail` for the owner to read in the studio. */
export function createMailer(
  config: { smtpUrl: string | undefined; mailFrom: string; dataDir: string },
  clock: Clock = systemClock,
): Mailer {
  const folder = new MailFolder(join(config.dataDir, 'mail'));
  const compose = (mail: Parameters<typeof toMessage>[0]): MailOptions => toMessage(mail, config.mailFrom, clock.now());
  if (!config.smtpUrl) {
    return {
      isKept: true,
      send: async (mail) => folder.keep(mail, compose(mail)),
      listKeptMails: (limit) => folder.list(limit),
      forgetKeptMails: (to) => folder.forget(to),
    };
  }
  // Loaded with the first mail: most processes send none for hours.
  let transport: Promise<Pick<Transporter, 'sendMail'>> | undefined;
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    const times = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
    return createTransport(config.smtpUrl, times as object);
  };
  return {
    isKept: false,
    async send(mail) {
      const message = compose(mail);
      await (await (transport ??= open())).sendMail(message).catch((error: unknown) => {
        throw toMailError(error);
      });
    },
    listKeptMails: async () => [],
    forgetKeptMails: async () => {},
  };
}
