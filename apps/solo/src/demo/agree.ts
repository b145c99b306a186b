import type { Catalog } from '#libs/catalog';
import { type GuestActor, system } from '#libs/kernel';

/** A clip and a quote of the sample interview that its guest has agreed to, and proposals that nobody has taken yet; once. */
export async function agree(catalog: Catalog, showId: string): Promise<void> {
  const { desk, guestLinks, highlightsDesk, proposals, asking } = catalog;
  const interview = (await desk.list(system, showId)).find(({ working, episode }) => {
    return episode.publishedAt !== null && working.number === 87;
  });
  if (!interview) return;
  const { id } = interview.episode;
  const { clips, quotes } = await highlightsDesk.get(system, showId, id);
  const isKnown = (await guestLinks.ofEpisode(system, showId, id)).length > 0;
  if (isKnown || clips.length + quotes.length > 0) return;
  const made = { clipId: await makeClip(catalog, showId, id), quoteId: await makeQuote(catalog, showId, id) };
  const [asked] = await asking.ask(system, showId, id);
  if (!asked) return;
  const { linkId, personId } = asked;
  await answer(catalog, { kind: 'guest', role: 'guest', linkId, personId, episodeId: id }, made);
  await proposals.propose(system, showId, id);
}

async function makeClip({ clips }: Catalog, showId: string, episodeId: string): Promise<string> {
  const { id, version } = await clips.create(system, showId, episodeId, { startMs: 41_430, endMs: 57_010 });
  await clips.update(system, showId, id, { version, texts: [...titles] });
  return id;
}

async function makeQuote({ quotes }: Catalog, showId: string, episodeId: string): Promise<string> {
  const { id, version, texts } = await quotes.create(system, showId, episodeId, { startMs: 28_300, endMs: 32_500 });
  const both = [...texts.map(({ lang, text }) => ({ lang, text })), translation];
  await quotes.update(system, showId, id, { version, texts: both });
  return id;
}

async function answer(
  { review }: Catalog,
  guest: GuestActor,
  { clipId, quoteId }: { clipId: string; quoteId: string },
): Promise<void> {
  const texts = ['en', 'fr'].map((lang) => ({ lang, answer: 'approved' as const }));
  await review.answerQuote(guest, quoteId, { texts });
  await review.answerClip(guest, clipId, { answer: 'approved' });
}

const titles = [
  { lang: 'en', title: 'Listen to the first minute before you record the other fifty-nine' },
  { lang: 'fr', title: 'Écoutez la première minute avant d’enregistrer les cinquante-neuf autres' },
] as const;

const translation = {
  lang: 'fr',
  text: 'On pardonne une mauvaise image, mais on cesse d’écouter dès que le son fait mal.',
};
