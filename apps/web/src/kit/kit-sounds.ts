import type { Addresses, FileView, ReviewService } from '#libs/catalog';
import type { GuestActor } from '#libs/kernel';
import { Revision } from '#libs/media';
import type { KitPageView } from '#libs/pages';
import type { DataSource } from 'typeorm';

/** What browsers play of what producers send; anything else is heard repaired only. */
const playable: Record<string, string> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  aac: 'audio/aac',
  'mov,mp4,m4a,3gp,3g2,mj2': 'audio/mp4',
};

/** Where something was cut out, the same second is another moment: then there is nothing to compare. */
const sameLengthMs = 1_500;
const lengthS = 30;

/** Half a minute of a guest's own sound, repaired, and as it was recorded (`ux` 2.1: “I do not sound good”). */
export class KitSounds {
  constructor(
    private readonly db: DataSource,
    private readonly review: Pick<ReviewService, 'sound'>,
    private readonly addresses: Addresses,
  ) {}

  /** From where it gets good; undefined: there is no finished sound yet. */
  async of(actor: GuestActor, secret: string, startMs: number): Promise<KitPageView['sound']> {
    const after = await this.review.sound(actor);
    if (!after) return undefined;
    const base = `${this.addresses.path(this.addresses.guestLink(secret))}/m/${after.revisionId}`;
    const from = Math.floor(startMs / 1000);
    const part = `#t=${from},${from + lengthS}`;
    const before = await this.before(actor, after.revisionId);
    return { after: `${base}/sound.mp3${part}`, before: before && `${base}/before${part}` };
  }

  /** The recording as it was sent; undefined where it is not to be played beside the repaired one. */
  async before(actor: GuestActor, revisionId: string): Promise<FileView | undefined> {
    const after = await this.review.sound(actor);
    if (after?.revisionId !== revisionId) return undefined;
    const row = await this.db.getRepository(Revision).findOneBy({ id: revisionId });
    const mime = playable[String(row?.probe?.['container'])];
    const durationMs = Number(row?.probe?.['durationMs']);
    if (!row?.originalKey || !mime || !(Math.abs(durationMs - after.file.durationMs) < sameLengthMs)) return undefined;
    const { originalKey: key, originalBytes: bytes, originalSha256 } = row;
    return { key, mime, bytes, durationMs, bitrate: 0, sha256: originalSha256 ?? revisionId };
  }
}
