import type { EpisodeMediaService } from '#libs/catalog';
import {
  type AssetFact,
  assetReady,
  makeMediaHandlers,
  mediaJobs,
  mediaSubscriptions,
  type PipelineDeps,
} from '#libs/media';
import type { Handlers, Subscriptions } from '#libs/queue';

/** Every job of Estrade. `startWorkers` refuses to start unless each has exactly one handler below. */
export const jobs = [...mediaJobs] as const;

export interface HandlerDeps {
  readonly media: PipelineDeps;
}

export function makeHandlers({ media }: HandlerDeps): Handlers<typeof jobs> {
  return { ...makeMediaHandlers(media) };
}

export interface SubscriptionDeps {
  readonly episodes: EpisodeMediaService;
}

/** What each fact sets in motion. A fact that writes rows at once does so here and orders no work. */
export function makeSubscriptions({ episodes }: SubscriptionDeps): Subscriptions {
  return {
    ...mediaSubscriptions,
    [assetReady]: [
      async ({ recordingId, revisionId }: AssetFact) => {
        await episodes.attachRevision(recordingId, revisionId);
        return [];
      },
    ],
  };
}
