import { PersonText } from '#libs/people';
import { Any, type EntityManager } from 'typeorm';
import { AppearanceText } from './appearance-text.entity.js';
import type { EpisodeCopy } from './episode-copy.entity.js';

/**
 * Gives every appearance that has no biography of its own the one of its person as it is at this moment, in the working
 * copy, so that this release has it and later ones keep it (`ux` 2.9). The copy in hand is changed with the rows.
 */
export async function freezeBiographies(manager: EntityManager, working: EpisodeCopy): Promise<void> {
  const bare = working.appearances.filter(({ texts }) => texts.every(({ biography }) => biography === ''));
  if (bare.length === 0) return;
  const living = await manager.findBy(PersonText, { personId: Any(bare.map(({ personId }) => personId)) });
  for (const appearance of bare) {
    for (const { personId, lang, biography } of living) {
      if (personId !== appearance.personId || biography === '') continue;
      const present = appearance.texts.find((text) => text.lang === lang);
      const { title = '', disclaimer = '' } = present ?? {};
      const row = { appearanceId: appearance.id, lang, title, disclaimer, biography };
      await manager.upsert(AppearanceText, row, ['appearanceId', 'lang']);
      if (present) present.biography = biography;
      else appearance.texts.push(manager.create(AppearanceText, row));
    }
  }
}
