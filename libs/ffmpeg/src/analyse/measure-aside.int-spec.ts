import { transformFile } from '@swc/core';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFfmpeg } from '../find/find-ffmpeg.js';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { recording, workFolder } from '../test-media.js';
import { toDecode } from './decode.preset.js';
import { measure } from './measure.js';
import { measureAside } from './measure-aside.js';

const folder = await workFolder();

/** Compiles this lib and the kernel into the folder, as the build does; a thread cannot run the sources. */
async function compiledWorker(): Promise<URL> {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', imports: { '#libs/*': './libs/*/src/index.js' } }),
  );
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const lib of ['libs/kernel/src', 'libs/ffmpeg/src']) {
    const names = await readdir(lib, { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts') && !each.includes('spec'))) {
      const target = join(folder, lib, name.replace(/ts$/, 'js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, (await transformFile(join(lib, name))).code);
    }
  }
  return pathToFileURL(join(folder, 'libs/ffmpeg/src/analyse/analyser.worker.js'));
}

describe('the analyser in its thread', () => {
  it('measures what this thread would measure, leaves the main thread free, and stops with its decoder', async () => {
    const tools = await findFfmpeg({ production: false, allowOldFfmpeg: false });
    const file = recording('MNC-087-jean-tremblay-FINAL2.flac');
    const found = await probe(tools, file);
    const job = {
      ffmpeg: tools.ffmpeg,
      decode: toDecode(onlyTrack(file, found), found.durationMs!),
      mostMs: 3_600_000,
    };
    const worker = await compiledWorker();

    const told: number[] = [];
    const aside = await measureAside(job, { onProgress: (done) => told.push(done) }, worker);
    expect(aside).toEqual(await measure(job));
    expect(told.at(-1)).toBe(1);

    const stop = new AbortController();
    const running = measureAside(
      job,
      { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
      worker,
    );
    await expect(running).rejects.toThrow('enough');

    await expect(measureAside({ ...job, mostMs: 1000 }, {}, worker)).rejects.toMatchObject({
      code: 'TOO_LONG',
      status: 422,
    });
    const broken = { ...job, decode: { ...job.decode, args: ['-nosuchoption'] } };
    await expect(measureAside(broken, {}, worker)).rejects.toMatchObject({ code: 'DAMAGED_AUDIO' });
  });
});
