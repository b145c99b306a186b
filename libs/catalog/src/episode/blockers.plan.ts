import { toLanguage } from '#libs/kernel';
import { isCategory } from '../category/categories.js';
import type { Show } from '../show/show.entity.js';
import type { EpisodeCopy } from './episode-copy.entity.js';

export type BlockerCode =
  'AUDIO_MISSING' | 'AUDIO_NOT_READY' | 'TITLE_MISSING' | 'COVER_MISSING' | 'CATEGORY_MISSING' | 'NUMBER_MISSING';

/** Something without which an episode cannot be published, and the field where it is mended; in words: `error.blocker.<CODE>`. */
export interface Blocker {
  code: BlockerCode;
  field: string;
}

/** How far the sound is: `none` without a recording, `ready` when the MP3 of the copy's revision exists. */
export type AudioStanding = 'none' | 'waiting' | 'ready';

/** Everything that keeps a working copy from being published; empty when it may go out. */
export function findBlockers(
  copy: Pick<EpisodeCopy, 'texts' | 'type' | 'number' | 'coverKey'>,
  show: Pick<Show, 'language' | 'coverKey' | 'category' | 'subcategory' | 'type'>,
  audio: AudioStanding,
): Blocker[] {
  const lang = toLanguage(show.language);
  const title = copy.texts.find((text) => text.lang === lang)?.title ?? '';
  const found: (Blocker | false)[] = [
    audio === 'none' && { code: 'AUDIO_MISSING', field: 'audio' },
    audio === 'waiting' && { code: 'AUDIO_NOT_READY', field: 'audio' },
    // feed:I02
    title === '' && {
      code: 'TITLE_MISSING',
      field: `texts.${lang}.title`,
    },
    // feed:C07
    !show.coverKey && !copy.coverKey && { code: 'COVER_MISSING', field: 'cover' },
    // feed:C05
    !isCategory(show.category, show.subcategory) && {
      code: 'CATEGORY_MISSING',
      field: 'show.category',
    },
    // feed:C14
    show.type === 'serial' &&
      copy.type === 'full' &&
      copy.number === null && {
        code: 'NUMBER_MISSING',
        field: 'number',
      },
  ];
  return found.filter((blocker) => blocker !== false);
}
