import { cleanLine, cleanText, type Clock, type FieldProblem, type GuestActor, Invalid, TooMany } from '#libs/kernel';
import { isWebAddress } from '#libs/people';
import { type DataSource, MoreThan } from 'typeorm';
import { changeReleased, changeWorking } from '../correction/apply-appearance.js';
import type { Affiliated } from '../correction/correction.plan.js';
import type { CorrectionsService } from '../correction/corrections.service.js';
import type { EmployerNaming } from '../episode/appearance.entity.js';
import { cleanLinkForm, refuseLinkForm } from './guest-link.plan.js';
import { GuestLink } from './guest-link.entity.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';
import { logGuestEvent, stepGuestLink } from './guest-link-log.js';
import { requireGuest } from './guest-link.policy.js';
import { readGuestSelf } from './guest-self.query.js';

/** Title and employer on the day of the recording, and the disclaimer to print, per language (`ux:K-24`). */
export interface OwnAppearanceForm {
  organisation: string;
  organisationUrl: string;
  employer: EmployerNaming;
  texts: { lang: string; title: string; disclaimer: string }[];
  /** Why it was wrong; of a correction only. */
  reason?: string;
}

/** `asked`: it is released, so that a producer decides (`ux:K-25`). */
export type OwnAppearanceOutcome = 'saved' | 'asked' | 'same';

const hourMs = 3_600_000;
const photosAnHour = 12;

/** What guests change of their own appearance and of their link. The living record is `PersonsService`'s. */
export class GuestSelfService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Before the release it is in the working copy at once, where the producer sees it; afterwards it is a correction. */
  async saveAppearance(actor: GuestActor, showId: string, form: OwnAppearanceForm): Promise<OwnAppearanceOutcome> {
    requireGuest(actor, actor.linkId);
    refuseAppearance(form);
    const link = await this.db.getRepository(GuestLink).findOneByOrFail({ id: actor.linkId });
    const { appearance, isReleased } = await readGuestSelf(this.db, link);
    const after = toAffiliated(form);
    const before = toAffiliated({ ...appearance });
    const isSame = JSON.stringify(before) === JSON.stringify({ ...after, titles: fillTitles(before, after) });
    if (isReleased) {
      if (isSame) return 'same';
      await this.corrections.ask(actor, { kind: 'affiliation', before, after, reason: cleanText(form.reason ?? '') });
      return 'asked';
    }
    const { organisation, organisationUrl, employer } = after;
    const texts = form.texts.map(({ lang, title, disclaimer }) => ({
      ...{ lang, title: cleanLine(title), disclaimer: cleanLine(disclaimer) },
    }));
    await this.db.transaction(async (manager) => {
      const at = { showId, episodeId: actor.episodeId, personId: actor.personId };
      await changeWorking(manager, actor, at, { organisation, organisationUrl, employer, texts });
      await logGuestEvent(manager, actor.linkId, { actor, at: this.clock.now(), what: 'appearance' });
      await stepGuestLink(manager, actor.linkId, 'fill', { actor, at: this.clock.now() });
    });
    return 'saved';
  }

  /** After the release: the guest's own sentence, in what is released at once. The caller has asked for the code (`ux:K-04`). */
  async saveDisclaimers(
    actor: GuestActor,
    showId: string,
    disclaimers: { lang: string; disclaimer: string }[],
  ): Promise<void> {
    requireGuest(actor, actor.linkId);
    refuseDisclaimers(disclaimers);
    const texts = disclaimers.map(({ lang, disclaimer }) => ({ lang, disclaimer: cleanLine(disclaimer) }));
    await this.db.transaction(async (manager) => {
      const at = { showId, episodeId: actor.episodeId, personId: actor.personId };
      await changeReleased(manager, actor, at, { texts });
      const detail = { fields: ['disclaimer'] };
      await logGuestEvent(manager, actor.linkId, { actor, at: this.clock.now(), what: 'appearance', detail });
    });
  }

  /** Language of kit and mails, and time zone (`ux:K-06`). The mail address is the producer's to change: codes go there. */
  async saveSettings(actor: GuestActor, form: Pick<GuestLink, 'locale' | 'timeZone'>): Promise<void> {
    requireGuest(actor, actor.linkId);
    const { locale, timeZone } = form;
    refuseLinkForm({ locale, timeZone });
    await this.db.transaction(async (manager) => {
      await manager.update(GuestLink, { id: actor.linkId }, cleanLinkForm({ locale, timeZone }));
      const detail = { fields: ['locale', 'timeZone'] };
      await logGuestEvent(manager, actor.linkId, { actor, at: this.clock.now(), what: 'settings', detail });
    });
  }

  /** Every photograph is decoded, cut and put on every card that the person is on. @throws TooMany after twelve in an hour. */
  async refuseManyPhotos({ linkId }: GuestActor): Promise<void> {
    const at = MoreThan(new Date(this.clock.now().getTime() - hourMs));
    const taken = await this.db.getRepository(GuestLinkEvent).countBy({ linkId, what: 'photo', at });
    if (taken >= photosAnHour) throw new TooMany(hourMs / 1000);
  }

  /** That something of the living record was changed through this link. */
  async noteProfile(actor: GuestActor, what: 'profile' | 'photo'): Promise<void> {
    const at = this.clock.now();
    await this.db.transaction(async (manager) => {
      await logGuestEvent(manager, actor.linkId, { actor, at, what });
      await stepGuestLink(manager, actor.linkId, 'fill', { actor, at });
    });
  }
}

function toAffiliated({
  organisation,
  organisationUrl,
  employer,
  texts,
}: Omit<OwnAppearanceForm, 'reason'>): Affiliated {
  return {
    ...{ organisation: cleanLine(organisation), organisationUrl: cleanText(organisationUrl), employer },
    titles: texts
      .map(({ lang, title }) => ({ lang, title: cleanLine(title) }))
      .sort((a, b) => a.lang.localeCompare(b.lang)),
  };
}

/** A language that the form leaves empty and the appearance has not is no difference. */
function fillTitles(before: Affiliated, after: Affiliated): Affiliated['titles'] {
  return after.titles.filter(({ lang, title }) => title !== '' || before.titles.some((each) => each.lang === lang));
}

function refuseAppearance({ organisation, organisationUrl, texts }: OwnAppearanceForm): void {
  const found: FieldProblem[] = [
    ...(organisation.length > 255 ? [tooLong('organisation', 255)] : []),
    ...(organisationUrl.trim() && (organisationUrl.length > 2000 || !isWebAddress(organisationUrl))
      ? [{ path: 'organisationUrl', message: 'error.field.wrongAddress' }]
      : []),
    ...texts.flatMap(({ lang, title }) => (title.length > 255 ? [tooLong(`title.${lang}`, 255)] : [])),
  ];
  if (found.length) throw new Invalid(found);
  refuseDisclaimers(texts);
}

function refuseDisclaimers(texts: readonly { lang: string; disclaimer: string }[]): void {
  const found = texts.flatMap(({ lang, disclaimer }) =>
    disclaimer.length > 500 ? [tooLong(`disclaimer.${lang}`, 500)] : [],
  );
  if (found.length) throw new Invalid(found);
}

function tooLong(path: string, n: number): FieldProblem {
  return { path, message: 'error.field.tooLong', params: { n } };
}
