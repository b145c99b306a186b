import { copyFile, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createAccounts } from '#libs/accounts';
import { type Catalog, createCatalog, Show } from '#libs/catalog';
import { system } from '#libs/kernel';
import { addRecording, ImagesService, Revision, Staging, UploadsService } from '#libs/media';
import type { DataSource } from 'typeorm';
import type { Instance } from '../instance.js';
import { StartError } from '../start-error.js';
import { agree } from './agree.js';
import * as content from './content.js';
import { drawCover } from './cover.js';
import { furnish } from './furnish.js';
import { planSecondPart } from './second-part.js';

const recordings = fileURLToPath(new URL('../../../../../test/recordings/', import.meta.url));
const patienceMs = 180_000;

interface Desk {
  catalog: Catalog;
  uploads: UploadsService;
  staging: Staging;
  dataSource: DataSource;
  now: () => Date;
}

/**
 * Publishes a sample show and a sample event through the same services as the studio; once, however often it is
 * started. What an interrupted start has left out is made by the next one.
 */
export async function publishDemo(instance: Instance, say: (line: string) => void): Promise<void> {
  const desk = await openDesk(instance);
  const { addresses } = instance.deps;
  const known = await desk.dataSource.getRepository(Show).findOneBy({ slug: 'monday-night-conversations' });
  if (known?.deletedAt) return;
  if (!known) say('  Publishing the samples; their recordings are repaired by the worker like any other …');
  const show = known?.coverKey ? known : await createShow(desk, known?.id);
  await publishOnce(desk, show.id, null, content.interview);
  const [event] = await desk.catalog.events.list(system, show.id);
  await publishOnce(desk, show.id, event?.id ?? (await createEvent(desk, show.id)), content.talk);
  await furnish(desk.catalog, show.id);
  await agree(desk.catalog, show.id);
  say(
    `\n  Sample show    ${addresses.show('en', show.slug)}\n  Sample event   ${addresses.home('fr')}/e/rencontres-du-logiciel-public-2026`,
  );
  say(`  Sample feed    ${addresses.showFeed(show.slug)}\n`);
}

async function openDesk({ deps, openPool }: Instance): Promise<Desk> {
  const dataSource = await openPool();
  const { memberships } = createAccounts({ ...deps, dataSource, secret: deps.config.secret! });
  const images = new ImagesService(deps.storage);
  const staging = new Staging(join(deps.config.dataDir, 'uploads'));
  const { uploadMaxBytes: fileBytes, uploadQuotaBytes: quotaBytes, uploadExpireHours: expireHours } = deps.config;
  const limits = { fileBytes, quotaBytes, expireHours, reserveBytes: 0 };
  const eraser = { removeRecording: async () => {}, removeImage: async () => {}, removeFiles: async () => {} };
  return {
    catalog: createCatalog({ ...deps, dataSource, memberships, images, eraser }),
    uploads: new UploadsService(dataSource, deps.storage, staging, limits, deps.clock),
    staging,
    dataSource,
    now: () => deps.clock.now(),
  };
}

async function createShow({ catalog }: Desk, knownId?: string): Promise<Show> {
  const { shows } = catalog;
  const show = await (knownId ? shows.get(system, knownId) : shows.create(system, content.showForm));
  const texts = [
    ...show.texts
      .filter(({ lang }) => lang !== content.showTextInFrench.lang)
      .map(({ lang, title, description }) => ({ lang, title, description })),
    content.showTextInFrench,
  ];
  await shows.update(system, show.id, { version: show.version, texts });
  return shows.replaceCover(system, show.id, await drawCover('#0B6E6E'));
}

async function createEvent({ catalog }: Desk, showId: string): Promise<string> {
  const event = await catalog.events.create(system, showId, content.eventForm);
  const texts = [
    ...event.texts.map(({ lang, name, description }) => ({ lang, name, description })),
    content.eventTextInEnglish,
  ];
  await catalog.events.update(system, showId, event.id, { version: event.version, texts });
  return event.id;
}

/** Unless something of the show, or of the event, has been published already. */
async function publishOnce(...[desk, showId, eventId, sample]: Parameters<typeof publish>): Promise<void> {
  const made = await desk.catalog.desk.list(system, showId);
  const isDone = made.some(({ episode }) => episode.eventId === eventId && episode.publishedAt !== null);
  if (!isDone) await publish(desk, showId, eventId, sample);
}

async function publish(
  desk: Desk,
  showId: string,
  eventId: string | null,
  sample: content.SampleEpisode,
): Promise<void> {
  const { drafts, edits, publishing, transcripts } = desk.catalog;
  const id = await drafts.create(system, showId, { eventId, fileName: sample.file });
  const { number, language, recordedOn, startHereMs, texts, people, chapters, tags, transcript } = sample;
  const place = 'room' in sample ? content.talk : undefined;
  await edits.basics(system, showId, id, {
    ...{ version: 1, number, language, recordedOn, startHereMs, tags },
    ...(eventId === null && (await planSecondPart(desk.catalog, showId, desk.now()))),
    ...(place && { room: place.room, track: place.track, programmeAt: place.programmeAt }),
  });
  await edits.texts(system, showId, id, texts, { version: 1 });
  await edits.people(system, showId, id, people, { version: 1 });
  await edits.chapters(system, showId, id, chapters, { version: 1 });
  await repair(desk, showId, id, join(recordings, sample.file));
  const at = { showId, episodeId: id, lang: transcript.lang, version: 1 };
  await transcripts.replace(system, at, { text: await readFile(join(recordings, transcript.file), 'utf8') });
  await publishing.publish(system, showId, id);
}

/** Hands the file in as an upload and waits until its sound is ready and in the episode's hands. */
async function repair(desk: Desk, showId: string, episodeId: string, file: string): Promise<void> {
  const { dataSource, uploads, staging, catalog } = desk;
  const { size } = await stat(file).catch(() => {
    throw new StartError('The sample recordings are not here; `npm run demo` needs a checkout of the project.');
  });
  const upload = await dataSource.transaction(async (manager) => {
    const { id: recordingId } = await addRecording(manager, showId, desk.now());
    const form = { scope: showId, recordingId, userId: null, fileName: basename(file), totalBytes: size };
    return uploads.create(manager, system, form);
  });
  await catalog.episodeMedia.useRecording(system, showId, episodeId, upload.recordingId!);
  await staging.prepare();
  await copyFile(file, staging.path(upload.id));
  await uploads.finish(upload.id);
  const giveUpAt = desk.now().getTime() + patienceMs;
  while (!(await isReady(desk, showId, episodeId, upload.id))) {
    if (desk.now().getTime() > giveUpAt) throw new StartError('The worker did not finish the sample in three minutes.');
    await sleep(250);
  }
}

async function isReady(
  { dataSource, catalog }: Desk,
  showId: string,
  episodeId: string,
  uploadId: string,
): Promise<boolean> {
  const revision = await dataSource.getRepository(Revision).findOneBy({ uploadId });
  if (revision?.state === 'failed') throw new StartError(`The sample could not be repaired: ${revision.errorCode}.`);
  const { blockers } = await catalog.desk.get(system, showId, episodeId);
  return revision?.state === 'done' && blockers.length === 0;
}
