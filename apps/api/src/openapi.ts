import { describeApi } from './api.app.js';

// `node dist/apps/api/src/openapi.js > openapi.json`: the document from which the studio's types are made.
process.stdout.write(`${JSON.stringify(await describeApi(), null, 2)}\n`);
