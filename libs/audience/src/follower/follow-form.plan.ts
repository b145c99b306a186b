import { isMailAddress } from '#libs/mail';
import type { FollowTargetKind } from './follower.entity.js';

/** The words of consent beside the form; another wording has another date. */
export const wording = '2026-11-22';

/** How often one address may be asked about within a day, over all that can be followed (`abuse:A49`). */
export const asksADay = 5;
/** So many unconfirmed addresses a show takes within an hour. */
export const unconfirmedAnHour = 500;
/** So many followers a show has at most. */
export const followersMax = 20_000;

/** What a visitor asks for. */
export interface FollowForm {
  target: FollowTargetKind;
  targetId: string;
  /** 0: every part. */
  part: number;
  email: string;
  locale: string;
}

/** The address as it is kept: one bare address in lower case; undefined for what cannot be one. */
export function toFollowerEmail(typed: string): string | undefined {
  const email = typed.trim().toLowerCase();
  return isMailAddress(email) && /@[^.]+(\.[^.]+)+$/.test(email) ? email : undefined;
}
