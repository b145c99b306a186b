import type { IAudioMetadata } from 'music-metadata';
import type { FileTags } from '../api/episode.calls';

export interface ReadTags {
  tags: FileTags;
  cover: Blob | null;
}

/**
 * The file's tags, chapters and cover, read from slices of it: a blob is seekable, so a long file is not read through.
 * Answers nothing rather than being late: the draft opens in under a second (`ux:P-04`), the probe corrects it afterwards.
 */
export async function readTags(file: File, limitMs = 700): Promise<ReadTags> {
  const nothing = { tags: {}, cover: null };
  const late = new Promise<ReadTags>((resolve) => setTimeout(() => resolve(nothing), limitMs));
  return Promise.race([parse(file).catch(() => nothing), late]);
}

async function parse(file: File): Promise<ReadTags> {
  const { parseBlob } = await import('music-metadata');
  const found = await parseBlob(file, { duration: false, skipPostHeaders: true, includeChapters: true });
  return { tags: toTags(found), cover: toCover(found) };
}

function toTags({ common, format }: IAudioMetadata): FileTags {
  const comment = common.comment?.map((c) => c.text ?? '').find(Boolean);
  const chapters = format.chapters
    ?.map((c) => ({ startMs: Math.round((c.start / (c.timeScale || 1000)) * 1000), title: clean(c.title, 500) ?? '' }))
    .filter((c) => c.title);
  const tags: FileTags = {
    title: clean(common.title, 500),
    artist: clean(common.artist, 500),
    album: clean(common.album, 500),
    track: common.track.no ? String(common.track.no) : undefined,
    date: clean(common.date ?? (common.year ? String(common.year) : undefined), 40),
    comment: clean(comment, 4000),
    chapters: chapters?.length ? chapters.slice(0, 500) : undefined,
  };
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined));
}

function clean(value: string | undefined, most: number): string | undefined {
  const text = value?.replaceAll('\0', '').trim().slice(0, most);
  return text || undefined;
}

function toCover({ common }: IAudioMetadata): Blob | null {
  const picture = common.picture?.[0];
  if (!picture || !/^image\/(jpe?g|png|webp)$/.test(picture.format)) return null;
  return new Blob([new Uint8Array(picture.data)], { type: picture.format.replace('jpg', 'jpeg') });
}
