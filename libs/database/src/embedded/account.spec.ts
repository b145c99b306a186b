import { chooseAccount } from './account.js';

const asUser = (id: number, test: () => void) => {
  const { getuid } = process;
  process.getuid = () => id;
  try {
    test();
  } finally {
    process.getuid = getuid;
  }
};

describe('chooseAccount', () => {
  it('lets a plain user start the programs as they are', () => {
    asUser(1000, () => {
      const account = chooseAccount(undefined, () => true);
      expect(account.command('postgres', ['-D', 'x'])).toEqual(['postgres', ['-D', 'x']]);
      expect(account).toMatchObject({ spawnOptions: {}, owner: undefined });
    });
  });

  it('leads root through a user namespace', () => {
    asUser(0, () => {
      const [program, args] = chooseAccount(undefined, () => true).command('postgres', ['-D', 'x']);
      expect([program, ...args]).toEqual([
        'unshare',
        '--user',
        '--map-user=1000',
        '--map-group=1000',
        'postgres',
        '-D',
        'x',
      ]);
    });
  });

  it('runs as nobody where namespaces are forbidden, and as the owner of an existing cluster', () => {
    asUser(0, () => {
      expect(chooseAccount(undefined, () => false).owner).toEqual({ uid: 65534, gid: 65534 });
      expect(chooseAccount(1234, () => true).spawnOptions).toEqual({ uid: 1234, gid: 1234 });
      expect(chooseAccount(0, () => true).owner).toBeUndefined();
    });
  });
});
