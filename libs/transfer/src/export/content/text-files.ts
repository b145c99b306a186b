import type { EpisodeView } from '#libs/catalog';
import { toChaptersJson } from '#libs/feeds';
import { formatTimeCode } from '#libs/kernel';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';
import { dataSchemas } from './data.form.js';
import {
  type DataPaths,
  toEpisodeData,
  toEventsData,
  toPeopleData,
  toSeriesData,
  toShowData,
  toTagsData,
} from './data.plan.js';
import { newestChange } from './feed-files.js';

/** Everything as data, with the forms of it as JSON Schema. */
export function* toDataFiles(view: ArchiveView, paths: DataPaths): Generator<ArchiveFile> {
  const at = newestChange(view.episodes);
  const of = (path: string, make: () => unknown, when = at): ArchiveFile => ({
    path,
    at: when,
    content: async () => `${JSON.stringify(make(), null, 2)}\n`,
  });
  yield of('data/schema.json', dataSchemas);
  yield of('data/show.json', () => toShowData(view, paths));
  yield of('data/people.json', () => toPeopleData(view, paths));
  yield of('data/events.json', () => toEventsData(view));
  yield of('data/series.json', () => toSeriesData(view));
  yield of('data/tags.json', () => toTagsData(view));
  for (const episode of view.episodes) {
    const path = `data/episodes/${paths.addresses.name(episode.id)}.json`;
    yield of(path, () => toEpisodeData(episode, view, paths), episode.publishedAt!);
  }
  for (const draft of view.drafts) {
    const name = paths.draftNames.get(draft.id)!;
    yield of(`drafts/${name}.json`, () => toEpisodeData(draft, view, paths, name), draft.updatedAt);
  }
}

/** Each text as Markdown, as its producer wrote it. */
export function* toNoteFiles(view: ArchiveView, { addresses, draftNames }: DataPaths): Generator<ArchiveFile> {
  for (const episode of view.episodes) yield* notesOf(episode, `notes/${addresses.name(episode.id)}`);
  for (const draft of view.drafts) yield* notesOf(draft, `drafts/${draftNames.get(draft.id)}`);
}

function* notesOf(episode: EpisodeView, stem: string): Generator<ArchiveFile> {
  const at = episode.publishedAt ?? episode.updatedAt;
  for (const { lang, title, summary, takeaways, notes } of episode.texts) {
    const list = takeaways.map(({ text, atMs }) => `- ${text}${atMs === null ? '' : ` (${formatTimeCode(atMs)})`}`);
    const parts = [`# ${title}`, summary, list.join('\n'), notes].map((part) => part.trim()).filter(Boolean);
    yield { path: `${stem}.${lang}.md`, at, content: async () => `${parts.join('\n\n')}\n` };
  }
}

/** The chapters that `podcast:chapters` points to, as JSON 1.2. */
export function* toChapterFiles(view: ArchiveView, { addresses }: DataPaths): Generator<ArchiveFile> {
  for (const episode of view.episodes) {
    if (episode.chapters.length === 0) continue;
    const path = addresses.file(addresses.chapters(episode.id));
    yield {
      path,
      at: episode.publishedAt!,
      content: async () => JSON.stringify({ ...toChaptersJson(episode.chapters), title: episode.texts[0]?.title }),
    };
  }
}
