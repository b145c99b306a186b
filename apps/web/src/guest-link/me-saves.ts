import {
  type ConsentForm,
  type ConsentsService,
  consentWords,
  type CorrectionsService,
  type GuestLinks,
  type GuestSelf,
  type GuestSelfService,
} from '#libs/catalog';
import { type FieldProblem, Invalid, languages } from '#libs/kernel';
import type { PersonForm, PersonsService } from '#libs/people';
import type { GuestVisit } from './guest-door.js';
import * as form from './me.form.js';

/** What a form does, by section; each gives what to tell, `then-asked`. @throws Invalid with the fields. */
export class MeSaves {
  /** One after the other, whosever: decoding a large one takes a second and much memory. */
  private photos: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly persons: PersonsService,
    private readonly self: GuestSelfService,
    private readonly consents: ConsentsService,
    private readonly corrections: CorrectionsService,
    private readonly links: GuestLinks,
  ) {}

  /** The living record, live at once (`ux:K-25`); the address only as the guest chose. */
  async profile({ actor }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const biographies = form.perLanguage(sent, 'biography');
    const said: PersonForm = {
      ...{ name: form.text(sent, 'name'), sortName: form.text(sent, 'sortName') },
      ...{ pronouns: form.text(sent, 'pronouns'), pronunciation: form.text(sent, 'pronunciation') },
      ...{ fediverse: form.text(sent, 'fediverse'), contact: form.text(sent, 'contact') },
      ...{ isHidden: sent.has('isHidden'), links: form.links(sent) },
      texts: languages.map((lang) => ({ lang, biography: biographies[lang] })),
    };
    const person = await this.persons.update(actor, actor.personId, said);
    const address = sent.get('address');
    if (address === 'move' || address === 'end') {
      await this.persons.changeSlug(actor, person.id, person.name, { redirects: address === 'move' });
    }
    await this.self.noteProfile(actor, 'profile');
    return 'profile';
  }

  /** @throws whatever is wrong with the picture: 422, with a sentence; TooMany. */
  async photo({ actor }: GuestVisit, bytes: Uint8Array): Promise<string> {
    const turn = this.photos.then(async () => {
      await this.self.refuseManyPhotos(actor);
      await this.persons.replacePhoto(actor, actor.personId, bytes);
      await this.self.noteProfile(actor, 'photo');
      return 'photo';
    });
    this.photos = turn.catch(() => undefined);
    return turn;
  }

  /** Not called `then`: what has a `then` is taken for a promise. */
  async appearance({ actor, showId }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const titles = form.perLanguage(sent, 'title');
    const disclaimers = form.perLanguage(sent, 'disclaimer');
    const outcome = await this.self.saveAppearance(actor, showId, {
      ...{ organisation: form.text(sent, 'organisation'), organisationUrl: form.text(sent, 'organisationUrl') },
      ...{ employer: form.employer(sent), reason: form.text(sent, 'reason') },
      texts: languages.map((lang) => ({ lang, title: titles[lang], disclaimer: disclaimers[lang] })),
    });
    return { saved: 'then', asked: 'then-asked', same: 'then-same' }[outcome];
  }

  async disclaimer({ actor, showId }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const said = form.perLanguage(sent, 'disclaimer');
    const all = languages.map((lang) => ({ lang, disclaimer: said[lang] }));
    await this.self.saveDisclaimers(actor, showId, all);
    return 'disclaimer';
  }

  /** A job of today; another employer than the one before begins a new line and ends the old one the day before. */
  async now({ actor }: GuestVisit, sent: URLSearchParams, { person }: GuestSelf): Promise<string> {
    const since = form.text(sent, 'since') || null;
    if (since !== null && !/^\d{4}-\d\d-\d\d$/.test(since)) {
      throw new Invalid([{ path: 'since', message: 'error.field.wrongDate' }]);
    }
    const said = {
      ...{ title: form.text(sent, 'title').trim(), organisation: form.text(sent, 'organisation').trim() },
      organisationUrl: form.text(sent, 'organisationUrl').trim(),
    };
    const isSame = (each: { organisation: string }) => each.organisation === said.organisation;
    const past = person.affiliations
      .filter((each) => each.until !== null || !isSame(each))
      .map((each) => ({ ...each, until: each.until ?? (since ? dayBefore(since) : each.since) }));
    const isAny = said.title !== '' || said.organisation !== '';
    const affiliations = [...past, ...(isAny ? [{ ...said, since, until: null }] : [])];
    const saved = this.persons.update(actor, actor.personId, { affiliations, hidesNow: sent.has('hidesNow') });
    await saved.catch((error: unknown) => {
      throw error instanceof Invalid ? new Invalid(error.fields.map(withoutIndex)) : error;
    });
    await this.self.noteProfile(actor, 'profile');
    return 'now';
  }

  async settings({ actor }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const locale = form.locale(sent);
    if (!locale) throw new Invalid([{ path: 'locale', message: 'error.field.language' }]);
    await this.self.saveSettings(actor, { locale, timeZone: form.text(sent, 'timeZone').trim() });
    return 'settings';
  }

  /** The caller has asked for the code. */
  async confirmedConsents({ actor, link }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const all: ConsentForm = { consents: form.consents(sent), locale: link.locale, words: consentWords(link.locale) };
    await this.consents.save(actor, all);
    return 'consents';
  }

  /** Where no mail reaches the guest, the producer confirms. */
  async askedConsents({ actor, link }: GuestVisit, sent: URLSearchParams): Promise<string> {
    await this.corrections.ask(actor, { kind: 'consent', before: link.consents, after: form.consents(sent) });
    return 'consents-asked';
  }

  async correction({ actor }: GuestVisit, sent: URLSearchParams): Promise<string> {
    const problems: FieldProblem[] = [];
    const startMs = form.moment(sent, 'from', problems);
    const endMs = form.moment(sent, 'to', problems);
    if (problems.length) throw new Invalid(problems);
    await this.corrections.ask(actor, { kind: 'moment', startMs, endMs, reason: form.text(sent, 'reason') });
    return 'correction';
  }

  async team({ actor, showId, link }: GuestVisit, sent: URLSearchParams): Promise<string> {
    if (sent.get('do') === 'revoke') {
      await this.links.revokeTeam(actor, showId, link.id);
      return 'team-revoked';
    }
    await this.links.makeTeam(actor);
    return 'team';
  }
}

function dayBefore(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at - 86_400_000).toISOString().slice(0, 10);
}

/** The page has one job of today, whatever its place in the list. */
function withoutIndex({ path, ...rest }: FieldProblem): FieldProblem {
  return { ...rest, path: path.replace(/^affiliations\.\d+\./, '') };
}
