import { FollowerSecrets, FollowersService } from '#libs/audience';
import type { GuestLink } from '#libs/catalog';
import { newId, system } from '#libs/kernel';
import { findUnindexed, makeIndexEpisode } from '#libs/search';
import sharp from 'sharp';
import { anEpisode, aShow, type EpisodeGiven } from '../factories/catalog.js';
import { testSecret } from '../factories/world.js';
import { durationMs, putPicture, type Stage } from './stage.js';

/** What stands on a stage beside its one episode and its talk. */
export interface Furniture {
  /** Announced, with her in it. */
  coming: { id: string; path: string };
  /** Paths of two episodes that were withdrawn. */
  gone: string;
  forbidden: string;
  /** Of a guest: `asked` with a quote and a clip that wait for her, `out` after the release. */
  secrets: { asked: string; out: string };
  /** Secrets of a follower in each language. */
  followers: { en: string; fr: string };
}

/** Texts of the operator, settings of a show, a mini-series, tags, a second show, followers, what search finds. */
export async function furnish(stage: Stage): Promise<Furniture> {
  const people = await melanieIn(stage);
  await writeSettings(stage);
  await makeLists(stage, people);
  const furniture = {
    coming: await announce(stage, people),
    gone: await withdraw(stage, false),
    forbidden: await withdraw(stage, true),
    secrets: { asked: await askGuest(stage, people), out: await linkAfter(stage) },
    followers: { en: await follow(stage, 'en-CA'), fr: await follow(stage, 'fr-CA') },
  };
  const { db, clock } = stage.world;
  const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };
  for (const { payload } of await findUnindexed(db.manager))
    await makeIndexEpisode({ dataSource: db, clock })(payload as never, run);
  return furniture;
}

type People = EpisodeGiven['people'];

async function melanieIn({ world }: Stage): Promise<People> {
  const photo = `image/${newId()}.jpg`;
  await putPicture(world, photo);
  const [{ id: personId }] = await world.db
    .query(`update persons set photo_key = $1 where slug = 'melanie-roy' returning id`, [photo])
    .then(([rows]: [{ id: string }[]]) => rows);
  const texts = [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }];
  return [{ personId, role: 'guest', organisation: 'Boréale', texts }] as People;
}

async function writeSettings({ world: { catalog }, show, episodeId }: Stage): Promise<void> {
  const texts = (['en', 'fr'] as const).map((lang) => ({
    lang,
    legal: '# Atelier Nord\n\n1, rue de la Paix, Montréal. [Qui ?](https://example.org/contact)',
    privacy: '',
    contact: 'Par la poste, ou par courriel.',
  }));
  await catalog.site.save(system, { version: 1, texts, mail: 'bonjour@example.org' });
  const { version } = await catalog.showPage.get(system, show.id);
  await catalog.showPage.save(system, show.id, {
    version,
    promises: [{ lang: 'fr', text: 'Une heure, une décision, des dates.' }],
    rhythms: [{ lang: 'fr', text: 'Un mardi sur deux' }],
    startWith: [episodeId],
    apps: [{ app: 'apple', url: 'https://podcasts.apple.com/ca/podcast/id1234567890' }],
    contact: 'atelier@example.org',
  });
}

async function makeLists(stage: Stage, people: People): Promise<void> {
  const { db, catalog } = stage.world;
  const show = stage.show as never;
  const series = await catalog.series.create(system, stage.show.id, { name: 'Sans budget', parts: 3 });
  for (const part of [1, 2])
    await anEpisode(db, show, {
      ...{ title: `Sans budget : la décision, partie ${part}`, topics: ['Mesure', 'Équipe'] },
      ...{ seriesId: series.id, part, season: 2, people },
    });
  for (let number = 1; number <= 8; number += 1)
    await anEpisode(db, show, { title: `Ce que l’on mesure, ${number}`, number, season: 1 });
  const other = await aShow(db, { title: 'Marketing Without Detours', language: 'en-CA', slug: 'detours' });
  await putPicture(stage.world, other.coverKey!);
  await anEpisode(db, other, { title: 'Keeping a date', language: 'en-CA', topics: ['Mesure'], people });
}

async function announce({ world, show, paths }: Stage, people: People): Promise<Furniture['coming']> {
  const { id } = await anEpisode(world.db, show as never, { title: 'Bientôt', state: 'draft', people });
  const release = { local: '2026-05-14T07:00', zone: 'America/Montreal' };
  await world.catalog.publishing.schedule(system, show.id, id, release);
  await world.catalog.publishing.announce(system, show.id, id, true);
  return { id, path: `${paths.show}/${await slugOf(world, id)}` };
}

async function withdraw({ world, show, paths }: Stage, isByLaw: boolean): Promise<string> {
  const { id } = await anEpisode(world.db, show as never, { title: isByLaw ? 'Interdit' : 'Retiré' });
  await world.catalog.publishing.unpublish(system, show.id, id, { isByLaw });
  return `${paths.show}/${await slugOf(world, id)}`;
}

async function slugOf({ db }: Stage['world'], id: string): Promise<string> {
  const [row] = await db.query('select slug from episode_addresses where episode_id = $1', [id]);
  return row.slug as string;
}

async function askGuest({ world: { catalog, db }, show }: Stage, people: People): Promise<string> {
  const revision = { key: 'audio/long.mp3', durationMs };
  const given = { title: 'Une date tenue', state: 'draft', people, revision } as const;
  const { id } = await anEpisode(db, show as never, given);
  await catalog.transcripts.replace(system, { showId: show.id, episodeId: id, lang: 'fr', version: 1 }, { text: vtt });
  await catalog.quotes.create(system, show.id, id, { startMs: 6_000, endMs: 11_000 });
  await catalog.clips.create(system, show.id, id, { startMs: 6_000, endMs: 30_000, title: 'La confiance' });
  await catalog.asking.ask(system, show.id, id);
  const [link] = await catalog.guestLinks.ofEpisode(system, show.id, id);
  return catalog.guestLinks.secretOf(link as GuestLink);
}

/** The link to the released episode, on which she said one thing that is quoted. */
async function linkAfter({ world, show, episodeId }: Stage): Promise<string> {
  const { catalog, db } = world;
  const [{ id }] = await db.query(`select id from persons where slug = 'melanie-roy'`);
  const texts = [
    { lang: 'fr', text: 'Une date oblige à choisir.', isTranslation: false, answer: 'approved' },
    { lang: 'en', text: 'A date makes you choose.', isTranslation: true, answer: 'approved' },
  ];
  await db.query(
    `insert into quotes (id, episode_id, person_id, start_ms, end_ms, language, original, texts, state, uses)
     values ($1, $2, $3, 250000, 255000, 'fr', 'x', $4, 'approved', '{"page":true,"image":true,"text":true}')`,
    [newId(), episodeId, id, JSON.stringify(texts)],
  );
  const given = { locale: 'fr-CA', email: 'melanie@example.org' } as const;
  const link = await catalog.guestLinks.ensure(system, show.id, episodeId, id, given);
  await makeFiles(world, link.id);
  return catalog.guestLinks.secretOf(link);
}

/** Files of a kit as they are once the worker has made them; drawing them is shown elsewhere. */
async function makeFiles({ db, storage }: Stage['world'], linkId: string): Promise<void> {
  const picture = sharp({ create: { width: 1200, height: 1200, channels: 3, background: '#1d3b53' } });
  for (const [kind, shape, width, height] of [
    ['card', 'wide', 1200, 630],
    ['card', 'square', 1080, 1080],
    ['card', 'story', 1080, 1920],
    ['photo', '', 1200, 1200],
    ['qr', 'png', 1024, 1024],
  ] as const) {
    const bytes = await picture.clone().resize(width, height, { fit: 'fill' }).png().toBuffer();
    const fileName = `des-dates-melanie-roy-${kind}${shape}-fr.png`;
    await storage.put(`pieces/${fileName}`, bytes);
    await db.query(
      `insert into pieces_of_kit (id, subject, subject_id, kind, shape, lang, input_hash, state, key, file_name, mime, bytes, width, height, alt)
       values ($1, 'link', $2, $3, $4, 'fr', 'x', 'ready', $5, $6, 'image/png', $7, $8, $9, 'Mélanie Roy, Directrice, Boréale.')`,
      [newId(), linkId, kind, shape, `pieces/${fileName}`, fileName, bytes.length, width, height],
    );
  }
}

async function follow({ world: { db, clock }, show }: Stage, locale: 'en-CA' | 'fr-CA'): Promise<string> {
  const email = `${locale}@example.org`;
  const form = { target: 'show', targetId: show.id, part: 0, email, locale } as const;
  await new FollowersService(db, clock, testSecret).ask(form);
  const [{ id }] = await db.query('select id from followers where email = $1', [email.toLowerCase()]);
  return new FollowerSecrets(testSecret).of(id);
}

const vtt = `WEBVTT

00:00:05.000 --> 00:00:12.000
<v Mélanie Roy>On ne gagne pas la confiance avec un logo, on la gagne avec une date tenue.

00:00:12.000 --> 00:00:31.000
<v Mélanie Roy>La plupart des tableaux mesurent ce qui est facile, et jamais ce qui compte.
`;
