import { cleanLine, cleanText, type FieldProblem, toSlug } from '#libs/kernel';
import { isMailAddress } from '#libs/mail';
import type { Person, PersonLink } from './person.entity.js';
import type { PersonForm } from './persons.service.js';

/** A name as everybody else writes it: cleaned, one line. */
export function toPersonName(name: string): string {
  return cleanLine(name);
}

/** `Jean Tremblay` → `Tremblay, Jean`, a first guess that a producer may correct. */
export function toSortName(name: string): string {
  const words = name.split(' ');
  const last = words.pop()!;
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`;
}

/** The address segment of a name. */
export function toPersonSlug(name: string): string {
  return toSlug(name, 'guest');
}

/** What is wrong with a name; none: it may be saved. */
export function findNameProblems(name: string, path = 'name'): FieldProblem[] {
  const clean = toPersonName(name);
  if (clean === '') return [{ path, message: 'error.field.required' }];
  if (clean.length > 120) return [{ path, message: 'error.field.tooLong', params: { n: 120 } }];
  return [];
}

/** What is wrong with a form; none: it may be saved. Absent fields are right. */
export function findPersonProblems(form: PersonForm): FieldProblem[] {
  const tooLong = (text: string | undefined, n: number, path: string) =>
    text !== undefined && text.length > n ? [{ path, message: 'error.field.tooLong', params: { n } }] : [];
  const { fediverse = '', contact = '' } = form;
  return [
    ...(form.name === undefined ? [] : findNameProblems(form.name)),
    ...tooLong(form.sortName, 120, 'sortName'),
    ...tooLong(form.pronouns, 60, 'pronouns'),
    ...tooLong(form.pronunciation, 200, 'pronunciation'),
    ...(fediverse.trim() === '' || toFediverse(fediverse) !== ''
      ? []
      : [{ path: 'fediverse', message: 'error.field.guest.fediverse' }]),
    ...(contact.trim() === '' || isContact(contact.trim())
      ? []
      : [{ path: 'contact', message: 'error.field.guest.contact' }]),
    ...(form.links === undefined ? [] : findLinkProblems(form.links)),
    ...(form.texts ?? []).flatMap(({ biography }, i) => tooLong(biography, biographyMax, `texts.${i}.biography`)),
    ...(form.affiliations ?? []).flatMap((each, i) => [
      ...tooLong(each.title, 255, `affiliations.${i}.title`),
      ...tooLong(each.organisation, 255, `affiliations.${i}.organisation`),
      ...(each.organisationUrl?.trim() && !isWebAddress(each.organisationUrl)
        ? [{ path: `affiliations.${i}.organisationUrl`, message: 'error.field.wrongAddress' }]
        : []),
    ]),
  ];
}

export const biographyMax = 10_000;

/** `name@server` and `https://server/@name` as `@name@server`; empty for what is none (`ux:K-17`). */
export function toFediverse(text: string): string {
  const said = text.trim();
  const url = /^https:\/\/([a-z0-9.-]+)\/@([\w.-]+)\/?$/i.exec(said);
  const handle = url ? `@${url[2]}@${url[1]}` : said.startsWith('@') ? said : `@${said}`;
  return /^@[\w.-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(handle) && handle.length <= 255 ? handle : '';
}

/** Where one can write to: a bare mail address, or a page on the web (`abuse:A06`). */
function isContact(text: string): boolean {
  return isMailAddress(text) || (text.length <= 500 && isWebAddress(text));
}

/** The parts of a living record that a history tells apart. */
export function toChangeable(person: Person) {
  const { name, sortName, pronouns, pronunciation, fediverse, contact, isHidden, hidesNow, links } = person;
  const texts = person.texts.map(({ lang, biography }) => `${lang} ${biography}`).sort();
  const affiliations = person.affiliations
    .map(({ title, organisation, organisationUrl, since, until }) =>
      [title, organisation, organisationUrl, since, until].join('\n'),
    )
    .sort();
  return {
    name,
    sortName,
    pronouns,
    pronunciation,
    fediverse,
    contact,
    isHidden,
    hidesNow,
    links,
    texts,
    affiliations,
  };
}

/** Which parts are otherwise. */
export function changedFields(
  before: ReturnType<typeof toChangeable>,
  after: ReturnType<typeof toChangeable>,
): string[] {
  const fields = Object.keys(before) as (keyof typeof before)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** Links that a browser may follow: http and https only (`abuse:A06`). */
export function findLinkProblems(links: readonly PersonLink[]): FieldProblem[] {
  if (links.length > 20) return [{ path: 'links', message: 'error.field.tooMany', params: { n: 20 } }];
  return links.flatMap((link, i) =>
    isWebAddress(link.url) ? [] : [{ path: `links.${i}.url`, message: 'error.field.wrongAddress' }],
  );
}

export function cleanLinks(links: readonly PersonLink[]): PersonLink[] {
  return links.map((link) => ({ label: cleanLine(link.label), url: cleanText(link.url) }));
}

export function isWebAddress(text: string): boolean {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:');
}
