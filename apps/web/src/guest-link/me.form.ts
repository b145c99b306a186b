import { type ConsentUse, consentUses, type EmployerNaming } from '#libs/catalog';
import { type FieldProblem, type Language, languages, parseTimeCode, type Region, regions } from '#libs/kernel';
import type { GuestMeView, MeSection } from '#libs/pages';

/** More fields than a form of ours has are none of ours. */
const mostFields = 120;

/** The fields of a form; undefined for what is none. */
export function readForm(body: unknown): URLSearchParams | undefined {
  if (typeof body !== 'string') return undefined;
  const form = new URLSearchParams(body);
  return [...form].length <= mostFields ? form : undefined;
}

/** One field as text; browsers send line ends as CR LF. */
export function text(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replace(/\r\n?/g, '\n');
}

export function perLanguage(form: URLSearchParams, name: string): Record<Language, string> {
  return Object.fromEntries(languages.map((lang) => [lang, text(form, `${name}.${lang}`)])) as Record<Language, string>;
}

/** Links come as two lists of the same length; a pair of empty fields is no link. */
export function links(form: URLSearchParams): { label: string; url: string }[] {
  const labels = form.getAll('link.label').map((label) => label.slice(0, 120));
  return form
    .getAll('link.url')
    .slice(0, 25)
    .map((url, i) => ({ label: labels[i] ?? '', url: url.trim().slice(0, 2000) }))
    .filter(({ label, url }) => label.trim() !== '' || url !== '');
}

export function employer(form: URLSearchParams): EmployerNaming {
  const said = form.get('employer');
  return said === 'notes' || said === 'hidden' ? said : 'named';
}

export function consents(form: URLSearchParams): Record<ConsentUse, boolean> {
  const ticked = form.getAll('use');
  return Object.fromEntries(consentUses.map((use) => [use, ticked.includes(use)])) as Record<ConsentUse, boolean>;
}

export function locale(form: URLSearchParams): Region | undefined {
  return regions.find((region) => region === form.get('locale'));
}

/** `12:30`, `1:02:30` or nothing. */
export function moment(form: URLSearchParams, name: string, problems: FieldProblem[]): number | null {
  const typed = text(form, name).trim();
  if (typed === '') return null;
  const ms = parseTimeCode(typed);
  if (ms === undefined) problems.push({ path: name, message: 'error.field.guest.time' });
  return ms ?? null;
}

/** The view with what was sent in the place of what is stored: a refused form keeps every letter. */
export function withSent(view: GuestMeView, section: MeSection, form: URLSearchParams): GuestMeView {
  const said = (name: string) => text(form, name);
  switch (section) {
    case 'profile': {
      const profile = {
        ...view.profile,
        ...{ name: said('name'), sortName: said('sortName'), pronouns: said('pronouns') },
        ...{
          pronunciation: said('pronunciation'),
          fediverse: said('fediverse'),
          contact: said('contact'),
          links: links(form),
        },
        ...{ biographies: perLanguage(form, 'biography'), isHidden: form.has('isHidden') },
      };
      return { ...view, profile };
    }
    case 'then': {
      const onTheDay = {
        ...view.onTheDay,
        ...{ titles: perLanguage(form, 'title'), employer: employer(form), reason: said('reason') },
        ...{ organisation: said('organisation'), organisationUrl: said('organisationUrl') },
        ...(view.onTheDay.isReleased ? {} : { disclaimers: perLanguage(form, 'disclaimer') }),
      };
      return { ...view, onTheDay };
    }
    case 'disclaimer':
      return { ...view, onTheDay: { ...view.onTheDay, disclaimers: perLanguage(form, 'disclaimer') } };
    case 'now': {
      const now = {
        ...{ title: said('title'), organisation: said('organisation'), organisationUrl: said('organisationUrl') },
        ...{ since: said('since'), hidesNow: form.has('hidesNow') },
      };
      return { ...view, now };
    }
    case 'settings':
      return { ...view, settings: { ...view.settings, timeZone: said('timeZone') } };
    case 'correction':
      return { ...view, correction: { from: said('from'), to: said('to'), reason: said('reason') } };
    default:
      return view;
  }
}
