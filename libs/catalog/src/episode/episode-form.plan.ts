import { cleanLine, cleanText, type FieldProblem, isLanguage, toSlug } from '#libs/kernel';
import { isWebAddress } from '#libs/people';
import { isDate } from '../event/event.plan.js';
import { cleanNotes } from '../note/notes.js';
import type { AppearanceRole, EmployerNaming } from './appearance.entity.js';
import type { EpisodeCopy, FieldGroup } from './episode-copy.entity.js';
import type { Takeaway } from './takeaway.js';
import { cleanTakeaways, findMomentProblems, findTakeawayProblems } from './takeaways.plan.js';

/** The facts of an episode; absent ones stay as they are. */
export interface BasicsForm {
  type?: EpisodeCopy['type'];
  number?: number | null;
  season?: number | null;
  explicit?: boolean;
  language?: string;
  /** `YYYY-MM-DD`. */
  recordedOn?: string | null;
  eventId?: string | null;
  room?: string;
  track?: string;
  programmeAt?: Date | null;
  seriesId?: string | null;
  part?: number | null;
  tags?: string[];
  subscribersUntil?: Date | null;
  expiresAt?: Date | null;
  startHereMs?: number | null;
  isUnlisted?: boolean;
}

export interface TextForm {
  lang: string;
  title: string;
  summary: string;
  notes: string;
  /** Absent: as they are. */
  takeaways?: Takeaway[];
}

/** A person by id, or by name: then a known person of exactly that name, else a new one. */
export interface AppearanceForm {
  personId?: string;
  name?: string;
  role: AppearanceRole;
  organisation: string;
  organisationUrl?: string;
  employer?: EmployerNaming;
  texts: { lang: string; title: string; disclaimer: string; biography?: string }[];
}

export const titleMax = 255;

/** Which fields belong to which group: the keys under which proposals are kept. */
export const groupFields: Record<FieldGroup, readonly string[]> = {
  basics: ['type', 'number', 'season', 'explicit', 'language', 'recordedOn'],
  texts: ['title', 'summary', 'notes'],
  chapters: ['chapters'],
  people: ['people'],
  cover: ['cover'],
  feed: ['feed'],
  transcripts: ['transcripts'],
  files: ['files'],
};

/** One line without control characters (`feed:X01`). */
export function cleanTitle(title: string): string {
  return cleanLine(title);
}

export function findTitleProblems(title: string, path: string): FieldProblem[] {
  const n = cleanTitle(title).length;
  return n > titleMax ? [{ path, message: 'error.field.title.long', params: { max: titleMax, n } }] : [];
}

/** With the address segments of the tags; a tag that says the same as one before it is left out. */
export function cleanBasics(form: BasicsForm): BasicsForm & { tagSlugs?: string[] } {
  const tags = form.tags && toTags(form.tags);
  return {
    ...form,
    ...(tags && { tags: [...tags.values()], tagSlugs: [...tags.keys()] }),
    ...(form.room !== undefined && { room: cleanLine(form.room) }),
    ...(form.track !== undefined && { track: cleanLine(form.track) }),
  };
}

/** Tags by their segments; the first of those that have the same. */
function toTags(written: readonly string[]): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of written) {
    const slug = toSlug(tag, '');
    if (slug && !tags.has(slug)) tags.set(slug, cleanLine(tag));
  }
  return tags;
}

/** @param soundMs length of the finished sound; null: not known yet. */
export function findBasicsProblems(
  { number, season, part, tags, ...form }: BasicsForm,
  soundMs: number | null = null,
): FieldProblem[] {
  const { recordedOn, language, room, track, subscribersUntil, expiresAt } = form;
  const isCount = (n: number | null | undefined) => n == null || (Number.isInteger(n) && n >= 0 && n <= 99_999);
  const found: (FieldProblem | false)[] = [
    !isCount(number) && { path: 'number', message: 'error.field.wrongFormat' },
    !isCount(season) && { path: 'season', message: 'error.field.wrongFormat' },
    !isCount(part) && { path: 'part', message: 'error.field.wrongFormat' },
    (tags ?? []).length > 30 && { path: 'tags', message: 'error.field.tooMany', params: { n: 30 } },
    (tags ?? []).some((tag) => tag.length > 60) && { path: 'tags', message: 'error.field.tooLong', params: { n: 60 } },
    !!subscribersUntil &&
      !!expiresAt &&
      subscribersUntil > expiresAt && { path: 'expiresAt', message: 'error.field.wrongDate' },
    !!recordedOn && !isDate(recordedOn) && { path: 'recordedOn', message: 'error.field.wrongDate' },
    language !== undefined &&
      !/^[a-z]{2}(-[A-Z]{2})?$/.test(language) && { path: 'language', message: 'error.field.language' },
    (room ?? '').length > 120 && { path: 'room', message: 'error.field.tooLong', params: { n: 120 } },
    (track ?? '').length > 120 && { path: 'track', message: 'error.field.tooLong', params: { n: 120 } },
  ];
  const startHere = findMomentProblems(form.startHereMs, soundMs, 'startHereMs');
  return [...found.filter((problem) => problem !== false), ...startHere];
}

export function cleanTexts(texts: readonly TextForm[]): TextForm[] {
  return texts.map(({ lang, title, summary, notes, takeaways }) => ({
    lang,
    title: cleanTitle(title),
    summary: cleanText(summary),
    notes: cleanNotes(notes),
    ...(takeaways && { takeaways: cleanTakeaways(takeaways) }),
  }));
}

/** @param soundMs length of the finished sound; null: not known yet. */
export function findTextProblems(texts: readonly TextForm[], soundMs: number | null = null): FieldProblem[] {
  if (new Set(texts.map((text) => text.lang)).size < texts.length) {
    return [{ path: 'texts', message: 'error.field.texts.twice' }];
  }
  return texts.flatMap(({ lang, title, summary, notes, takeaways = [] }, i) => [
    ...(isLanguage(lang) ? [] : [{ path: `texts.${i}.lang`, message: 'error.field.language' }]),
    ...findTitleProblems(title, `texts.${i}.title`),
    ...findLength(summary, 4_000, `texts.${i}.summary`),
    ...findLength(notes, 100_000, `texts.${i}.notes`),
    ...findTakeawayProblems(takeaways, soundMs, `texts.${i}.takeaways`),
  ]);
}

export function cleanPeople(people: readonly AppearanceForm[]): AppearanceForm[] {
  return people.map((person) => ({
    ...person,
    organisation: cleanLine(person.organisation),
    ...(person.organisationUrl !== undefined && { organisationUrl: cleanText(person.organisationUrl) }),
    texts: person.texts.map(({ lang, title, disclaimer, biography }) => ({
      lang,
      title: cleanLine(title),
      disclaimer: cleanLine(disclaimer),
      ...(biography !== undefined && { biography: cleanText(biography) }),
    })),
  }));
}

export function findPeopleProblems(people: readonly AppearanceForm[]): FieldProblem[] {
  if (people.length > 50) return [{ path: 'people', message: 'error.field.tooMany', params: { n: 50 } }];
  return people.flatMap(({ personId, name, organisation, organisationUrl, texts }, i) => [
    ...(personId || cleanLine(name ?? '') ? [] : [{ path: `people.${i}.name`, message: 'error.field.required' }]),
    ...findLength(cleanLine(name ?? ''), 120, `people.${i}.name`),
    ...findLength(organisation, 255, `people.${i}.organisation`),
    ...(organisationUrl && !isWebAddress(organisationUrl)
      ? [{ path: `people.${i}.organisationUrl`, message: 'error.field.wrongAddress' }]
      : []),
    ...texts.flatMap((text, t) => [
      ...(isLanguage(text.lang) ? [] : [{ path: `people.${i}.texts.${t}.lang`, message: 'error.field.language' }]),
      ...findLength(text.title, titleMax, `people.${i}.texts.${t}.title`),
      ...findLength(text.disclaimer, 500, `people.${i}.texts.${t}.disclaimer`),
    ]),
  ]);
}

function findLength(text: string, n: number, path: string): FieldProblem[] {
  return text.length > n ? [{ path, message: 'error.field.tooLong', params: { n } }] : [];
}
