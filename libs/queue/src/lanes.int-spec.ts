import { describeLanes } from './lanes.suite.js';

describeLanes('Postgres', () => undefined);
