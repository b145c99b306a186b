// needs: redis-server
import { type TestRedis, startRedis } from '../../../test/setup/redis.js';
import { describeLanes } from './lanes.suite.js';

let redis: TestRedis;
beforeAll(async () => (redis = await startRedis()));
afterAll(() => redis.stop());

describeLanes('Redis', () => redis.url);
