// needs: redis-server
import { type TestRedis, startRedis } from '../../../test/setup/redis.js';
import { describeQueue } from './queue.suite.js';

let redis: TestRedis;
beforeAll(async () => (redis = await startRedis()));
afterAll(() => redis.stop());

describeQueue('Redis', () => redis.url);
