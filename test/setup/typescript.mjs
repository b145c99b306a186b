// Lets Node run the TypeScript sources directly: `node --import ./test/setup/typescript.mjs file.ts`.
// Tests use it for the processes that they start and kill; nothing has to be built first.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
