import { type EpisodeView, offeredExtensions, type TranscriptView, writeTranscript } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';
import type { StaticAddresses } from '../site/static-addresses.js';

/** Reads what is said in an episode, in one of its languages. */
export type ReadTranscript = (episodeId: string, lang: string) => Promise<TranscriptView | undefined>;

/** What is said in each episode, as the files that its feed names. One text is in memory at a time. */
export function* toTranscriptFiles(
  view: ArchiveView,
  addresses: StaticAddresses,
  read: ReadTranscript,
): Generator<ArchiveFile> {
  for (const episode of view.episodes) {
    for (const { lang, isTimed } of episode.transcripts) {
      for (const extension of offeredExtensions(isTimed)) {
        const path = addresses.file(addresses.transcript(episode.id, lang, extension));
        const content = async () => {
          const found = await read(episode.id, lang);
          return writeTranscript(extension, { segments: found?.segments ?? [], lang, title: titleOf(episode, lang) });
        };
        yield { path, at: episode.publishedAt!, content };
      }
    }
  }
}

function titleOf(episode: EpisodeView, lang: string): string {
  return pickText(episode.texts, toLanguage(lang), toLanguage(episode.showLanguage))?.title ?? '';
}
