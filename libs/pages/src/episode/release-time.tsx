import type { Reader } from '../site/site.js';

interface Props {
  reader: Reader;
  at: Date;
  /** In which the sentence tells it. */
  zones: readonly string[];
  children: string;
}

/** When something comes out; the script adds the reader's own time where that is none of the sentence's (`ux:K-15`). */
export function ReleaseTime({ reader, at, zones, children }: Props) {
  return (
    <time
      dateTime={at.toISOString()}
      data-own-time={reader.t('episode.ownTime', { when: '{when}' })}
      data-zones={zones.join(' ')}
    >
      {children}
      <span className="own-time" />
    </time>
  );
}
