import type { Segment } from '#libs/catalog';

export type BenchLanguage = 'en' | 'fr';

interface Words {
  /** In every sentence. */
  small: readonly string[];
  /** What a show about companies talks about all the time. */
  topics: readonly string[];
  stems: readonly string[];
  ends: readonly string[];
}

const list = (text: string) => text.trim().split(/\s+/);

const words: Record<BenchLanguage, Words> = {
  fr: {
    small: list(
      'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on nous vous ça mais comme ou si leur y dont aussi elle cette ces tout fait être avoir quand même très bien alors donc parce',
    ),
    topics: list(
      'confiance marque client entreprise équipe temps promesse date projet marché produit vente prix travail méthode décision budget année réunion question qualité réseau métier croissance stratégie contenu idée résultat problème besoin service partenaire industrie usine commande délai élève énergie société règle étude',
    ),
    stems: list(
      'entrepren développ organis communic particip transform imagin construi prépar négoci expliqu mesur raccourc enseign fidélis recrut financ export import protég install calcul programm dessin photograph administr simplifi produi livr observ évalu défend accompagn réuss encourag coordonn distribu fabriqu innov rassembl chiffr regard arrang domin écout répar sold voyag détaill',
    ),
    ends: list('e er ons ez aient ait ation ations eur eurs euse ement able ables ée és ant iste ité ités age ages'),
  },
  en: {
    small: list(
      'the of and to a in is it you that he was for on are with as his they be at one have this from or had by but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into has',
    ),
    topics: list(
      'trust brand customer company team time promise date project market product sales price work method decision budget year meeting question quality network trade growth strategy content idea result problem need service partner industry factory order delay student energy society rule study',
    ),
    stems: list(
      'develop organis communicat participat transform imagin construct prepar negotiat explain measur shorten teach retain recruit financ export import protect install calculat programm design photograph administr simplifi produc deliver observ evaluat defend support succeed encourag coordinat distribut manufactur innovat assembl count regard arrang domin listen repair sell travel detail',
    ),
    ends: list('e er s es ed ing ation ations or ors ment able ably ive ively ness ist ity ities age ages al ally'),
  },
};

/** Numbers from 0 to 1, the same at every run. */
export function dice(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

/** As often as people say it: half of all are small words, a seventh what the show is about, the rest seldom words. */
export function wordBy(lang: BenchLanguage, random: () => number): string {
  const { small, topics, stems, ends } = words[lang];
  const kind = random();
  if (kind < 0.5) return small[seldom(random(), small.length)]!;
  if (kind < 0.64) return topics[seldom(random(), topics.length)]!;
  const stem = stems[seldom(random(), stems.length)]!;
  const head = random() < 0.5 ? '' : stems[seldom(random(), stems.length)]!.slice(0, 3);
  return head + stem + ends[seldom(random(), ends.length)]!;
}

/** A transcript of 45 minutes: 540 captions of five seconds, some 6,700 words, two voices. */
export function speechOf(lang: BenchLanguage, number: number): Segment[] {
  const random = dice(number + (lang === 'fr' ? 0 : 50_000));
  return Array.from({ length: 540 }, (_, n) => {
    const said = Array.from({ length: 9 + Math.floor(random() * 8) }, () => wordBy(lang, random)).join(' ');
    const text = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    return { startMs: n * 5_000, endMs: (n + 1) * 5_000, speaker: n % 12 < 9 ? 'Guest' : 'Host', text };
  });
}

/** An index into a list, the first ones much more often (Zipf). */
function seldom(random: number, length: number): number {
  return Math.min(length - 1, Math.floor(Math.exp(random * Math.log(length + 1)) - 1));
}

/** Kinds of questions, from what is said everywhere to what is said hardly ever. */
export const questionKinds = [
  'common word',
  'two common words',
  'seldom word',
  'phrase',
  'beginning',
  'person',
  'words far apart',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Questions of a kind, one like the other but none twice where there are so many. */
export function questionsOf(lang: BenchLanguage, kind: QuestionKind, count: number): string[] {
  const random = dice(lang === 'fr' ? 7 : 8);
  const { topics, stems, ends } = words[lang];
  const any = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const seldomWord = () => any(stems).slice(0, 3) + any(stems) + any(ends);
  const makers: Record<QuestionKind, (n: number) => string> = {
    'common word': (n) => topics[n % topics.length]!,
    'two common words': (n) => `${topics[n % topics.length]} ${any(topics)}`,
    'seldom word': seldomWord,
    phrase: (n) => `"${topics[n % topics.length]} ${any(topics)}"`,
    beginning: (n) => `${topics[n % topics.length]} ${any(topics).slice(0, 3)}`,
    person: (n) => `Tremblay ${topics[n % topics.length]}`,
    'words far apart': () => `${seldomWord()} ${seldomWord()}`,
  };
  return Array.from({ length: count }, (_, n) => makers[kind](n));
}
