import { newCode } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { ShortCode } from './short-code.entity.js';

/** Gives short addresses and finds what they lead to. */
export class ShortCodesService {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** The code of an episode, or of a guest's link to it; made at the first time, and the same for ever. */
  async ensure(episodeId: string, linkId: string | null = null): Promise<string> {
    for (;;) {
      const known = await this.find(episodeId, linkId);
      if (known) return known;
      // One that somebody has, or that another process has just written: looked up, or made, once more.
      await this.db.query(
        'insert into short_codes (code, episode_id, link_id) values ($1, $2, $3) on conflict do nothing',
        [newCode(), episodeId, linkId],
      );
    }
  }

  /** What a code stands for; undefined: nobody has it. */
  async resolve(code: string): Promise<{ episodeId: string; linkId: string | null } | undefined> {
    const row = await this.db.getRepository(ShortCode).findOneBy({ code });
    return row ? { episodeId: row.episodeId, linkId: row.linkId } : undefined;
  }

  private async find(episodeId: string, linkId: string | null): Promise<string | undefined> {
    const rows: { code: string }[] = await this.db.query(
      'select code from short_codes where episode_id = $1 and link_id is not distinct from $2',
      [episodeId, linkId],
    );
    return rows[0]?.code;
  }
}
