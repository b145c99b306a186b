import { describeQueue } from './queue.suite.js';

describeQueue('Postgres', () => undefined);
