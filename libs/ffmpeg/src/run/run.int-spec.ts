import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.js';
import { onlyTrack, type Sources } from '../order/source.js';
import { probe } from '../probe/probe.js';
import type { RenderPlan } from '../render/plan.js';
import { usualOrder } from '../order/sound-order.js';
import { planRender } from '../render/render.plan.js';
import { render } from '../render/render.js';
import { everyFfmpeg, workFolder, writeWav } from '../test-media.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const { sin } = Math;

/** Of every process, where the system shows them. */
async function commandLines(): Promise<string> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.join('\n');
}

describe.each(await everyFfmpeg())('a running render with ffmpeg %s', (_name, tools) => {
  const file = at('long.wav');
  let plan: RenderPlan;
  let sources: Sources;
  const job = (output: string) => ({ sources, plan, output: at(output) });
  beforeAll(async () => {
    await writeWav(file, {
      seconds: 1,
      repeats: 90,
      channels: 2,
      sample: (frame, channel) => (0.3 + 0.1 * channel) * sin(frame / 20),
    });
    sources = { recording: onlyTrack(file, await probe(tools, file)) };
    plan = planRender({ recording: await analyse(tools, sources.recording!) }, usualOrder);
  });

  it('reports progress that never falls', async () => {
    const told: number[] = [];
    await render(tools, job('long.mp3'), { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeGreaterThan(0.98);
  });

  it('stops when it is told to, leaves no process and no file', async () => {
    const stopped = job('stopped.mp3');
    const stop = new AbortController();
    await expect(
      render(tools, stopped, { signal: stop.signal, onProgress: () => stop.abort(new Error('the user left')) }),
    ).rejects.toThrow('the user left');
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
    expect(await commandLines()).not.toContain(stopped.output);
  });

  it('does not even begin when it was told before', async () => {
    await expect(render(tools, job('never.mp3'), { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow(
      'too late',
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([]);
  });

  it('says what failed without showing it to the producer', async () => {
    const failure = await render(tools, job('no/such/folder.mp3')).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'MEDIA_COMMAND_FAILED',
      status: 500,
      cause: expect.stringContaining('No such file'),
    });
    expect(String(failure)).not.toContain(folder);
  });
});
