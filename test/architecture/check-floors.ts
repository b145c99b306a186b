import { findViolations } from './fence.js';

const found = await findViolations(new URL('../../', import.meta.url).pathname);
for (const { file, line, rule, sentence } of found) console.log(`${file}:${line} ${rule}: ${sentence}`);
process.exit(found.length === 0 ? 0 : 1);
