import type { FeedFetchRecorder } from '#libs/stats';
import type { OnSent } from './send-feed.js';

/** Counts what was sent of feeds, after it was sent. Counting that fails is nobody's reason to go without a feed. */
export function toFetchCounter(recorder: Pick<FeedFetchRecorder, 'count'>): OnSent {
  return ({ versionId, size }, { method, headers }, status) => {
    recorder.count({ versionId, method, status, bytes: size, userAgent: headers['user-agent'] });
  };
}
