/** The door of `npm run master`: builds the server when its sources changed, then runs the built program in this process. */
import { build } from '../solo/start.js';

try {
  await build(['server']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../../dist/apps/master/src/main.js');
