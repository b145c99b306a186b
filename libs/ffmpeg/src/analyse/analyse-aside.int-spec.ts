import { findFfmpeg } from '../find/find-ffmpeg.js';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { compileLib } from '../test-compiled.js';
import { recording, workFolder } from '../test-media.js';
import { toDecode } from './decode.preset.js';
import { analyseAside } from './analyse-aside.js';
import { runAnalysis } from './analyse-job.js';

const folder = await workFolder();

describe('the analyser in its thread', () => {
  it('says what this thread would measure, leaves the main thread free, and stops with its decoder', async () => {
    const tools = await findFfmpeg({ production: false, allowOldFfmpeg: false });
    const file = recording('MNC-087-jean-tremblay-FINAL2.flac');
    const found = await probe(tools, file);
    const job = {
      ffmpeg: tools.ffmpeg,
      decode: toDecode(onlyTrack(file, found), found.durationMs!, tools),
      mostMs: 3_600_000,
      declaredMs: found.durationMs,
    };
    const worker = new URL('analyse/analyser.worker.js', await compileLib(folder));

    const told: number[] = [];
    const aside = await analyseAside(job, { onProgress: (done) => told.push(done) }, worker);
    expect(aside).toEqual(await runAnalysis(job));
    expect(told.at(-1)).toBe(1);

    const stop = new AbortController();
    const running = analyseAside(
      job,
      { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
      worker,
    );
    await expect(running).rejects.toThrow('enough');

    await expect(analyseAside({ ...job, mostMs: 1000 }, {}, worker)).rejects.toMatchObject({
      code: 'TOO_LONG',
      status: 422,
    });
    const broken = { ...job, decode: { ...job.decode, args: ['-nosuchoption'] } };
    await expect(analyseAside(broken, {}, worker)).rejects.toMatchObject({ code: 'DAMAGED_AUDIO' });
  });
});
