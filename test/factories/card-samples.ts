import type { CardContent, CardPerson, CardShape } from '#libs/sharing';
import { toCardContent } from '#libs/sharing';
import sharp from 'sharp';

/** A card to look at, and to compare with its golden image. */
export interface CardSample {
  name: string;
  shape: CardShape;
  content: CardContent;
}

/** Twenty names that have broken other cards: long, accented, hyphenated, in one word, in other alphabets. */
export const hardNames = [
  'Jean-Christophe Bouchard-Vaillancourt de La Rochefoucauld-Ém',
  'Marie-Ève Saint-Germain-Larochelle Desrosiers-Thibodeau',
  'Wolfeschlegelsteinhausenbergerdorff',
  'Þórdís Kolbrún Reykfjörð Gylfadóttir',
  'Nguyễn Thị Minh Khai-Phượng',
  'María de los Ángeles Fernández-Ordóñez y Goicoechea',
  'Łukasz Brzęczyszczykiewicz-Żółkiewski',
  'Şükrü Özgür Yıldırımoğlu',
  'Владимир Александрович Константинопольский',
  'Αλεξάνδρα Παπαδοπούλου-Κωνσταντινίδη',
  'Ñ. Ó’Súilleabháin-MacGiolla Phádraig',
  'Zoë Æsculapius-Œillet',
  'Dr. Dr. h.c. mult. Hans-Joachim von und zu Guttenberg-Sulz',
  'J. J. Abrams',
  'Li',
  'Anne–Sophie d’Aboville L’Hermitte de Saint-Aubin-du-Cormier',
  'Ğülşah Çağlayan-İnönü',
  'Siobhán Ní Dhomhnaill-Uí Bhraonáin',
  'Ōe Kenzaburō-Šimánek Đorđević',
  'MMMMMMMMMMMMMMMMMMMMMMMMMMMMMM-WWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

const faces: Record<string, [ground: string, skin: string, hair: string, coat: string]> = {
  'image/a.png': ['#b9c7cf', '#d9a47f', '#3a2a22', '#26384a'],
  'image/b.png': ['#d8c3a5', '#8d5a3b', '#171213', '#6d2f2a'],
  'image/c.png': ['#9fb09a', '#efc9ab', '#b5793a', '#e7e2d6'],
};
const covers: Record<string, [ground: string, shape: string]> = {
  'image/cover.png': ['#12324f', '#f3b33d'],
  'image/cover-2.png': ['#f0e3cf', '#c0341a'],
  'image/cover-3.png': ['#0b6e6e', '#fbf8f3'],
};

/** Drawn pictures in the place of stored ones. */
export const samplePictures = {
  exists: async (key: string) => key in faces || key in covers,
  readBytes: async (key: string) =>
    sharp(Buffer.from(toSvg(key)))
      .png()
      .toBuffer(),
};

function toSvg(key: string): string {
  const face = faces[key];
  if (face) {
    const [ground, skin, hair, coat] = face;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><defs><radialGradient id="g"><stop offset="0" stop-color="#fff" stop-opacity=".45"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><rect width="900" height="900" fill="${ground}"/><circle cx="620" cy="250" r="520" fill="url(#g)"/><path d="M90 900c20-210 190-280 360-280s340 70 360 280z" fill="${coat}"/><path d="M370 560h160v110c-40 50-120 50-160 0z" fill="${skin}"/><path d="M240 420c-30-220 100-300 215-300s240 90 205 310c-10 60-60 110-60 110H300s-50-60-60-120z" fill="${hair}"/><ellipse cx="450" cy="420" rx="160" ry="200" fill="${skin}"/><path d="M290 380c20-110 100-130 170-130s140 40 150 130c-60-20-120-60-150-90-50 60-100 80-170 90z" fill="${hair}"/></svg>`;
  }
  const [ground, shape] = covers[key] ?? ['#000', '#fff'];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="${ground}"/><circle cx="300" cy="260" r="150" fill="${shape}"/><rect x="120" y="470" width="360" height="36" fill="${shape}"/></svg>`;
}

/** Speech with its pauses, as the finished sound has it. */
const peaks = Array.from({ length: 200 }, (_, i) =>
  Math.round(18 + 62 * Math.abs(Math.sin(i / 3.1) * Math.cos(i / 11)) + (i % 7) * 2),
);

const melanie: CardPerson = {
  name: 'Mélanie Côté-Lachance',
  role: 'Directrice de l’expérience client, Caisse Desjardins',
  photoKey: 'image/a.png',
};
const amara: CardPerson = { name: 'Amara Okonkwo', role: 'Professor of statistics, McGill', photoKey: 'image/b.png' };
const jonas: CardPerson = { name: 'Jonas Vanderbilt-Hautefeuille', role: 'Journaliste', photoKey: 'image/c.png' };
const plain: CardPerson = { name: 'Étienne Roy', role: 'Chercheur, Ouranos', photoKey: null };

type Region = CardContent['region'];
const shapes: CardShape[] = ['wide', 'square', 'portrait', 'story'];
const regions: Region[] = ['fr-CA', 'en-CA'];
const isFr = (region: Region) => region.startsWith('fr');

const inShow = { above: 'Marketing sans détour', coverKey: 'image/cover.png', accent: '#1d5fa8', peaks };

function episode(region: Region, given: Partial<CardContent> = {}): CardContent {
  const title = isFr(region)
    ? 'Pourquoi nos tableaux de bord mesurent ce qui est facile, et pas ce qui compte'
    : 'Why our dashboards measure what is easy, and not what matters';
  return toCardContent({ kind: 'episode', region, title, people: [melanie], ...inShow, ...given });
}

function quote(region: Region): CardContent {
  const [title, note] = isFr(region)
    ? ['La confiance n’est pas un sentiment : c’est une date qu’on tient, puis une autre.', 'traduit de l’anglais']
    : ['Trust is not a feeling: it is a date you keep, and then another one.', ''];
  return toCardContent({ kind: 'quote', region, title, note, people: [melanie], ...inShow });
}

const panelOf = (people: CardPerson[], region: Region = 'fr-CA') =>
  episode(region, {
    people,
    title: isFr(region) ? 'Qui paie pour la science ouverte ?' : 'Who pays for open science?',
  });

const each = <T>(list: readonly T[], make: (item: T) => CardSample[]) => list.flatMap((item) => make(item));

/** Every layout in both languages. */
function layouts(): CardSample[] {
  return each(regions, (region) => {
    const lang = region.slice(0, 2);
    const one = (name: string, content: CardContent, shape: CardShape = 'wide') => [
      { name: `${name}-${shape}-${lang}`, shape, content },
    ];
    const fr = isFr(region);
    return [
      ...each(shapes, (shape) => one('episode', episode(region), shape)),
      ...each(shapes, (shape) => one('panel', panelOf([melanie, amara, jonas], region), shape)),
      ...each(['wide', 'square'] as const, (shape) => one('quote', quote(region), shape)),
      ...one(
        'teaser',
        episode(region, { note: fr ? 'À écouter le 3 décembre 2026' : 'Out on December 3, 2026', peaks: [] }),
      ),
      ...one('start', episode(region, { note: fr ? 'À partir de 10:00' : 'From 10:00', at: 0.22 })),
      ...one('solo', episode(region, { people: [], line: fr ? 'Avec Camille Tremblay' : 'With Camille Tremblay' })),
      ...one(
        'show',
        toCardContent({
          kind: 'show',
          region,
          title: 'Marketing sans détour',
          line: fr
            ? 'Des gens qui vendent sans mentir, une idée par semaine.'
            : 'People who sell without lying, one idea a week.',
          coverKey: 'image/cover.png',
          accent: '#1d5fa8',
        }),
      ),
      ...one(
        'person',
        toCardContent({ kind: 'person', region, title: '', people: [melanie], note: fr ? '4 épisodes' : '4 episodes' }),
      ),
      ...one(
        'tag',
        toCardContent({ kind: 'tag', region, title: '#Confiance', line: fr ? '12 épisodes' : '12 episodes' }),
      ),
      ...one(
        'event',
        toCardContent({
          kind: 'event',
          region,
          title: fr ? 'Journées de la donnée ouverte' : 'Open Data Days',
          line: fr ? '12–14 mai 2026, Québec' : 'May 12–14, 2026, Québec',
          above: 'Conférences Ouranos',
          coverKey: 'image/cover-3.png',
          accent: '#0b6e6e',
        }),
      ),
      ...one(
        'home',
        toCardContent({
          kind: 'home',
          region,
          title: 'Les voix du Nord',
          line: fr ? 'Des balados et des conférences, avec leurs voix.' : 'Podcasts and talks, in their own voices.',
          coverKeys: ['image/cover.png', 'image/cover-2.png', 'image/cover-3.png'],
        }),
      ),
    ];
  });
}

/** What people type that nobody planned for. */
function oddities(): CardSample[] {
  const person = (name: string, role = ''): CardPerson => ({ name, role, photoKey: null });
  const given: [name: string, content: CardContent, ...shapes: CardShape[]][] = [
    ['no-photo', episode('fr-CA', { people: [plain] }), ...shapes],
    ['no-cover', episode('fr-CA', { people: [plain], coverKey: null, accent: '' }), 'wide', 'square'],
    ['emoji', episode('fr-CA', { title: '🚀 Décollage 🎉 immédiat 👩🏽‍💻 !', people: [person('Zoé 🌈 Roy')] }), 'wide'],
    [
      'rtl',
      episode('en-CA', { title: 'Listening to \u202eelpoep\u202c in Haifa', people: [person('מרים לוי Miriam Levy')] }),
      'wide',
    ],
    ['cjk', episode('en-CA', { title: 'Slow radio 東京', people: [person('Haruki 村上 Tanaka')] }), 'wide'],
    [
      'markup',
      episode('en-CA', {
        title: '</text><script>alert(1)</script> &amp; "quotes" {x}',
        people: [person('<b>Ann</b> & "Bo"', "'; drop table persons; --")],
      }),
      'wide',
    ],
    [
      'no-space',
      episode('fr-CA', {
        title: 'a'.repeat(400),
        people: [person('B'.repeat(120), 'c'.repeat(200))],
        above: 'd'.repeat(300),
      }),
      ...shapes,
    ],
    [
      'long-title',
      episode('fr-CA', {
        title:
          'Ce que les municipalités du Bas-Saint-Laurent ont appris en rénovant leurs bibliothèques : budgets, conflits, bénévoles et une inondation',
        people: [jonas],
      }),
      ...shapes,
    ],
    [
      'long-quote',
      {
        ...quote('fr-CA'),
        title: `${'On ne change pas une organisation en lui disant la vérité une fois, '.repeat(4)}mais en la répétant.`,
      },
      'wide',
      'square',
    ],
    ['pale-accent', episode('fr-CA', { accent: '#ffe14a', note: 'À partir de 10:00', at: 0.4 }), 'wide'],
    ['panel-2', panelOf([melanie, plain]), 'wide', 'square'],
    ['panel-5', panelOf([melanie, amara, jonas, plain, person('Zoë Æsculapius-Œillet', 'Avocate')]), 'wide', 'square'],
    ['panel-12', panelOf(hardNames.slice(0, 12).map((name) => person(name))), 'wide', 'square', 'portrait', 'story'],
    ['panel-hard', panelOf(hardNames.slice(0, 3).map((name) => person(name, melanie.role))), 'wide', 'square'],
  ];
  return given.flatMap(([name, content, ...of]) => of.map((shape) => ({ name: `${name}-${shape}`, shape, content })));
}

/** All cards that are compared with golden images. */
export function cardSamples(): CardSample[] {
  const named = hardNames.map((name, i): CardSample => {
    const person = { ...melanie, name, photoKey: i % 2 ? null : melanie.photoKey };
    return {
      name: `name-${String(i + 1).padStart(2, '0')}-wide`,
      shape: 'wide',
      content: episode('fr-CA', { people: [person] }),
    };
  });
  return [...layouts(), ...named, ...oddities()];
}
