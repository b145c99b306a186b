import type { GuestSelf } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import type { GuestMeView } from '#libs/pages';
import type { GuestVisit } from './guest-door.js';
import { shortenMail } from './guest-confirm.js';

/** The page's view of what is stored. `teamAddress`: of the link for those who work for the guest. */
export function toMeView(visit: GuestVisit, self: GuestSelf, teamAddress: string | null): GuestMeView {
  const { link } = visit;
  const { person, appearance, corrections } = self;
  const open = (kind: string) =>
    corrections.find((each) => each.kind === kind && each.state === 'open')?.askedAt ?? null;
  const now = person.affiliations.filter(({ until }) => until === null).sort(bySince)[0];
  return {
    zone: link.timeZone,
    profile: {
      ...pick(person, [
        'name',
        'sortName',
        'pronouns',
        'pronunciation',
        'fediverse',
        'contact',
        'links',
        'isHidden',
        'slug',
      ]),
      biographies: perLanguage((lang) => person.texts.find((text) => text.lang === lang)?.biography),
      hasPage: self.isReleased,
    },
    photo: { key: person.photoKey, width: person.photoWidth },
    onTheDay: {
      ...pick(appearance, ['organisation', 'organisationUrl', 'employer']),
      ...{ recordedOn: self.recordedOn, isReleased: self.isReleased, leaks: self.leaks, reason: '' },
      titles: perLanguage((lang) => appearance.texts.find((text) => text.lang === lang)?.title),
      disclaimers: perLanguage((lang) => appearance.texts.find((text) => text.lang === lang)?.disclaimer),
      asksSince: open('affiliation'),
    },
    now: {
      ...{
        title: now?.title ?? '',
        organisation: now?.organisation ?? '',
        organisationUrl: now?.organisationUrl ?? '',
      },
      ...{ since: now?.since ?? '', hidesNow: person.hidesNow },
    },
    settings: {
      ...{ locale: link.locale, timeZone: link.timeZone, zones },
      mail: link.email ? shortenMail(link.email) : '',
    },
    consents: {
      ...{ values: link.consents, asksSince: open('consent'), hasMail: link.email !== '' },
      receipts: self.receipts.map(({ at, changed, consents }) => ({ at, changed, values: consents })),
    },
    correction: { from: '', to: '', reason: '' },
    corrections: corrections.map(({ askedAt, kind, state, body, answer }) => ({
      ...{ at: askedAt, kind, state, answer },
      text: body.kind === 'consent' ? '' : body.reason,
    })),
    team: { address: teamAddress },
    events: self.events.map(({ at, what, actor, detail }) => ({
      at,
      what,
      actor,
      to: String(detail['to'] ?? 'other'),
    })),
  };
}

/** Those that most guests are in; any other can be typed. */
const zones = [
  'America/Montreal',
  'America/Toronto',
  'America/Vancouver',
  'America/Halifax',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Zurich',
  'Europe/London',
  'Africa/Dakar',
  'Africa/Casablanca',
];

function perLanguage(find: (lang: Language) => string | undefined): Record<Language, string> {
  return Object.fromEntries(languages.map((lang) => [lang, find(lang) ?? ''])) as Record<Language, string>;
}

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

function bySince(a: { since: string | null }, b: { since: string | null }): number {
  return (b.since ?? '').localeCompare(a.since ?? '');
}
