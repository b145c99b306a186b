import type { Key } from '#libs/messages';
import type { Copy, Lang, Show } from '../../../api/types';
import { homeLang } from '../../../parts/home-lang';

export interface AdviceLine {
  word: Key;
  field: string;
}

/** What is worth a look before it goes out, none of it blocking (`ux` 4.10). */
export function toAdvice(copy: Copy, show: Show): AdviceLine[] {
  const home = homeLang(show);
  const other: Lang = home === 'fr' ? 'en' : 'fr';
  const text = (lang: Lang) => copy.texts.find((t) => t.lang === lang);
  const lacksDisclaimer = (lang: Lang) =>
    copy.people.some((p) => p.texts.some((t) => t.disclaimer) && !p.texts.some((t) => t.lang === lang && t.disclaimer));
  const lines: (AdviceLine | false)[] = [
    Object.keys(copy.proposals).length > 0 && { word: 'studio.advice.proposals', field: 'texts' },
    (text(home)?.title.length ?? 0) > 80 && { word: 'studio.advice.titleLong', field: `texts.${home}.title` },
    !text(home)?.summary && { word: 'studio.advice.summary', field: `texts.${home}.summary` },
    !text(other)?.title && {
      word: other === 'fr' ? 'studio.advice.noFrench' : 'studio.advice.noEnglish',
      field: `texts.${other}.title`,
    },
    copy.people.length === 0 && { word: 'studio.advice.people', field: 'people' },
    copy.people.some((p) => p.role !== 'host' && !p.organisation && p.texts.every((t) => !t.title)) && {
      word: 'studio.advice.affiliation',
      field: 'people',
    },
    (lacksDisclaimer('fr') || lacksDisclaimer('en')) && { word: 'studio.advice.disclaimer', field: 'people' },
    copy.chapters.length === 0 && { word: 'studio.advice.chapters', field: 'chapters' },
    !copy.transcripts.some(({ lang }) => base(lang) === base(copy.language)) && {
      word: 'studio.advice.transcript',
      field: 'transcript',
    },
  ];
  return lines.filter((line) => line !== false);
}

const base = (lang: string) => lang.split('-')[0];
