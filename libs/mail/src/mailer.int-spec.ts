import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailer } from './create-mailer.js';
import { unsubscribeHeaders } from './mail.js';

const mail = { to: 'ada@example.org', subject: 'Hello', text: 'Plain', html: '<p>Rich</p>' };
const mailFrom = 'Estrade <estrade@localhost>';

describe('a mailer without a server', () => {
  let dataDir: string;
  let now = Date.UTC(2026, 10, 22);
  const clock = { now: () => new Date((now += 1_000)) };
  const make = () => createMailer({ smtpUrl: undefined, mailFrom, dataDir }, clock);
  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'estrade-mail-'))));
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('keeps mails for the owner, newest first, as they would have gone out', async () => {
    const mailer = make();
    expect(await mailer.listKeptMails()).toEqual([]);
    await mailer.send(mail);
    await mailer.send({ ...mail, subject: 'Réunion à l’aube' });
    const kept = await make().listKeptMails();
    expect(kept.map(({ subject }) => subject)).toEqual(['Réunion à l’aube', 'Hello']);
    expect(kept[1]).toMatchObject({ ...mail, sentAt: '2026-11-22T00:00:01.000Z' });
    const raw = await readFile(join(dataDir, 'mail', `${kept[1]!.id}.eml`), 'utf8');
    expect(raw).toMatch(/^To: ada@example\.org\r$/m);
    expect(raw).toMatch(/^Date: Sun, 22 Nov 2026 00:00:01 \+0000\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  it('keeps the no-break spaces of a subject, through the header and back (ux:K-12)', async () => {
    const mailer = make();
    const subject = `Prête\u202f? La suite de «\u00a0${'Des dates plutôt que des logos '.repeat(3).trim()}\u00a0» est parue`;
    await mailer.send({ ...mail, subject });
    const [kept] = await mailer.listKeptMails();
    expect(kept!.subject).toBe(subject);
    const raw = await readFile(join(dataDir, 'mail', `${kept!.id}.eml`), 'utf8');
    expect(readHeader(raw, 'Subject')).toBe(subject);
  });

  it('lets nobody else read them, and keeps five hundred', async () => {
    const mailer = make();
    for (let n = 0; n < 502; n += 1) await mailer.send({ ...mail, subject: `No ${n}` });
    const names = await readdir(join(dataDir, 'mail'));
    expect(names).toHaveLength(1000);
    expect((await stat(join(dataDir, 'mail', names[0]!))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'mail'))).mode & 0o777).toBe(0o700);
    expect((await mailer.listKeptMails(1))[0]!.subject).toBe('No 501');
  });

  it('forgets what was for one address, whatever its capitals, and nothing else', async () => {
    const mailer = make();
    await mailer.send(mail);
    await mailer.send({ ...mail, to: 'bob@example.org', subject: 'For Bob' });
    await mailer.forgetKeptMails(['Ada@Example.org']);
    expect((await mailer.listKeptMails()).map(({ to }) => to)).toEqual(['bob@example.org']);
    expect(await readdir(join(dataDir, 'mail'))).toHaveLength(2);
  });

  it('never lets a text open another header (abuse:A42)', async () => {
    const mailer = make();
    await mailer.send({ ...mail, subject: 'Hi\r\nBcc: eve@example.org\r\n\r\nbody', text: 'x\r\n.\r\ny' });
    const [kept] = await mailer.listKeptMails();
    const raw = await readFile(join(dataDir, 'mail', `${kept!.id}.eml`), 'utf8');
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    for (const to of [
      'a@b.c\r\nBcc: eve@x.y',
      'a@b.c, eve@x.y',
      'Eve <eve@x.y>',
      'a@b.c;d@e.f',
      '"x"@y',
      '',
      'a',
      'a@b\u0000c',
    ]) {
      await expect(mailer.send({ ...mail, to })).rejects.toMatchObject({ code: 'MAIL_ADDRESS', status: 422 });
    }
    expect(await mailer.listKeptMails()).toHaveLength(1);
  });

  it('writes the headers of its list and no other, each on one line', async () => {
    const mailer = make();
    const hostile = { 'X-Evil': 'yes', 'List-Id': 'show\r\nBcc: eve@example.org' } as object;
    await mailer.send({
      ...mail,
      id: 'a1\r\nX: y',
      headers: { ...unsubscribeHeaders('https://a.test/stop'), ...hostile },
    });
    const [kept] = await mailer.listKeptMails();
    const [head] = (await readFile(join(dataDir, 'mail', `${kept!.id}.eml`), 'utf8')).split('\r\n\r\n');
    expect(head).toMatch(/^List-Unsubscribe: <https:\/\/a\.test\/stop>\r$/m);
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(head).toMatch(/^Message-ID: <a1Xy@localhost>\r$/m);
    expect(head).not.toMatch(/^(X-Evil|Bcc|X):/im);
  });

  it('brings small files with plain names', async () => {
    const mailer = make();
    const attachments = [{ name: 'é"x\r\ny.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }] as const;
    await mailer.send({ ...mail, attachments });
    const [kept] = await mailer.listKeptMails();
    const raw = await readFile(join(dataDir, 'mail', `${kept!.id}.eml`), 'utf8');
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
    expect(raw).toContain('filename="-x-y.ics"');
    const large = [{ ...attachments[0], content: 'x'.repeat(300_000) }];
    await expect(mailer.send({ ...mail, attachments: large })).rejects.toMatchObject({ code: 'MAIL_FILE' });
  });

  it('attaches no file and fetches no address that a text names', async () => {
    const mailer = make();
    const html = { path: '/etc/passwd' } as unknown as string;
    await expect(mailer.send({ ...mail, html })).rejects.toThrow(/File access rejected/);
  });
});

/** A header as a mail program reads it: unfolded, encoded words decoded (RFC 2047). */
function readHeader(raw: string, name: string): string {
  const folded = new RegExp(`^${name}: ((?:.*\\r\\n[ \\t])*.*)\\r$`, 'm').exec(raw)![1]!;
  expect(folded).toMatch(/^[\x20-\x7e\r\n\t]+$/);
  return folded
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .replaceAll(/(?<=\?=)\s+(?==\?)/g, '')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : decodeURIComponent(text.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')),
    );
}

describe('a mailer with a server', () => {
  let server: Server;
  let received: string;
  let answer: string;
  const open = () =>
    createMailer({
      smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      mailFrom,
      dataDir: '/nowhere',
    });

  beforeEach(async () => {
    [received, answer] = ['', '250 fine'];
    server = createServer((socket) => {
      let isData = false;
      socket.write('220 test ESMTP\r\n');
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        received += text;
        if (text.startsWith('DATA')) isData = true;
        const isWhole = isData && received.endsWith('\r\n.\r\n');
        if (isWhole) isData = false;
        if (text.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
        else if (!isData) socket.write(text.startsWith('RCPT') ? `${answer}\r\n` : '250 fine\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('sends text and HTML', async () => {
    const mailer = open();
    await mailer.send(mail);
    expect(mailer.isKept).toBe(false);
    expect(received).toMatch(/RCPT TO:<ada@example\.org>/);
    expect(received).toMatch(/multipart\/alternative/);
    expect(received).toMatch(/Plain[^]*<p>Rich<\/p>/);
    expect(await mailer.listKeptMails()).toEqual([]);
  });

  it('tells a refused recipient from a server that is busy or away', async () => {
    answer = '550 no such user';
    await expect(open().send(mail)).rejects.toMatchObject({ code: 'MAIL_REFUSED', status: 422 });
    answer = '451 later';
    await expect(open().send(mail)).rejects.toMatchObject({ code: 'MAIL_AWAY', status: 503 });
    const nobody = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom, dataDir: '/nowhere' });
    await expect(nobody.send(mail)).rejects.toMatchObject({ code: 'MAIL_AWAY', status: 503 });
  });
});
