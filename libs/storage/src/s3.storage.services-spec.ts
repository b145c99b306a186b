// needs: swift
import { type TestSwift, startSwift } from '../../../test/setup/swift.js';
import { S3Storage } from './s3.storage.js';
import { describeStorage } from './storage.suite.js';

let swift: TestSwift;
beforeAll(async () => (swift = await startSwift()), 60_000);
afterAll(() => swift.stop());

describeStorage('S3 (OpenStack Swift)', async (folder) => new S3Storage(swift.url('contract'), folder));

describe('S3Storage', () => {
  it('makes its bucket with the first file', async () => {
    const storage = new S3Storage(swift.url('fresh'), '/tmp');
    await storage.put('x', Buffer.from('x'));
    expect(await storage.stat('x')).toMatchObject({ bytes: 1 });
  });

  it('is refused with a wrong secret', async () => {
    const storage = new S3Storage(swift.url('contract').replace(':testing@', ':guessed@'), '/tmp');
    await expect(storage.put('x', Buffer.from('x'))).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });
});
