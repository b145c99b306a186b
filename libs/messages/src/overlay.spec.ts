import { fr } from './fr/catalogue.js';
import { t } from './index.js';
import { withRegionalWords } from './overlay.js';

const texts = Object.entries(fr).map(([key, text]) => [key, withRegionalWords('fr-FR', text)] as const);
const keysOf = (pattern: RegExp) => texts.filter(([, text]) => pattern.test(text)).map(([key]) => key);

describe('the French of France', () => {
  it('has none of the words that only Québec says', () => {
    expect(keysOf(/courriel|blogue|télévers|balado/i)).toEqual([]);
  });

  it('elides before e-mail and envoi, in every text there is', () => {
    const whole =
      /(?<![\p{L}’])(?:ce|de|du|le|la|au|je|me|ne|se|que|lorsque|puisque|quelque|beau|nouveau|vieux) (?:e-mail|envo)/iu;
    expect(keysOf(whole)).toEqual([]);
  });

  it.each([
    ['Ce courriel est le dernier, gardez ce courriel.', 'Cet e-mail est le dernier, gardez cet e-mail.'],
    ['Le courriel à Ada, le genre de courriel', 'L’e-mail à Ada, le genre d’e-mail'],
    ['Moins de courriels, le contenu du courriel', 'Moins d’e-mails, le contenu de l’e-mail'],
    ['Adresse de courriel, adresse courriel', 'Adresse e-mail, adresse e-mail'],
    ['Le serveur de courriel et les courriels', 'Le serveur de messagerie et les e-mails'],
    ['Le téléversement, en cours de téléversement', 'L’envoi, en cours d’envoi'],
    ['Du téléversement, ce téléversement', 'De l’envoi, cet envoi'],
    ['Votre blogue, un balado', 'Votre blog, un podcast'],
  ])('says of “%s”: %s', (quebec, france) => {
    expect(withRegionalWords('fr-FR', quebec)).toBe(france);
    expect(withRegionalWords('fr-CA', quebec)).toBe(quebec);
  });

  it('reaches the reader', () => {
    expect(t('fr-FR', 'kit.mails.offDone')).toBe('C’est fait. Cet e-mail ne reviendra plus pour cet épisode.');
    expect(t('fr-FR', 'kit.blog.title')).toBe('Pour votre blog');
  });
});
