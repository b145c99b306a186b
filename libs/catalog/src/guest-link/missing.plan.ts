import type { AppearanceRole } from '../episode/appearance.entity.js';
import { type ConsentUse } from './guest-link.entity.js';

/** Under it a face is blurred on a large card. */
export const leastPhoto = 800;

/** What an appearance still lacks; none of it keeps an episode from being published. */
export type Missing =
  | 'photo'
  | 'photoSmall'
  | `biography.${string}`
  | `title.${string}`
  | `disclaimer.${string}`
  | 'link'
  | 'mail'
  | 'consent';

interface Asked {
  person: { photoKey: string | null; photoWidth: number | null; texts: readonly { lang: string; biography: string }[] };
  appearance: { role: AppearanceRole; texts: readonly { lang: string; title: string; disclaimer: string }[] };
  link: { email: string; consents: Partial<Record<ConsentUse, boolean>> } | undefined;
  languages: readonly string[];
}

/** In the order in which one would ask for it. A disclaimer is missing where another language has one (`ux:K-29`). */
export function findMissing({ person, appearance, link, languages }: Asked): Missing[] {
  const { texts, role } = appearance;
  const has = (field: 'title' | 'disclaimer', lang: string) =>
    texts.some((text) => text.lang === lang && text[field].trim() !== '');
  const without = (is: (lang: string) => boolean) => languages.filter((lang) => !is(lang));
  const isGuest = role !== 'host' && role !== 'moderator';
  const disclaims = languages.some((lang) => has('disclaimer', lang));
  const spoken = person.texts.filter(({ biography }) => biography !== '').map(({ lang }) => lang);
  return [
    ...(isGuest && !link ? (['link'] as const) : []),
    ...(link && link.email === '' ? (['mail'] as const) : []),
    ...(link && link.consents.publish === undefined ? (['consent'] as const) : []),
    ...without((lang) => has('title', lang)).map((lang) => `title.${lang}` as const),
    ...(disclaims ? without((lang) => has('disclaimer', lang)).map((lang) => `disclaimer.${lang}` as const) : []),
    ...without((lang) => spoken.includes(lang)).map((lang) => `biography.${lang}` as const),
    ...(person.photoKey === null ? (['photo'] as const) : []),
    ...(person.photoKey !== null && person.photoWidth !== null && person.photoWidth < leastPhoto
      ? (['photoSmall'] as const)
      : []),
  ];
}
