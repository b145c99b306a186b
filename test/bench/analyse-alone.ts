import { readConfig } from '#libs/config';
import { analyse, findFfmpeg, onlyTrack, probe } from '#libs/ffmpeg';
import { userSecondsOf } from './process-cost.js';

/** The analysis of one file in a process of its own, `analyse-alone.js FILE`: prints its user CPU, decoder included, and its wall seconds. */
const file = process.argv[2]!;
const tools = await findFfmpeg(readConfig());
const tracks = onlyTrack(file, await probe(tools, file));
const [user, began] = [userSecondsOf(process.pid), process.hrtime.bigint()];
await analyse(tools, tracks);
const wallSeconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify({ userSeconds: userSecondsOf(process.pid) - user, wallSeconds }));
