import { NotFound } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { EmployerNaming } from '../episode/appearance.entity.js';
import { AppearanceText } from '../episode/appearance-text.entity.js';
import { Appearance } from '../episode/appearance.entity.js';

/** What is to be otherwise in one appearance; what is absent stays. */
export interface AppearancePatch {
  organisation?: string;
  organisationUrl?: string;
  employer?: EmployerNaming;
  texts?: { lang: string; title?: string; disclaimer?: string; biography?: string }[];
}

/** Writes it into one copy of the episode. @throws NotFound when the person does not appear in it. */
export async function patchAppearance(
  manager: EntityManager,
  copyId: string,
  personId: string,
  { texts = [], ...facts }: AppearancePatch,
): Promise<void> {
  const found = await manager.findBy(Appearance, { copyId, personId });
  if (found.length === 0) throw new NotFound('This person in this episode');
  for (const { id } of found) {
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    if (Object.keys(said).length) await manager.update(Appearance, { id }, said);
    for (const text of texts) await patchText(manager, id, text);
  }
}

async function patchText(
  manager: EntityManager,
  appearanceId: string,
  { lang, ...said }: NonNullable<AppearancePatch['texts']>[number],
): Promise<void> {
  const present = await manager.findOneBy(AppearanceText, { appearanceId, lang });
  const { title = '', disclaimer = '', biography = '' } = { ...present, ...dropUndefined(said) };
  if (present) await manager.update(AppearanceText, { appearanceId, lang }, { title, disclaimer, biography });
  else if (title || disclaimer || biography) {
    await manager.insert(AppearanceText, { appearanceId, lang, title, disclaimer, biography });
  }
}

function dropUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
