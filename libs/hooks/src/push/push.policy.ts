/** A feed as far as the decision to tell of it needs it. */
export interface PushSubject {
  readonly feedId: string;
  readonly kind: string;
  /** Its address; undefined until its bytes exist. */
  readonly url: string | undefined;
  /** podcast:medium. */
  readonly medium: string;
  /** The show's own switch; of a feed over several shows, that of all of them. */
  readonly isSwitchedOn: boolean;
  readonly isGone: boolean;
  readonly hasMoved: boolean;
}

/** Whom this instance tells. */
export interface PushTargets {
  readonly hubs: readonly string[];
  /** Where podpings are sent; undefined: nowhere. */
  readonly podpingUrl: string | undefined;
  /** Others on the Internet can reach this instance. */
  readonly isPublicOrigin: boolean;
}

export const silences = ['private', 'gone', 'moved', 'no-bytes', 'switched-off', 'no-targets', 'not-public'] as const;
/** Why nobody is told of a feed. */
export type Silence = (typeof silences)[number];

/**
 * Why nobody may or can be told that this feed has changed; undefined: they are. A hub reads and keeps the address, so
 * that a secret one is never named to it (`feed:V04`), and one that nobody can reach is of no use.
 */
export function whyNotPushed(subject: PushSubject, targets: PushTargets): Silence | undefined {
  if (subject.kind === 'private' || subject.kind === 'personal') return 'private';
  if (subject.isGone) return 'gone';
  if (subject.hasMoved) return 'moved';
  if (!subject.isSwitchedOn) return 'switched-off';
  if (targetsOf(subject, targets).length === 0) return 'no-targets';
  if (!targets.isPublicOrigin) return 'not-public';
  return subject.url ? undefined : 'no-bytes';
}

/** Kinds that are podcasts of their own; the rest are extracts of these, which a podping would only repeat. */
const podcasts: readonly string[] = ['show', 'event', 'language', 'video'];

export interface Target {
  readonly target: 'websub' | 'podping';
  readonly address: string;
}

/** Whom a change of this feed is told. */
export function targetsOf({ kind }: Pick<PushSubject, 'kind'>, { hubs, podpingUrl }: PushTargets): Target[] {
  const websub = hubs.map((address): Target => ({ target: 'websub', address }));
  const podping: Target[] = podpingUrl && podcasts.includes(kind) ? [{ target: 'podping', address: podpingUrl }] : [];
  return [...websub, ...podping];
}
