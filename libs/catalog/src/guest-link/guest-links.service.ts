import { type Actor, type Clock, type GuestActor, hashSecret, newCode, newId, NotFound } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import { Show } from '../show/show.entity.js';
import { logGuestEvent } from './guest-link-log.js';
import { cleanLinkForm, type GuestLinkForm, refuseLinkForm, toRegion } from './guest-link.plan.js';
import { requireChangeGuestLinks, requireGuest, requireSeeGuestLinks } from './guest-link.policy.js';
import { GuestLink } from './guest-link.entity.js';
import { GuestSecrets, toGuestHash } from './guest-secrets.js';

/** What a secret opened: the link, and as whom one came. */
export interface OpenGuestLink {
  link: GuestLink;
  role: 'guest' | 'team';
  actor: GuestActor;
  showId: string;
}

/** The secret links of guests: made, found, changed, taken back. */
export class GuestLinks {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    readonly secrets: GuestSecrets,
  ) {}

  /** Asked of the rows each time, so that what is rotated or revoked is closed at once. Nothing of an episode in the bin opens. */
  async openBySecret(secret: unknown): Promise<OpenGuestLink | undefined> {
    const hash = toGuestHash(secret);
    if (!hash) return undefined;
    const found = await this.db
      .getRepository(GuestLink)
      .createQueryBuilder('l')
      .innerJoin('episodes', 'e', 'e.id = l.episodeId and e.deleted_at is null and e.purged_at is null')
      .innerJoin('shows', 's', 's.id = e.show_id and s.deleted_at is null and s.purged_at is null')
      .addSelect('e.show_id', 'show_id')
      .where('l.secretHash = :hash or l.teamHash = :hash', { hash })
      .getRawAndEntities<{ show_id: string }>();
    const link = found.entities[0];
    if (!link) return undefined;
    const role = link.secretHash === hash ? 'guest' : 'team';
    const { id: linkId, episodeId, personId } = link;
    return { link, role, actor: { kind: 'guest', linkId, episodeId, personId, role }, showId: found.raw[0]!.show_id };
  }

  secretOf(link: GuestLink): string {
    return this.secrets.guest(link);
  }

  teamSecretOf(link: GuestLink): string | undefined {
    return this.secrets.team(link);
  }

  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<GuestLink[]> {
    requireSeeGuestLinks(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    return this.db.getRepository(GuestLink).find({ where: { episodeId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** The link of somebody who appears in the working copy, made if there is none. @throws NotFound for anybody else. */
  async ensure(
    actor: Actor,
    showId: string,
    episodeId: string,
    personId: string,
    form: GuestLinkForm = {},
  ): Promise<GuestLink> {
    requireChangeGuestLinks(actor, showId);
    refuseLinkForm(form);
    await loadEpisode(this.db, showId, episodeId);
    return this.db.transaction(async (manager) => {
      await requireAppearance(manager, episodeId, personId);
      const known = await manager.findOneBy(GuestLink, { episodeId, personId });
      if (known) return known;
      const id = newId();
      const show = await manager.findOneByOrFail(Show, { id: showId });
      const now = this.clock.now();
      await manager.insert(GuestLink, {
        ...{ id, episodeId, personId, via: newCode(5), stateAt: now },
        ...{ secretHash: hashSecret(this.secrets.guest({ id, secretNumber: 1 })) },
        ...{ locale: toRegion(show.language), timeZone: show.timeZone },
        ...cleanLinkForm(form),
      });
      await logGuestEvent(manager, id, { actor, at: now, what: 'made' });
      return manager.findOneByOrFail(GuestLink, { id });
    });
  }

  /** Mail, language, zone and rules; what is absent stays. @throws Invalid for what is no mail address, language or zone. */
  async change(actor: Actor, showId: string, linkId: string, form: GuestLinkForm): Promise<GuestLink> {
    requireChangeGuestLinks(actor, showId);
    refuseLinkForm(form);
    return this.db.transaction(async (manager) => {
      const link = await lockGuestLink(manager, showId, linkId);
      const changes = cleanLinkForm(form);
      if (Object.keys(changes).length === 0) return link;
      await manager.update(GuestLink, { id: linkId }, changes);
      const fields = Object.keys(changes);
      await logGuestEvent(manager, linkId, { actor, at: this.clock.now(), what: 'settings', detail: { fields } });
      return manager.findOneByOrFail(GuestLink, { id: linkId });
    });
  }

  /** Another secret; the old one is closed at once, the team's too, since whoever had it may have had both (`ux:K-03`). */
  async rotate(actor: Actor, showId: string, linkId: string): Promise<GuestLink> {
    requireChangeGuestLinks(actor, showId);
    return this.db.transaction(async (manager) => {
      const link = await lockGuestLink(manager, showId, linkId);
      const secretNumber = link.secretNumber + 1;
      const secretHash = hashSecret(this.secrets.guest({ id: linkId, secretNumber }));
      await manager.update(GuestLink, { id: linkId }, { secretNumber, secretHash, teamHash: null });
      await logGuestEvent(manager, linkId, { actor, at: this.clock.now(), what: 'rotated' });
      return manager.findOneByOrFail(GuestLink, { id: linkId });
    });
  }

  /** The guest makes a link for an assistant or a communications team; another one closes the first. */
  async makeTeam(actor: GuestActor): Promise<string> {
    requireGuest(actor, actor.linkId);
    return this.db.transaction(async (manager) => {
      const { id, teamNumber: last } = await lockOwnLink(manager, actor);
      const teamNumber = last + 1;
      const secret = this.secrets.teamOf(id, teamNumber);
      await manager.update(GuestLink, { id }, { teamNumber, teamHash: hashSecret(secret) });
      await logGuestEvent(manager, id, { actor, at: this.clock.now(), what: 'team', detail: { made: true } });
      return secret;
    });
  }

  /** By the guest or a producer; the guest's own link stays. */
  async revokeTeam(actor: Actor, showId: string, linkId: string): Promise<void> {
    if (actor.kind === 'guest') requireGuest(actor, linkId);
    else requireChangeGuestLinks(actor, showId);
    await this.db.transaction(async (manager) => {
      const link = await lockGuestLink(manager, showId, linkId);
      if (link.teamHash === null) return;
      await manager.update(GuestLink, { id: linkId }, { teamHash: null });
      await logGuestEvent(manager, linkId, { actor, at: this.clock.now(), what: 'team', detail: { made: false } });
    });
  }
}

/** A link of an episode of this show, locked until the transaction ends. @throws NotFound (`abuse:A25`). */
export async function lockGuestLink(manager: EntityManager, showId: string, linkId: string): Promise<GuestLink> {
  const link = await manager.findOne(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
  if (!link) throw new NotFound('This guest link');
  await loadEpisode(manager, showId, link.episodeId);
  return link;
}

async function lockOwnLink(manager: EntityManager, { linkId }: GuestActor): Promise<GuestLink> {
  const link = await manager.findOne(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
  if (!link) throw new NotFound('This guest link');
  return link;
}

async function requireAppearance(manager: EntityManager, episodeId: string, personId: string): Promise<void> {
  const { appearances } = await loadWorking(manager, episodeId);
  if (!appearances.some((each) => each.personId === personId)) throw new NotFound('This person in this episode');
}
