import { Invalid } from '#libs/kernel';
import { WrongEpisodeState } from './episode.error.js';
import type { Episode, EpisodeState } from './episode.entity.js';

/** The part of an episode that the state machine reads and gives back changed. */
export type Standing = Pick<
  Episode,
  'state' | 'publishedAt' | 'scheduledAt' | 'scheduledLocal' | 'scheduledZone' | 'hasUnreleasedChanges'
>;

const unscheduled = { scheduledAt: null, scheduledLocal: null, scheduledZone: null } as const;

/**
 * draft, scheduled or withdrawn → published. The date of the first release stays when it is published again; a
 * scheduled release carries the scheduled instant even when it comes late (`fault:F29`).
 * @throws WrongEpisodeState when it is published already: that is an update.
 */
export function publish(standing: Standing, at: Date): Standing {
  refuse(standing.state, ['published'], 'published');
  return { state: 'published', publishedAt: standing.publishedAt ?? at, ...unscheduled, hasUnreleasedChanges: false };
}

/** published → published with the working copy released again. */
export function update(standing: Standing): Standing {
  refuse(standing.state, ['draft', 'scheduled', 'withdrawn'], 'updated');
  return { ...toStanding(standing), hasUnreleasedChanges: false };
}

/** draft, scheduled (another time) or withdrawn → scheduled. @throws Invalid for an instant that has passed. */
export function schedule(standing: Standing, at: Date, local: string, zone: string, now: Date): Standing {
  refuse(standing.state, ['published'], 'scheduled');
  if (at <= now) throw new Invalid([{ path: 'local', message: 'error.field.time.past' }]);
  return { ...toStanding(standing), state: 'scheduled', scheduledAt: at, scheduledLocal: local, scheduledZone: zone };
}

/** scheduled → what it was before: draft, or withdrawn when it had been published once. */
export function unschedule(standing: Standing): Standing {
  refuse(standing.state, ['draft', 'published', 'withdrawn'], 'unscheduled');
  return { ...toStanding(standing), state: standing.publishedAt ? 'withdrawn' : 'draft', ...unscheduled };
}

/** published → withdrawn: gone from pages and feeds, date and guid kept. */
export function withdraw(standing: Standing): Standing {
  refuse(standing.state, ['draft', 'scheduled', 'withdrawn'], 'unpublished');
  return { ...toStanding(standing), state: 'withdrawn' };
}

/** What remains when it goes into the bin: a plan to publish does not survive it, everything else does. */
export function bin(standing: Standing): Standing {
  return standing.state === 'scheduled' ? unschedule(standing) : toStanding(standing);
}

/** A change of the working copy: what is published now lags behind it. */
export function edit(standing: Standing): Standing {
  return { ...toStanding(standing), hasUnreleasedChanges: standing.state === 'published' };
}

/** An episode's row holds more than its standing. */
function toStanding({
  state,
  publishedAt,
  scheduledAt,
  scheduledLocal,
  scheduledZone,
  hasUnreleasedChanges,
}: Standing) {
  return { state, publishedAt, scheduledAt, scheduledLocal, scheduledZone, hasUnreleasedChanges };
}

function refuse(state: EpisodeState, wrong: readonly EpisodeState[], wanted: string): void {
  if (wrong.includes(state)) throw new WrongEpisodeState(state, wanted);
}
