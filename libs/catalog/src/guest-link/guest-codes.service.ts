import { timingSafeEqual } from 'node:crypto';
import { announce } from '#libs/database';
import { type Clock, type GuestActor, TooMany } from '#libs/kernel';
import { type DataSource, MoreThan } from 'typeorm';
import { type CodeOutcome, codeRules, judgeCode, toDigits } from './guest-code.state.js';
import { GuestCode } from './guest-code.entity.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';
import { logGuestEvent } from './guest-link-log.js';
import { GuestLink } from './guest-link.entity.js';
import { requireGuest } from './guest-link.policy.js';
import type { GuestSecrets } from './guest-secrets.js';
import { writeGuestLetter } from './guest-letter.job.js';

const hourMs = 3_600_000;

/** Six digits by mail, before what is sensitive: consent, refusal, disclaimer after the release (`ux:K-04`). */
export class GuestCodes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly secrets: GuestSecrets,
  ) {}

  /** Sends another code, which ends the one before. @throws TooMany after six in an hour. The link has a mail address. */
  async ask(actor: GuestActor): Promise<void> {
    requireGuest(actor, actor.linkId);
    const { linkId } = actor;
    const now = this.clock.now();
    await this.db.transaction(async (manager) => {
      await manager.findOne(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
      const since = new Date(now.getTime() - hourMs);
      const asked = await manager.countBy(GuestLinkEvent, { linkId, what: 'code', at: MoreThan(since) });
      if (asked >= codeRules.asksAnHour) throw new TooMany(hourMs / 1000);
      await manager.upsert(GuestCode, { linkId, askedAt: now, tries: 0, usedAt: null, mailedAt: null }, ['linkId']);
      await logGuestEvent(manager, linkId, { actor, at: now, what: 'code' });
      await announce(manager, writeGuestLetter.name, { kind: 'code', id: linkId, at: now.getTime() });
    });
  }

  /** Uses a code up if it is right; counts it as a try if it is wrong, also when the caller fails afterwards. */
  async use(actor: GuestActor, typed: string): Promise<CodeOutcome> {
    requireGuest(actor, actor.linkId);
    const { linkId } = actor;
    const now = this.clock.now();
    return this.db.transaction(async (manager) => {
      const code = await manager.findOne(GuestCode, { where: { linkId }, lock: { mode: 'pessimistic_write' } });
      const isRight = code !== null && isSame(toDigits(typed), this.secrets.code(linkId, code.askedAt));
      const outcome = judgeCode(code ?? undefined, isRight, now);
      if (outcome === 'right') await manager.update(GuestCode, { linkId }, { usedAt: now });
      else if (code && !code.usedAt) await manager.increment(GuestCode, { linkId }, 'tries', 1);
      return outcome;
    });
  }
}

function isSame(typed: string, right: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
