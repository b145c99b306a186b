import type { AppearanceForm, NewEvent, NewShow, TextForm } from '#libs/catalog';

/** What `npm run demo` publishes. The voices of the recordings are synthesised; persons and companies are invented. */
export const showForm = {
  title: 'Monday Night Conversations',
  language: 'en-CA',
  category: 'Technology',
  description:
    'One guest, one craft, one honest hour: people who record, publish and keep what is said in public. A sample show that comes with Estrade.',
  author: 'Estrade',
  timeZone: 'America/Montreal',
} satisfies NewShow;

export const showTextInFrench = {
  lang: 'fr',
  title: 'Les conversations du lundi soir',
  description:
    'Un invité, un métier, une heure sincère : celles et ceux qui enregistrent, publient et gardent la parole publique. Une émission d’exemple livrée avec Estrade.',
};

export interface SampleEpisode {
  file: string;
  number: number | null;
  language: string;
  recordedOn: string;
  /** In the time of the file. */
  startHereMs?: number;
  texts: TextForm[];
  people: AppearanceForm[];
  chapters: string;
  tags: string[];
  transcript: { lang: string; file: string };
}

export const interview: SampleEpisode = {
  file: 'MNC-087-jean-tremblay-FINAL2.flac',
  number: 87,
  language: 'en-CA',
  recordedOn: '2026-09-14',
  startHereMs: 33_000,
  texts: [
    {
      lang: 'en',
      title: 'Recording talks with Jean Tremblay',
      summary:
        'Jean Tremblay has recorded more than two hundred conference talks. What goes wrong most often, and why one minute of listening saves the other fifty-nine.',
      notes:
        'Jean’s microphone was the wrong one for the first half; we left it in, because that is exactly the subject.\n\n' +
        '- People forgive a bad picture, but they stop listening as soon as the sound hurts (0:33)\n' +
        '- Everything can be repaired afterwards, except a missing microphone (0:53)\n\n' +
        'The voices of this sample are made with a speech synthesiser.',
      takeaways: [
        { text: 'Listen for one minute before you record for sixty.', atMs: 14_000 },
        { text: 'People forgive a bad picture; they leave when the sound hurts.', atMs: 33_000 },
        { text: 'Everything can be repaired, except a microphone that was not there.', atMs: 53_000 },
      ],
    },
    {
      lang: 'fr',
      title: 'Enregistrer des conférences, avec Jean Tremblay',
      summary:
        'Jean Tremblay a enregistré plus de deux cents conférences. Ce qui rate le plus souvent, et pourquoi une minute d’écoute sauve les cinquante-neuf autres.',
      notes:
        'Le micro de Jean n’était pas le bon dans la première moitié ; nous l’avons laissée, car c’est justement le sujet.\n\n' +
        '- On pardonne une mauvaise image, mais on cesse d’écouter dès que le son fait mal (0:33)\n' +
        '- Tout se répare après coup, sauf un micro absent (0:53)\n\n' +
        'Les voix de cet exemple sont des voix de synthèse.',
      takeaways: [
        { text: 'Écoutez une minute avant d’en enregistrer soixante.', atMs: 14_000 },
        { text: 'On pardonne une mauvaise image ; on part dès que le son fait mal.', atMs: 33_000 },
        { text: 'Tout se répare, sauf un micro qui n’était pas là.', atMs: 53_000 },
      ],
    },
  ],
  people: [
    {
      name: 'Jean Tremblay',
      role: 'guest',
      organisation: 'Studio Nord',
      texts: [
        {
          lang: 'en',
          title: 'Head of recording',
          disclaimer: 'Views are Jean Tremblay’s own and do not represent Studio Nord.',
        },
        {
          lang: 'fr',
          title: 'Responsable des captations',
          disclaimer: 'Les propos de Jean Tremblay sont personnels et n’engagent pas Studio Nord.',
        },
      ],
    },
    {
      name: 'Claire Morin',
      role: 'host',
      organisation: '',
      texts: [
        { lang: 'en', title: 'Editor', disclaimer: '' },
        { lang: 'fr', title: 'Rédactrice', disclaimer: '' },
      ],
    },
  ],
  tags: ['Recording', 'Interviews'],
  transcript: { lang: 'en', file: 'MNC-087-jean-tremblay-FINAL2.en.vtt' },
  chapters:
    '00:00 The wrong microphone\n00:14 What goes wrong most often\n00:36 The right microphone\n00:44 For somebody who starts tomorrow',
};

export const eventForm = {
  name: 'Rencontres du logiciel public 2026',
  lang: 'fr',
  startsOn: '2026-10-02',
  endsOn: '2026-10-03',
  timeZone: 'America/Montreal',
  place: 'Montréal',
  description:
    'Deux jours sur les logiciels et les données que le public paie, utilise et corrige. Un événement d’exemple livré avec Estrade.',
} satisfies NewEvent;

export const eventTextInEnglish = {
  lang: 'en',
  name: 'Public Software Meeting 2026',
  description:
    'Two days on the software and the data that the public pays for, uses and corrects. A sample event that comes with Estrade.',
};

export const talk: SampleEpisode & { room: string; track: string; programmeAt: Date } = {
  file: 'rencontres-2026-foret-des-donnees.flac',
  number: null,
  language: 'fr-CA',
  recordedOn: '2026-10-03',
  room: 'Salle Hydro',
  track: 'Données ouvertes',
  programmeAt: new Date('2026-10-03T14:30:00Z'),
  texts: [
    {
      lang: 'fr',
      title: 'La forêt des données',
      summary:
        'Trois ans d’une carte publique : fausse au début, corrigée ensuite par les communes et les habitants. Publiez tôt, corrigez souvent, remerciez ceux qui vous corrigent.',
      notes: 'La question de la salle est posée loin du micro.\n\nLes voix de cet exemple sont des voix de synthèse.',
    },
    {
      lang: 'en',
      title: 'The forest of data',
      summary:
        'Three years of a public map: wrong at first, then corrected by towns and by the people who live there. Publish early, correct often, thank those who correct you.',
      notes:
        'The question from the hall is asked far from the microphone.\n\nThe voices of this sample are synthesised.',
    },
  ],
  people: [
    {
      name: 'Zoé Lefèvre',
      role: 'speaker',
      organisation: 'Coopérative Carte commune',
      texts: [
        { lang: 'fr', title: 'Géomaticienne', disclaimer: '' },
        { lang: 'en', title: 'Geomatics engineer', disclaimer: '' },
      ],
    },
    {
      name: 'Jean Tremblay',
      role: 'moderator',
      organisation: 'Captation libre',
      texts: [
        { lang: 'fr', title: 'Directeur technique', disclaimer: '' },
        { lang: 'en', title: 'Technical director', disclaimer: '' },
      ],
    },
  ],
  tags: ['Données ouvertes'],
  transcript: { lang: 'fr', file: 'rencontres-2026-foret-des-donnees.fr.vtt' },
  chapters: '00:00 Bienvenue\n00:09 Une carte fausse\n00:26 Ce qu’il faut retenir',
};
