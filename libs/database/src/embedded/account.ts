import { type SpawnOptions, spawnSync } from 'node:child_process';

/** How to start a Postgres program so that it does not run as root, which it refuses to do. */
export interface Account {
  /** The program and its arguments as they must be spawned. */
  command(program: string, args: readonly string[]): [string, string[]];
  spawnOptions: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Who must own the cluster's files; undefined: whoever runs this process. */
  owner: { uid: number; gid: number } | undefined;
}

const namespace = ['--user', '--map-user=1000', '--map-group=1000'];
const nobody = { uid: 65534, gid: 65534 };

/**
 * A plain user needs nothing. Root goes through a user namespace: no account is made, nothing changes hands
 * and a folder below a home of mode 700 works. Where namespaces are forbidden (some containers) the programs
 * run as `nobody`. A cluster that already belongs to somebody else (`ownerId`) is run as that user.
 */
export function chooseAccount(ownerId: number | undefined, canUnshare: () => boolean = hasUserNamespaces): Account {
  const plain: Account = { command: (program, args) => [program, [...args]], spawnOptions: {}, owner: undefined };
  if (process.getuid?.() !== 0) return plain;
  if (ownerId) return { ...plain, spawnOptions: { uid: ownerId, gid: ownerId }, owner: { uid: ownerId, gid: ownerId } };
  if (canUnshare()) {
    return { ...plain, command: (program, args) => ['unshare', [...namespace, program, ...args]] };
  }
  return { ...plain, spawnOptions: nobody, owner: nobody };
}

function hasUserNamespaces(): boolean {
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0;
}
