import {
  type ClipCaptions,
  type ClipView,
  Episode,
  EpisodePreviewQuery,
  type EpisodeView,
  HighlightsQuery,
  readClipCaptions,
  readSite,
  ShowQuery,
} from '#libs/catalog';
import { type Clock, type Language, system } from '#libs/kernel';
import { t } from '#libs/messages';
import type { PayloadOf } from '#libs/queue';
import type { DataSource } from 'typeorm';
import { type CardSite, episodeCard, type EpisodeCardView } from '../card/card-contents.plan.js';
import { KitPieces, type PieceWish } from '../kit/kit-pieces.js';
import { clipFileName } from './clip-name.plan.js';
import { clipKinds, type ClipToMake, toClipWishes } from './clip-wishes.plan.js';
import type { planClips } from './clip.jobs.js';

export interface PlanClipsDeps {
  dataSource: DataSource;
  clock: Clock;
}

/**
 * Wants exactly the files of the clips that are approved for the kit, in the sound that listeners hear or are to hear;
 * files of all others go (`ux` 2.14, 5).
 */
export function makePlanClips({
  dataSource,
  clock,
}: PlanClipsDeps): (order: PayloadOf<typeof planClips>) => Promise<void> {
  return async ({ episodeId }) => {
    const wishes = await wishesOf(dataSource, clock, episodeId);
    await dataSource.transaction(async (manager) => {
      await KitPieces.settle(manager, { subject: 'episode', subjectId: episodeId }, clipKinds, wishes);
    });
  };
}

async function wishesOf(dataSource: DataSource, clock: Clock, episodeId: string): Promise<PieceWish[]> {
  const row = await dataSource.getRepository(Episode).findOneBy({ id: episodeId });
  if (!row || row.deletedAt || row.purgedAt) return [];
  const kind = row.state === 'published' ? 'released' : 'working';
  const { clips } = await new HighlightsQuery(dataSource).ofEpisode(episodeId, kind);
  const wanted = clips.filter(({ uses }) => uses.kit);
  const show = wanted.length > 0 ? await new ShowQuery(dataSource, clock).byId(row.showId) : undefined;
  if (!show) return [];
  const { working, released } = await new EpisodePreviewQuery(dataSource, clock).get(system, row.showId, episodeId);
  const episode = kind === 'released' ? released : working;
  const source = episode && sourceOf(episode);
  if (!episode || !source) return [];
  const site = await readSite(dataSource);
  const captions = await readClipCaptions(dataSource, episodeId, kind);
  return wanted.flatMap((clip) => toClipWishes(toClip(clip, { view: { episode, show }, site, source, captions })));
}

interface Around {
  view: EpisodeCardView;
  site: CardSite;
  source: ClipToMake['source'];
  captions: ClipCaptions;
}

function toClip(clip: ClipView, { view, site, source, captions }: Around): ClipToMake {
  const { episode, show } = view;
  const people = episode.appearances.filter(({ person }) => clip.personIds.includes(person.id));
  const only = people[0]?.person.id;
  const titleIn = (lang: Language) => (clip.texts.find((text) => text.lang === lang) ?? clip.texts[0])?.title ?? '';
  const card = (lang: Language) => episodeCard(site, lang, view, only).content;
  return {
    ...{ clip, source, captions: captions.get(clip.id) ?? {} },
    content: (lang) => ({ ...card(lang), title: titleIn(lang) || card(lang).title, line: '', note: '', peaks: [] }),
    endNotes: (lang) => disclaimersOf(people, lang),
    fileName: (what, lang) =>
      clipFileName({
        ...{ show: show.slug, number: episode.number, guest: people[0]?.person.name ?? '', lang },
        what: `${what}-${Math.floor(clip.startMs / 1000)}s`,
      }),
    alt: (lang) => {
      const names = people.map(({ person }) => person.name).join(', ');
      return t(card(lang).region, 'clip.alt', { names, title: titleIn(lang) });
    },
  };
}

/** The film where the episode has one: people first. */
function sourceOf({ enclosure }: EpisodeView): ClipToMake['source'] | undefined {
  if (!enclosure) return undefined;
  const film = enclosure.alternates.find(({ kind, mime }) => kind === 'video' && mime === 'video/mp4');
  return film ? { key: film.key, isFilm: true } : { key: enclosure.key, isFilm: enclosure.mime.startsWith('video/') };
}

/** Of each guest who wrote one, in the language of the clip where there is one (`ux` 2.10). */
function disclaimersOf(people: EpisodeView['appearances'], lang: Language): string[] {
  return people.flatMap(({ texts }) => {
    const written = texts.filter(({ disclaimer }) => disclaimer !== '');
    return (written.find((text) => text.lang.startsWith(lang)) ?? written[0])?.disclaimer ?? [];
  });
}
