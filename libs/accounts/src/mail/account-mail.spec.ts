import { renderAccountMail } from './account-mail.js';

const link = 'https://estrade.test/studio/invitation#token=abc';

describe('a mail', () => {
  it('says the same in plain text and in HTML, with the link in both', () => {
    const mail = renderAccountMail('reset', 'ada@estrade.test', 'en-CA', link);
    expect(mail.subject).toBe('Choose a new password');
    expect(mail.text).toContain(`\n${link}\n`);
    expect(mail.html).toContain(`href="${link}"`);
  });

  it('is written in the reader’s language and words', () => {
    expect(renderAccountMail('emailOld', 'a@b.test', 'fr-CA', link, { newEmail: 'x@y.test' }).text).toContain(
      'courriel',
    );
    expect(renderAccountMail('emailOld', 'a@b.test', 'fr-FR', link, { newEmail: 'x@y.test' }).text).toContain('e-mail');
  });

  it('holds names of users as text, never as markup, and its subject on one line', () => {
    const params = { inviter: '<img src=x onerror=alert(1)>', show: 'A & B\r\nBcc: all@estrade.test' };
    const mail = renderAccountMail('invitation', 'a@b.test', 'en-CA', link, params);
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });
});
