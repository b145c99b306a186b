import { pickText, toLanguage } from '#libs/kernel';
import type { RenderOrder } from '#libs/media';
import type { Show } from '../show/show.entity.js';
import type { SoundWish } from '../sound/sound-order.js';
import type { EpisodeCopy } from './episode-copy.entity.js';

/** What media is to make of a recording: its sound as wished, tags in the show's language, chapters and cover as they are at this moment. */
export function toRenderOrder(
  recordingId: string,
  show: Pick<Show, 'language' | 'author' | 'texts' | 'coverKey'>,
  copy: Pick<EpisodeCopy, 'texts' | 'number' | 'language' | 'chapters' | 'coverKey' | 'recordedOn'>,
  releaseAt: Date,
  wish: SoundWish,
): RenderOrder {
  const lang = toLanguage(show.language);
  const album = pickText(show.texts, lang, lang)?.title ?? '';
  const text = pickText(
    copy.texts.filter(({ title }) => title !== ''),
    lang,
    lang,
  );
  return {
    recordingId,
    ...wish,
    tags: {
      title: text?.title ?? album,
      artist: show.author || album,
      album,
      date: releaseAt.toISOString().slice(0, 10),
      ...(copy.number !== null && { track: String(copy.number) }),
      language: copy.language,
      ...(show.author && { publisher: show.author }),
      ...(text?.summary && { comment: text.summary }),
    },
    chapters: copy.chapters.map(({ startMs, title }) => ({ startMs, title })),
    coverKey: copy.coverKey ?? show.coverKey,
  };
}
