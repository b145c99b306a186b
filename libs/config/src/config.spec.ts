import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';
import { readSecret } from './secret.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config.port).toBe(3000);
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every variable that is wrong, at once', () => {
    const wrong = { PORT: 'http', DATABASE_URL: 'mysql://x', SECRET: 'short', ALLOW_OLD_FFMPEG: 'maybe' };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    try {
      readConfig(wrong);
    } catch (error) {
      const { problems } = error as ConfigError;
      expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    }
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('wants owner address and password together', () => {
    expect(() => readConfig({ OWNER_EMAIL: 'owner@example.org' })).toThrow('both or neither');
  });

  it('wants the address and the token for podpings together', () => {
    expect(() => readConfig({ PODPING_URL: 'https://podping.example.org' })).toThrow('both or neither');
    expect(readConfig({ PODPING_URL: 'https://podping.example.org', PODPING_TOKEN: 'x' }).podping?.token).toBe('x');
  });

  it('tells no hub, and asks no address inside, unless told', () => {
    expect(readConfig({})).toMatchObject({ websubHubs: [], podping: undefined, outboundAllow: [] });
    const set = { WEBSUB_HUBS: 'https://a.example/, https://b.example/x', OUTBOUND_ALLOW: 'http://127.0.0.1:4123/' };
    expect(readConfig(set)).toMatchObject({
      websubHubs: ['https://a.example/', 'https://b.example/x'],
      outboundAllow: ['http://127.0.0.1:4123'],
    });
  });

  it('drops the slash at the end of PUBLIC_URL, which addresses are built from', () => {
    expect(readConfig({ PUBLIC_URL: 'https://example.org/' }).publicUrl).toBe('https://example.org');
  });

  it.each([
    ['PUBLIC_URL', 'https://example.org/podcasts', 'without a path'],
    ['STORAGE_URL', 's3://key:secret@store:8333', 'must name a bucket'],
    ['TRUSTED_PROXY', 'yes', 'addresses or ranges'],
    ['TRUSTED_PROXY', '10.0.0.0/40', 'addresses or ranges'],
    ['WEBSUB_HUBS', 'https://a.example/, hub', 'addresses separated by commas'],
    ['OUTBOUND_ALLOW', 'http://127.0.0.1:1/path', 'origins separated by commas'],
  ])('says what %s=%s lacks', (name, value, reason) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name}: must`);
    expect(() => readConfig({ [name]: value })).toThrow(reason);
  });

  it.each(['127.0.0.1', 'loopback, 172.16.0.0/12', 'fd00::/8,::1'])('believes a proxy at %s', (trustedProxy) => {
    expect(readConfig({ TRUSTED_PROXY: trustedProxy })).toMatchObject({ trustedProxy });
  });

  it('takes a bucket with its options', () => {
    const storageUrl = 's3://key:secret@store:8333/estrade?tls=0';
    expect(readConfig({ STORAGE_URL: storageUrl })).toMatchObject({ storageUrl });
  });
});

describe('the secret of an instance', () => {
  it('is made once, kept for its user alone, and the same for two that ask together', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'estrade-secret-'));
    try {
      const [one, two] = await Promise.all([
        readSecret({ dataDir, secret: undefined }),
        readSecret({ dataDir, secret: undefined }),
      ]);
      expect(one).toHaveLength(64);
      expect(two).toBe(one);
      expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });
});
