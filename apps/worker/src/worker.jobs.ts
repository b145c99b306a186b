import { audienceJobs, type LetterDeps, mailingSubscriptions, makeAudienceHandlers } from '#libs/audience';
import {
  type EpisodeEdited,
  episodeEdited,
  type EpisodeMediaService,
  makeWriteGuestLetter,
  type ShowFact,
  showFacts,
  writeGuestLetter,
} from '#libs/catalog';
import {
  buildFeed,
  type BuildFeedDeps,
  checkFeed,
  type CheckFeedDeps,
  feedSubscriptions,
  makeBuildFeed,
  makeCheckFeed,
} from '#libs/feeds';
import { makeSendPush, type PushDeps, sendPush } from '#libs/hooks';
import { erasePhoto, makeErasePhoto } from '#libs/people';
import {
  type AssetFact,
  assetReady,
  eraseImage,
  fileTagged,
  makeMediaHandlers,
  mediaJobs,
  mediaSubscriptions,
  type PipelineDeps,
  type RenditionFact,
  renditionReady,
  tagWork,
} from '#libs/media';
import {
  type ExportDeps,
  type ImportDeps,
  importJobs,
  importSubscriptions,
  makeImportHandlers,
  makeWriteExport,
  writeExport,
} from '#libs/transfer';
import {
  type GuestLetterDeps,
  makeSendLetter,
  sendLetter,
  clipSubscriptions,
  makeClip,
  type MakeClipDeps,
  makeMakeClip,
  makePieceHandlers,
  makePlanClips,
  planClips,
  type PieceDeps,
  pieceJobs,
  pieceSubscriptions,
} from '#libs/sharing';
import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { type IndexDeps, makeIndexEpisode, searchJobs, searchSubscriptions } from '#libs/search';
import type { Handlers, Subscription, Subscriptions } from '#libs/queue';

/** Every job of Estrade. `startWorkers` refuses to start unless each has exactly one handler below. */
export const jobs = [
  ...mediaJobs,
  buildFeed,
  checkFeed,
  writeExport,
  sendPush,
  ...importJobs,
  ...audienceJobs,
  ...searchJobs,
  ...pieceJobs,
  planClips,
  makeClip,
  sendLetter,
  writeGuestLetter,
  erasePhoto,
] as const;

export interface HandlerDeps {
  readonly media: PipelineDeps;
  readonly feeds: BuildFeedDeps & CheckFeedDeps;
  readonly exports: ExportDeps;
  readonly push: PushDeps;
  readonly imports: ImportDeps;
  readonly letters: LetterDeps;
  readonly guestLetters: GuestLetterDeps;
  readonly search: IndexDeps;
  readonly pieces: PieceDeps;
  readonly clips: MakeClipDeps;
}

export function makeHandlers({
  media,
  feeds,
  exports,
  push,
  imports,
  letters,
  guestLetters,
  search,
  pieces,
  clips,
}: HandlerDeps): Handlers<typeof jobs> {
  return {
    ...thrifty(makeMediaHandlers(media)),
    'feeds.build': makeBuildFeed(feeds),
    'transfer.export': makeWriteExport(exports),
    'feeds.check': makeCheckFeed(feeds),
    'hooks.push': makeSendPush(push),
    ...makeImportHandlers(imports),
    ...makeAudienceHandlers(letters),
    'sharing.letter': makeSendLetter(guestLetters),
    'catalog.guest-letter': makeWriteGuestLetter(guestLetters),
    'people.erase-photo': makeErasePhoto({
      dataSource: media.dataSource,
      removeImage: (key) => eraseImage(media.storage, key),
    }),
    'search.index': makeIndexEpisode(search),
    ...makePieceHandlers(pieces),
    'sharing.plan-clips': makePlanClips(pieces),
    'sharing.clip': makeMakeClip(clips),
  };
}

/**
 * Collects what each job leaves: the measurements of hours of sound are tens of megabytes, and while encoders run for
 * minutes nothing else would make the engine do it. Without `--expose-gc` nothing happens.
 */
function thrifty<Table extends Record<string, (...args: never[]) => Promise<void>>>(handlers: Table): Table {
  const entries = Object.entries(handlers).map(([name, handle]) => [
    name,
    (...args: never[]) => handle(...args).finally(() => globalThis.gc?.()),
  ]);
  return Object.fromEntries(entries) as Table;
}

/** What each fact sets in motion, by lib. */
export function makeSubscriptions(
  dataSource: DataSource,
  episodes: EpisodeMediaService,
  pushes: Subscriptions,
  clock: Clock,
): Subscriptions {
  return joinSubscriptions(
    mediaSubscriptions,
    feedSubscriptions,
    pushes,
    mailingSubscriptions(clock),
    searchSubscriptions,
    pieceSubscriptions,
    clipSubscriptions,
    importSubscriptions,
    {
      [assetReady]: [
        async ({ recordingId, revisionId }: AssetFact) => {
          // Writes rows at once, twice without harm, and orders no work.
          await episodes.attachRevision(recordingId, revisionId);
          return [];
        },
      ],
      [renditionReady]: [
        async ({ recordingId, revisionId }: RenditionFact) => {
          await episodes.announceFile(recordingId, revisionId);
          return [];
        },
      ],
      [fileTagged]: [
        async ({ recordingId, revisionId }: AssetFact) => {
          await episodes.announceFile(recordingId, revisionId);
          return [];
        },
      ],
      [episodeEdited]: [
        async ({ recordingId }: EpisodeEdited) => tagWork(dataSource, await episodes.wantedWords({ recordingId })),
      ],
      [showFacts.changed]: [
        async ({ showId }: ShowFact) => tagWork(dataSource, await episodes.wantedWords({ showId })),
      ],
    },
  );
}

/** Several libs may listen to the same fact. */
function joinSubscriptions(...tables: readonly Subscriptions[]): Subscriptions {
  const joined: Record<string, Subscription[]> = {};
  for (const table of tables) {
    for (const [fact, subscriptions] of Object.entries(table)) (joined[fact] ??= []).push(...subscriptions);
  }
  return joined;
}
