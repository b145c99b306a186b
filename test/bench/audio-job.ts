import { join } from 'node:path';
import { readConfig } from '#libs/config';
import { analyse, findFfmpeg, mux, onlyTrack, planRender, probe, render, usualOrder, verify } from '#libs/ffmpeg';

/** The whole job on one file, in a process of its own so that its cost can be told: `audio-job.js IN.wav FOLDER`. */
const [file, folder] = process.argv.slice(2) as [string, string];
const tools = await findFfmpeg(readConfig());
const found = await probe(tools, file);
const sources = { recording: onlyTrack(file, found) };
const analysis = await analyse(tools, sources.recording);
const plan = planRender({ recording: analysis }, usualOrder);
const bare = join(folder, 'bare.mp3');
const tagged = join(folder, 'tagged.mp3');
await render(tools, { sources, plan, output: bare, chunks: 2 });
await mux(tools, { file: bare, durationMs: analysis.durationMs, tags: { title: 'Bench' }, output: tagged });
const verification = await verify(tools, tagged, plan);
if (!verification.passed) throw new Error(JSON.stringify(verification.checks));
