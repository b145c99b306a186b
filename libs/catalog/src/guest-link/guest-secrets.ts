import { createHmac } from 'node:crypto';
import { hashSecret, isAddressSecret } from '#libs/kernel';
import type { GuestLink } from './guest-link.entity.js';

/**
 * The secrets of guest links: 160 bits derived from the instance's SECRET, the link's id and a number, so that a
 * producer can copy one again although only its hash is stored (`ux:K-03`). Another number is another secret.
 */
export class GuestSecrets {
  constructor(private readonly secret: string) {}

  guest({ id, secretNumber }: Pick<GuestLink, 'id' | 'secretNumber'>): string {
    return this.derive(`guest-link.${id}.${secretNumber}`);
  }

  /** Of the link for those who work for the guest (`ux:K-05`); undefined when there is none. */
  team({ id, teamNumber, teamHash }: Pick<GuestLink, 'id' | 'teamNumber' | 'teamHash'>): string | undefined {
    return teamHash === null ? undefined : this.teamOf(id, teamNumber);
  }

  teamOf(id: string, teamNumber: number): string {
    return this.derive(`guest-link-team.${id}.${teamNumber}`);
  }

  /** Six digits for one moment; nothing of them is stored (`ux:K-04`). */
  code(linkId: string, askedAt: Date): string {
    const digest = createHmac('sha256', this.secret).update(`guest-code.${linkId}.${askedAt.getTime()}`).digest();
    return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }

  private derive(name: string): string {
    return createHmac('sha256', this.secret).update(name).digest('hex').slice(0, 40);
  }
}

/** The stored form of what somebody brings; undefined when it cannot be a secret of ours. */
export function toGuestHash(secret: unknown): string | undefined {
  return isAddressSecret(secret) ? hashSecret(secret) : undefined;
}
