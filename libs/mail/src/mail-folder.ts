import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#libs/kernel';
import type { Transporter } from 'nodemailer';
import type { KeptMail, Mail } from './mail.js';
import type { MailOptions } from './message.js';

const keepAtMost = 500;

/** Mails as files: `<id>.eml` as it would have gone out, `<id>.json` to be shown. Their links are secrets: nobody else may read them. */
export class MailFolder {
  private transport: Promise<Pick<Transporter<{ message: unknown }>, 'sendMail'>> | undefined;

  constructor(private readonly folder: string) {}

  async keep(mail: Mail, message: MailOptions): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const sentAt = message.date as Date;
    const id = newId(sentAt.getTime());
    const { to, subject, text, html, headers } = mail;
    const kept: KeptMail = { id, sentAt: sentAt.toISOString(), to, subject, text, html, headers };
    const raw = await (await (this.transport ??= openWriter())).sendMail(message);
    await this.write(`${id}.eml`, raw.message as Buffer);
    await this.write(`${id}.json`, JSON.stringify(kept));
    for (const old of (await this.ids()).slice(keepAtMost)) {
      await this.remove(old);
    }
  }

  async list(limit = 50): Promise<KeptMail[]> {
    const newest = (await this.ids()).slice(0, Math.min(limit, keepAtMost));
    return Promise.all(
      newest.map(async (id) => JSON.parse(await readFile(join(this.folder, `${id}.json`), 'utf8')) as KeptMail),
    );
  }

  /** Capitals in an address do not matter. */
  async forget(to: readonly string[]): Promise<void> {
    const gone = new Set(to.map((each) => each.toLowerCase()));
    for (const { id, to: address } of await this.list(keepAtMost)) {
      if (gone.has(address.toLowerCase())) await this.remove(id);
    }
  }

  /** Ids begin with their moment: the newest first. */
  private async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
      .reverse();
  }

  private async remove(id: string): Promise<void> {
    await rm(join(this.folder, `${id}.eml`), { force: true });
    await rm(join(this.folder, `${id}.json`), { force: true });
  }

  private async write(name: string, content: string | Buffer): Promise<void> {
    const path = join(this.folder, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}

/** Loaded with the first mail: most processes keep none for hours. */
async function openWriter() {
  const { createTransport } = await import('nodemailer');
  return createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
}
