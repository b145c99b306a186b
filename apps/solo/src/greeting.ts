import { createAccounts } from '#libs/accounts';
import type { Solo } from './solo.app.js';

/** Prints where everything is and, on an empty database, the one-time link that makes the owner. */
export async function greet({ instance }: Solo, say: (line: string) => void): Promise<void> {
  const { config, addresses } = instance.deps;
  const { setup } = createAccounts({ ...instance.deps, secret: config.secret!, dataSource: await instance.openPool() });
  const setupLink = await setup.createSetupLink();
  const { ffmpeg, database } = instance;
  const lines = [
    ['Site', `${config.publicUrl}/`],
    ['Studio', addresses.studio()],
    ['API', `${config.publicUrl}/api/v1/docs (after log-in)`],
    ['Data', config.dataDir],
    [
      'Database',
      `Postgres ${database.version}, ${database.embedded ? 'embedded, in the data folder' : 'at DATABASE_URL'}`,
    ],
    ['Queue', config.redisUrl ? 'Redis' : 'Postgres'],
    ['ffmpeg', `${ffmpeg.version}, ${whereFrom[ffmpeg.source]}`],
  ];
  say(
    `\nEstrade is ready. Ctrl-C stops it.\n\n${lines.map(([what, value]) => `  ${what!.padEnd(9)} ${value}`).join('\n')}`,
  );
  if (ffmpeg.warning) say(`\n  ${ffmpeg.warning}`);
  if (setupLink)
    say(`\n  Nobody has an account yet. Set the instance up here (works once, for a day):\n  ${setupLink}`);
  say('');
}

const whereFrom = { FFMPEG_PATH: 'named by FFMPEG_PATH', PATH: 'found in PATH', npm: 'carried by npm' };
