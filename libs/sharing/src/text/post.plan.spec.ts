import { networks, postLength } from '#libs/kernel';
import type { Region } from '#libs/messages';
import { type KitTextFacts, type KitTextUse, lengths, tones } from './kit-text.facts.js';
import { toPost } from './post.plan.js';

const disclaimers = {
  fr: 'Les propos de Jean Tremblay sont personnels et n’engagent pas Atelier Nord.',
  en: 'Views are Jean Tremblay’s own and do not represent Atelier Nord.',
};

const facts = (region: Region, given: Partial<KitTextFacts> = {}): KitTextFacts => ({
  region,
  quotes: region.startsWith('fr')
    ? [
        {
          text: 'Nos tableaux de bord mesurent ce qui est facile, pas ce qui compte',
          isTranslation: true,
          spoken: 'en',
        },
      ]
    : [{ text: 'Our dashboards measure what is easy, not what matters.', isTranslation: false, spoken: 'en' }],
  takeaways: region.startsWith('fr')
    ? ['Une date tenue vaut mieux qu’un logo.', 'Le dernier clic ment', 'LinkedIn compte deux fois']
    : ['A date kept beats a logo.', 'The last click lies', 'LinkedIn counts twice'],
  topic: 'Attribution models',
  title: 'Jean Tremblay (Atelier Nord): attribution models',
  show: 'Marketing Without Detours',
  hosts: ['Ève Roy'],
  role: 'guest',
  event: '',
  spoken: 'en',
  durationMs: 45 * 60_000,
  link: 'https://estrade.example.org/en/mwd/87-attribution-models?via=k3m9',
  startLink: 'https://estrade.example.org/en/mwd/87-attribution-models?via=k3m9&t=600',
  startMs: 600_000,
  disclaimer: disclaimers[region.slice(0, 2) as 'fr'],
  date: region.startsWith('fr') ? '12 mai 2026' : 'May 12, 2026',
  isReleased: true,
  tags: ['marketing numérique', 'mesure', 'données', 'quatre'],
  ...given,
});
const use = (given: Partial<KitTextUse> = {}): KitTextUse => ({
  network: 'linkedin',
  tone: 'sober',
  length: 'medium',
  isDated: false,
  ...given,
});
const every = tones.flatMap((tone) =>
  lengths.flatMap((length) => networks.map((network) => use({ tone, length, network }))),
);

describe('a text of a guest', () => {
  it('says in French of Québec what was said in English, with the spaces of Québec (kit test 1)', () => {
    expect(toPost(facts('fr-CA'), use()).text).toBe(
      [
        'Nos tableaux de bord mesurent ce qui est facile, pas ce qui compte.',
        'C’est le point de départ de ma conversation avec Ève Roy dans «\u00a0Marketing Without Detours\u00a0» (en anglais, 45\u00a0min). ' +
          'J’y explique trois choses\u00a0: une date tenue vaut mieux qu’un logo; le dernier clic ment; LinkedIn compte deux fois.',
        'Si vous n’avez que cinq minutes, commencez ici\u00a0: https://estrade.example.org/en/mwd/87-attribution-models?via=k3m9&t=600',
        '#MarketingNumérique #Mesure #Données',
        'Les propos de Jean Tremblay sont personnels et n’engagent pas Atelier Nord.',
      ].join('\n\n'),
    );
  });

  it('has the narrow spaces of France there', () => {
    const { text } = toPost(facts('fr-FR'), use({ tone: 'question' }));
    expect(text).toContain('Est-ce aussi votre expérience\u202f?');
    expect(text).toContain('logo\u202f; le dernier clic ment');
    expect(toPost(facts('fr-CA'), use({ tone: 'question' })).text).toContain('Est-ce aussi votre expérience?');
  });

  it('says the same in English, without the language that everybody expects', () => {
    expect(toPost(facts('en-CA'), use()).text).toBe(
      [
        'Our dashboards measure what is easy, not what matters.',
        'That is where my conversation with Ève Roy on Marketing Without Detours starts (45\u00a0min). ' +
          'Three things I explain: a date kept beats a logo; the last click lies; LinkedIn counts twice.',
        'Only five minutes? Start here: https://estrade.example.org/en/mwd/87-attribution-models?via=k3m9&t=600',
        '#MarketingNumérique #Mesure #Données',
        'Views are Jean Tremblay’s own and do not represent Atelier Nord.',
      ].join('\n\n'),
    );
  });

  it.each(every)('ends with its disclaimer, within the limit and with one link: $network, $tone, $length', (each) => {
    for (const region of ['fr-CA', 'fr-FR', 'en-CA'] as const) {
      const { text, length, limit } = toPost(facts(region), each);
      expect(text.endsWith(disclaimers[region.slice(0, 2) as 'fr'])).toBe(true);
      expect(text.match(/https:\/\//g)).toHaveLength(1);
      expect(text).toContain('Marketing Without Detours');
      expect(text).toContain('Ève Roy');
      expect(length).toBe(postLength(each.network, text));
      if (limit) expect(length).toBeLessThanOrEqual(limit);
      expect(text.split('\n\n')[0]!.length).toBeLessThanOrEqual(210);
    }
  });

  it.each(every)('has no empty place where nothing is known: $network, $tone, $length', (each) => {
    const bare: Partial<KitTextFacts> = {
      ...{ quotes: [], takeaways: [], hosts: [], tags: [] },
      ...{ disclaimer: '', startLink: '', date: '', durationMs: 0, isReleased: false },
    };
    for (const region of ['fr-CA', 'en-CA'] as const) {
      const { text } = toPost(facts(region, bare), each);
      expect(text).toMatch(/^Attribution models\./);
      expect(text).not.toMatch(/ {2}|\n\n\n|\(\)|: *$|\b(avec|with) (dans|on)\b|undefined|[«“]\s*[»”]/m);
      expect(text).not.toMatch(/[:;]\s*\./);
    }
  });

  it('keeps the disclaimer where little else has room', () => {
    const long = `${'Ces propos sont les miens et n’engagent que moi, '.repeat(4)}et personne d’autre.`;
    const { text, length, limit } = toPost(facts('fr-CA', { disclaimer: long }), use({ network: 'x', length: 'long' }));
    expect(text.endsWith(long)).toBe(true);
    expect(text).toContain('https://');
    expect(length).toBeLessThanOrEqual(limit);
  });

  it('cuts a long idea before the fold, at a sentence or at a word', () => {
    const quotes = [{ text: `${'Un mot après l’autre '.repeat(20)}`, isTranslation: false, spoken: 'fr' }];
    const [opening] = toPost(facts('fr-CA', { quotes }), use({ tone: 'question' })).text.split('\n\n');
    expect(opening!.length).toBeLessThanOrEqual(210);
    expect(opening).toMatch(/…\sEst-ce aussi votre expérience\?$/);
  });

  it('names the day before and after the release only when it is asked to', () => {
    const before = facts('fr-CA', { isReleased: false, startLink: '' });
    expect(toPost(before, use({ isDated: true })).text).toContain('À écouter à partir du 12 mai 2026\u00a0: https');
    expect(toPost(before, use()).text).toContain('À écouter ici\u00a0: https');
    expect(toPost(before, use()).text).not.toContain('2026');
    expect(toPost(facts('fr-CA', { startLink: '' }), use({ isDated: true })).text).toContain('depuis le 12 mai 2026');
  });

  it('opens with a takeaway where there is no quote, and does not say it twice', () => {
    const { text } = toPost(facts('en-CA', { quotes: [] }), use({ length: 'long' }));
    expect(text).toMatch(/^A date kept beats a logo\./);
    expect(text.match(/A date kept/gi)).toHaveLength(1);
    expect(text).toContain('Two things I explain:\n– The last click lies\n– LinkedIn counts twice');
  });

  it('marks a further quote as translated', () => {
    const quotes = [
      ...facts('fr-CA').quotes,
      { text: 'On gagne la confiance avec une date.', isTranslation: true, spoken: 'en-CA' },
    ];
    expect(toPost(facts('fr-CA', { quotes }), use({ length: 'long' })).text).toContain(
      '«\u00a0On gagne la confiance avec une date.\u00a0» (traduit de l’anglais)',
    );
  });

  it('speaks of a talk and of a panel as what they are', () => {
    const event = { event: 'Journée du numérique', hosts: [] };
    expect(toPost(facts('fr-CA', { ...event, role: 'speaker' }), use()).text).toContain(
      'mon intervention à l’événement «\u00a0Journée du numérique\u00a0» (Marketing Without Detours, en anglais, 45\u00a0min)',
    );
    expect(toPost(facts('en-CA', { ...event, role: 'panellist' }), use()).text).toContain('our panel at Journée');
  });
});
