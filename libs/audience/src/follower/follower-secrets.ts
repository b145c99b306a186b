import { createHmac } from 'node:crypto';
import { hashSecret } from '#libs/kernel';

/** The secret in a follower's links: 160 bits derived from the instance's SECRET, so that only a hash is stored. */
export class FollowerSecrets {
  constructor(private readonly secret: string) {}

  of(followerId: string): string {
    return createHmac('sha256', this.secret).update(`follower.${followerId}`).digest('hex').slice(0, 40);
  }

  hashOf(followerId: string): string {
    return hashSecret(this.of(followerId));
  }
}
