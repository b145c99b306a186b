import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workFolder } from '../test-media.js';
import { carriedFfmpeg } from './carried.js';
import { findFfmpeg } from './find-ffmpeg.js';

const folder = await workFolder();
const carried = (await carriedFfmpeg())!;
const choice = { production: false, allowOldFfmpeg: false };
const old = { ffmpegPath: carried.ffmpeg, ffprobePath: carried.ffprobe };

/** A program that answers every question with this text. */
async function fake(name: string, answer: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`);
  await chmod(path, 0o755);
  return path;
}

describe('findFfmpeg', () => {
  it('finds one on any machine, and says which', async () => {
    const tools = await findFfmpeg(choice);
    expect(['PATH', 'npm']).toContain(tools.source);
    expect(tools.version).not.toBe('unknown');
  });

  it('starts with the carried one and a warning', async () => {
    const tools = await findFfmpeg({ ...choice, ...old });
    expect(tools).toMatchObject({
      source: 'FFMPEG_PATH',
      isOld: true,
      hasLimiterLatency: false,
      ffprobe: carried.ffprobe,
    });
    expect(tools.warning).toContain('apt install ffmpeg');
  });

  it('refuses the carried one in production, unless told otherwise', async () => {
    await expect(findFfmpeg({ ...old, production: true, allowOldFfmpeg: false })).rejects.toMatchObject({
      code: 'FFMPEG_UNUSABLE',
      message: expect.stringContaining('ALLOW_OLD_FFMPEG=1'),
    });
    expect(await findFfmpeg({ ...old, production: true, allowOldFfmpeg: true })).toMatchObject({ isOld: true });
  });

  it('says in one message what is missing', async () => {
    const version = 'ffmpeg version 7.1 Copyright (c) 2000-2024 the FFmpeg developers';
    const ffmpeg = await fake('ffmpeg', `${version}\n ... highpass A->A x\n ... volume A->A x\n A....D pcm_s16le x`);
    const ffprobe = await fake('ffprobe', version);
    await expect(findFfmpeg({ ...choice, ffmpegPath: ffmpeg })).rejects.toThrow(
      /7\.1 at FFMPEG_PATH .* lacks .*filter alimiter.*encoder libmp3lame.*Install/,
    );
    expect(ffprobe).toBe(join(folder, 'ffprobe'));
  });

  it('does not pass over a FFMPEG_PATH that leads nowhere', async () => {
    await expect(findFfmpeg({ ...choice, ffmpegPath: '/nowhere/ffmpeg' })).rejects.toMatchObject({
      code: 'FFMPEG_UNUSABLE',
      message: expect.stringContaining('/nowhere/ffmpeg'),
    });
  });
});
