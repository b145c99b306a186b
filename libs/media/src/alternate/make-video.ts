import { packHls, type RenderPlan, renderVideo, verify, type VideoKind } from '#libs/ffmpeg';
import { newId } from '#libs/kernel';
import { join } from 'node:path';
import { keepFile } from '../pipeline/words.js';
import { fileKinds } from '../recording/file-kinds.js';
import { hashFile } from '../upload/hash.js';
import { type AlternateJob, bitrateOf, type Made, withFiles } from './alternate-job.js';
import { untilItFits } from './until-it-fits.js';

const webm = { ending: 'webm', mime: 'video/webm' } as const;

/** The recording's own pictures with the repaired sound, measured like every file. */
export async function makeVideo(job: AlternateJob): Promise<Made> {
  const { deps, revision, folder, signal } = job;
  const output = join(folder, 'film');
  const plan = revision.plan as unknown as RenderPlan;
  let container: VideoKind = 'mp4';
  const done = await untilItFits(plan, async (wanted) => {
    container = await renderFilm(job, wanted, output);
    return verify(deps.ffmpeg, output, plan, container, { signal });
  });
  const { ending, mime } = container === 'mp4' ? fileKinds.video : webm;
  const file = await keepFile(deps, output, `video/${revision.id}-${done.sha256.slice(0, 16)}.${ending}`);
  const { durationMs } = done;
  return { ...file, kind: 'video', mime, durationMs, bitrate: bitrateOf(file.bytes, durationMs) };
}

/** The film in segments, cut from the one that is there already if it is; the playlist is stored last. */
export async function makeHls(job: AlternateJob): Promise<Made> {
  const { deps, revision, folder, signal } = job;
  const target = join(folder, 'hls');
  const { files, playlist, bytes, durationMs } = await withFilm(job, (file) =>
    packHls(deps.ffmpeg, { file, folder: target }, { signal }),
  );
  const prefix = `hls/${revision.id}-${newId(deps.clock.now().getTime())}`;
  const parts = files.filter((name) => name !== playlist);
  for (const name of [...parts, playlist]) await deps.storage.putFile(`${prefix}/${name}`, join(target, name));
  const sha256 = (await hashFile(join(target, playlist))).digest('hex');
  const { mime } = fileKinds.hls;
  const bitrate = bitrateOf(bytes, durationMs);
  return { kind: 'hls', key: `${prefix}/${playlist}`, mime, bytes, durationMs, bitrate, sha256 };
}

async function withFilm<T>(job: AlternateJob, work: (file: string) => Promise<T>): Promise<T> {
  const { deps, revision, folder } = job;
  const film = revision.renditions.find(({ kind, mime }) => kind === 'video' && mime === fileKinds.video.mime);
  if (film && (await deps.storage.exists(film.key))) return deps.storage.withLocalFile(film.key, work);
  const output = join(folder, 'film');
  await renderFilm(job, revision.plan as unknown as RenderPlan, output);
  return work(output);
}

function renderFilm({ deps, revision, signal }: AlternateJob, plan: RenderPlan, output: string): Promise<VideoKind> {
  return withFiles(deps, revision, (sources) => renderVideo(deps.ffmpeg, { sources, plan, output }, { signal }));
}
