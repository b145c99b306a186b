import { hashSecret, isAddressSecret, TooMany } from '#libs/kernel';
import type { SecretHolder, SecretQuery } from '#libs/catalog';
import type { GuessLimit } from './guess-limit.js';

/** So many holders may go on being served from a network where somebody guesses. */
const mostKnown = 5_000;

/**
 * Whose secret an address has. The database is asked each time: what was revoked is closed at once, on every replica
 * (`feed:V06`). Whoever guesses is refused for a while (`abuse:A30`); who comes with a secret that was right lately is not.
 */
export class SecretHolders {
  private readonly known = new Set<string>();

  constructor(
    private readonly secrets: Pick<SecretQuery, 'holder' | 'noteFetch'>,
    private readonly guesses: GuessLimit,
  ) {}

  /** @throws TooMany for a client that missed too often. */
  async find(secret: string, client: string): Promise<SecretHolder | undefined> {
    const hash = isAddressSecret(secret) ? hashSecret(secret) : '';
    const wait = this.known.has(hash) ? 0 : this.guesses.waitOf(client);
    if (wait > 0) throw new TooMany(wait);
    const holder = hash ? await this.secrets.holder(secret) : undefined;
    this.known.delete(hash);
    if (!holder) this.guesses.count(client);
    else if (this.known.add(hash).size > mostKnown) this.known.delete(this.known.keys().next().value!);
    return holder;
  }

  /** Notes the day on which an app asked for the feed; once a day for each holder. */
  async noteFetch(holder: SecretHolder, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    if (holder.fetchedOn !== day) await this.secrets.noteFetch(holder, day);
  }
}
