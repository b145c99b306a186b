import type { Letter } from './letter.js';
import { writeLetter } from './write-letter.js';

const letter: Letter = {
  region: 'fr-CA',
  subject: 'La deuxième partie est parue',
  brand: 'Marketing News Canada',
  heading: 'Des dates plutôt que des logos',
  paragraphs: ['Bonjour,', 'La suite est là.'],
  action: { label: 'Écouter', href: 'https://estrade.test/fr/mnc/dates' },
  lines: [
    { label: 'Durée', text: '45 min' },
    { text: 'La page', href: 'https://estrade.test/fr/mnc' },
  ],
  after: ['À bientôt.'],
  footer: {
    sender: 'Marketing News Canada, envoyé par Estrade',
    contact: '1, rue de la Gare\nMontréal',
    reason: 'Vous l’avez demandé.',
    stop: { label: 'Ne plus recevoir', href: 'https://estrade.test/follow/abc/stop' },
  },
};

describe('a letter', () => {
  const { subject, text, html } = writeLetter(letter);

  it('says the same in plain text and in HTML', () => {
    expect(subject).toBe(letter.subject);
    const said = ['Des dates plutôt que des logos', 'La suite est là.', 'Écouter', '45 min', 'À bientôt.', 'Montréal'];
    for (const words of [...said, 'Vous l’avez demandé.', 'Ne plus recevoir', 'https://estrade.test/fr/mnc/dates']) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain('\nhttps://estrade.test/fr/mnc/dates\n');
    expect(text).toContain('\n-- \n');
  });

  it('keeps every no-break space where it was set, in its subject and its lines too (ux:K-12)', () => {
    const set = 'Prête\u202f? «\u00a0La suite\u00a0»';
    const parts = { subject: set, heading: set, paragraphs: [set], action: { label: set, href: 'https://a.test' } };
    const mail = writeLetter({ ...letter, ...parts, lines: [{ label: set, text: set }] });
    expect(mail.subject).toBe(set);
    expect(mail.text.split(set)).toHaveLength(6);
    expect(mail.html.split(set)).toHaveLength(8);
  });

  it('fetches nothing, and is readable in light and dark', () => {
    expect(html).not.toMatch(/<img|src=|url\(|<script|<link/);
    expect(html).toContain('<html lang="fr-CA">');
    expect(html).toMatch(/@media\(prefers-color-scheme:dark\)\{\.ground\{background:#15141A!important/);
  });

  it('holds every part as text and its subject on one line', () => {
    const hostile = '"><img src=x onerror=alert(1)>\r\nBcc: all@estrade.test';
    const mail = writeLetter({
      ...letter,
      ...{ subject: hostile, brand: hostile, heading: hostile, paragraphs: [hostile], after: [hostile] },
      lines: [{ label: hostile, text: hostile }],
      footer: { sender: hostile, contact: hostile, reason: hostile, stop: { label: hostile, href: 'https://a.test' } },
    });
    expect(mail.html).not.toContain('<img');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://ada:secret@bank.test', '/fr', 'nonsense'])(
    'leads nobody to %s',
    (href) => {
      const mail = writeLetter({ ...letter, action: { label: 'Écouter', href } });
      expect(mail.html).toContain('Écouter');
      expect(mail.html + mail.text).not.toContain(href === '/fr' ? 'href="/fr"' : href);
    },
  );

  it('takes the show’s accent where it is a colour, darkened until white can be read on it', () => {
    const style = (accent: string) =>
      /class="act"[^>]*background:([^;]+);color:([^;]+)/.exec(writeLetter({ ...letter, accent }).html);
    expect(style('#FFE000')![1]).not.toBe('#FFE000');
    expect(style('red;}</style>')![1]).toBe('#C0341A');
  });
});
