import { readRows } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import { Clip } from '../clip/clip.entity.js';
import { whoMustAgree } from '../clip/clip.state.js';
import type { OpenCount } from './silence.plan.js';
import { Quote } from '../quote/quote.entity.js';
import { isWaiting } from '../quote/quote.state.js';

export interface ReviewItems {
  clips: Clip[];
  quotes: Quote[];
}

/** The clips and quotes of an episode that somebody wants and has not put away, in their order in the sound. */
export async function readWanted(db: DataSource | EntityManager, episodeId: string): Promise<ReviewItems> {
  const where = `episode_id = $1 and state <> 'proposed' and dropped_at is null`;
  const given = { where, parameters: [episodeId], order: 'start_ms, id' };
  return { clips: await readRows(db, Clip, given), quotes: await readRows(db, Quote, given) };
}

/** Those of them that one person was asked about. */
export function asked(
  { clips, quotes }: ReviewItems,
  personId: string,
  appearances: readonly { personId: string; role: string }[],
): ReviewItems {
  return {
    clips: clips.filter((clip) => clip.askedAt && whoMustAgree(clip.personIds, appearances).includes(personId)),
    quotes: quotes.filter(
      ({ askedAt, personId: of, texts }) => askedAt && of === personId && texts.some(({ isNew }) => !isNew),
    ),
  };
}

/** Those that this person has not answered; what they were not asked about waits for the producer, not for them. */
export function openOnes({ clips, quotes }: ReviewItems, personId: string): ReviewItems {
  return {
    clips: clips.filter(({ approvals }) => !approvals[personId]),
    quotes: quotes.filter(({ texts }) => texts.some(isWaiting)),
  };
}

/** What one person was asked about in an episode. */
export async function readAsked(db: DataSource | EntityManager, { episodeId, personId }: Guest): Promise<ReviewItems> {
  const appearances: { personId: string; role: string }[] = await db.query(
    `select person_id as "personId", role from appearances
     where copy_id = (select id from episode_copies where episode_id = $1 and kind = 'working')`,
    [episodeId],
  );
  return asked(await readWanted(db, episodeId), personId, appearances);
}

/** How much of it waits for their answer. */
export async function countOpen(db: DataSource | EntityManager, guest: Guest): Promise<OpenCount> {
  return toOpenCount(openOnes(await readAsked(db, guest), guest.personId));
}

export function toOpenCount({ clips, quotes }: ReviewItems): OpenCount {
  const spoken = quotes.filter(({ texts }) => texts.some((text) => isWaiting(text) && !text.isTranslation));
  return { clips: clips.length, quotes: quotes.length, spoken: spoken.length };
}

interface Guest {
  episodeId: string;
  personId: string;
}
