import { GuestLink, lockGuestLink, logGuestEvent, requireChangeGuestLinks, requireGuest } from '#libs/catalog';
import { type Actor, cleanText, type Clock, type GuestActor, Invalid } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { type OptionalLetter, optionalLetters } from '../letter/letter-kinds.js';
import { lengths, tones } from '../text/kit-text.facts.js';
import { GuestKit, type OwnText } from './guest-kit.entity.js';

/** What a guest may choose about the kit; what is absent stays. */
export interface GuestKitForm {
  /** Whether the texts' addresses carry `via` (`ux:K-14`). */
  countsVia?: boolean;
  lettersOff?: readonly OptionalLetter[];
  /** A day, once; null: none. */
  remindOn?: string | null;
}

const longestText = 6_000;
const mostTexts = 36;

/** What guests and producers decide about kits; every change is in the link's history (`ux:K-02`). */
export class GuestKitsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By the guest in person. @throws Invalid for a day that has passed or is more than a year away. */
  async choose(actor: GuestActor, form: GuestKitForm): Promise<void> {
    requireGuest(actor, actor.linkId);
    if (form.remindOn) refuseDay(form.remindOn, this.clock.now());
    await this.db.transaction(async (manager) => {
      const { countsVia, lettersOff, remindOn } = form;
      if (countsVia !== undefined) await manager.update(GuestLink, { id: actor.linkId }, { countsVia });
      const kit = {
        ...(lettersOff && { lettersOff: optionalLetters.filter((kind) => lettersOff.includes(kind)) }),
        ...(remindOn !== undefined && { remindOn }),
      };
      if (Object.keys(kit).length > 0) await saveKit(manager, actor.linkId, kit);
      const fields = Object.keys(form);
      await logGuestEvent(manager, actor.linkId, { actor, at: this.clock.now(), what: 'settings', detail: { fields } });
    });
  }

  /** One mail comes no more; from the mail itself, so without a look at the others. */
  async switchOff(actor: GuestActor, kind: OptionalLetter): Promise<void> {
    requireGuest(actor, actor.linkId);
    const kit = await this.db.getRepository(GuestKit).findOneBy({ linkId: actor.linkId });
    const off = (kit?.lettersOff ?? []).filter((each) => each !== kind);
    await this.choose(actor, { lettersOff: [...(off as OptionalLetter[]), kind] });
  }

  /** A producer's wording for one tone and length in one language; an empty one gives the made one back. */
  async writeText(actor: Actor, showId: string, linkId: string, written: OwnText): Promise<void> {
    requireChangeGuestLinks(actor, showId);
    const own = toOwnText(written);
    await this.db.transaction(async (manager) => {
      await lockGuestLink(manager, showId, linkId);
      const known = (await manager.findOneBy(GuestKit, { linkId }))?.texts ?? [];
      const others = known.filter((each) => keyOf(each) !== keyOf(own));
      const texts = own.text === '' ? others : [...others, own];
      if (texts.length > mostTexts)
        throw new Invalid([{ path: 'text', message: 'error.field.tooMany', params: { n: mostTexts } }]);
      await saveKit(manager, linkId, { texts });
      const detail = { fields: [`text ${keyOf(own)}`] };
      await logGuestEvent(manager, linkId, { actor, at: this.clock.now(), what: 'settings', detail });
    });
  }
}

/** Writes the fields of a kit's row, made where there is none. */
export async function saveKit(
  manager: EntityManager,
  linkId: string,
  fields: Partial<Pick<GuestKit, 'lettersOff' | 'remindOn' | 'texts'>>,
): Promise<void> {
  await manager.query('insert into guest_kits (link_id) values ($1) on conflict do nothing', [linkId]);
  await manager.update(GuestKit, { linkId }, fields);
}

function toOwnText({ lang, tone, length, text }: OwnText): OwnText {
  const clean = cleanText(text);
  const isKnown = ['en', 'fr'].includes(lang) && tones.includes(tone) && lengths.includes(length);
  if (!isKnown || clean.length > longestText) {
    throw new Invalid([{ path: 'text', message: 'error.field.tooLong', params: { n: longestText } }]);
  }
  return { lang, tone, length, text: clean };
}

function keyOf({ lang, tone, length }: OwnText): string {
  return `${lang}-${tone}-${length}`;
}

function refuseDay(day: string, now: Date): void {
  const at = Date.parse(`${day}T12:00:00Z`);
  const dayMs = 24 * 3_600_000;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  if (isDay && at > now.getTime() && at < now.getTime() + 366 * dayMs) return;
  throw new Invalid([{ path: 'remindOn', message: 'kit.error.day' }]);
}
