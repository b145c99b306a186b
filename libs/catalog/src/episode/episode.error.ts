import { EstradeError } from '#libs/kernel';
import type { Blocker } from './blockers.plan.js';
import type { EpisodeState } from './episode.entity.js';

/** One reading of a local time: what the clock shows, its distance to UTC, and the instant. */
export interface PossibleTime {
  local: string;
  offset: string;
  at: string;
}

/** 422: something is missing for publication; `blockers` in the answer lists all of it. */
export class EpisodeNotReady extends EstradeError {
  constructor(blockers: readonly Blocker[]) {
    super(
      'EPISODE_NOT_READY',
      422,
      'This episode cannot be published yet; the list says what is missing.',
      { count: blockers.length },
      blockers.map(({ code, field }) => ({ path: field, message: `error.blocker.${code}` })),
      { blockers: blockers.map(({ code, field }) => ({ code, field })) },
    );
  }
}

/** 409: the file has not got the tags, chapters and cover of this release yet; it will within seconds. */
export class EpisodeBeingTagged extends EstradeError {
  constructor() {
    super('EPISODE_BEING_TAGGED', 409, 'The file is being given its title and chapters; try again in a few seconds.');
  }
}

/** 409: apps get it this very second, so that the plan cannot be taken back any more. */
export class EpisodeGoingOut extends EstradeError {
  constructor() {
    super('EPISODE_GOING_OUT', 409, 'This episode is going out this very second. Unpublish it to take it back.');
  }
}

/** 409: the episode's state does not lead there. */
export class WrongEpisodeState extends EstradeError {
  constructor(state: EpisodeState, wanted: string) {
    super('EPISODE_STATE', 409, `This episode is ${state}; it cannot be ${wanted} now.`, { state, wanted });
  }
}

/** 422: the clocks jump over this local time. */
export class LocalTimeMissing extends EstradeError {
  constructor(local: string, zone: string, possible: readonly PossibleTime[]) {
    const [before, after] = possible.map((time) => time.local.slice(11));
    super(
      'LOCAL_TIME_MISSING',
      422,
      `The clocks in ${zone} jump over this time; choose ${before} or ${after}.`,
      { zone, before: before!, after: after! },
      [{ path: 'local', message: 'error.field.time.missing' }],
      { local, zone, possible },
    );
  }
}

/** 422: this local time happens twice and no `offset` says which is meant. */
export class LocalTimeTwice extends EstradeError {
  constructor(local: string, zone: string, possible: readonly PossibleTime[]) {
    const [first, second] = possible.map((time) => time.offset);
    super(
      'LOCAL_TIME_TWICE',
      422,
      `This time happens twice in ${zone} that night; choose the first (UTC${first}) or the second (UTC${second}).`,
      { zone, first: first!, second: second! },
      [{ path: 'offset', message: 'error.field.time.twice' }],
      { local, zone, possible },
    );
  }
}
