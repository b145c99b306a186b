/** The floors of the house, lowest first: a lib may import only from the lines above its own. Kernel is everybody's. */
export const floors: readonly (readonly string[])[] = [
  ['kernel'],
  ['config', 'messages', 'look'],
  ['database'],
  ['queue', 'storage', 'ffmpeg', 'mail', 'outbound'],
  ['accounts', 'people', 'media'],
  ['catalog'],
  ['articles', 'audience'],
  ['pages', 'feeds', 'sharing', 'stats', 'search', 'hooks'],
  ['transfer', 'federation'],
];

/** `solo` runs the other three; nothing else reaches into another app. */
export const soloReaches = ['apps/web/', 'apps/api/', 'apps/worker/'] as const;
/** The browser app knows the API only through types generated from its document. */
export const studioLibs = ['messages', 'look'] as const;

/** Packages that have one home. */
export const homes: Readonly<Record<string, string>> = {
  bullmq: 'libs/queue/',
  ioredis: 'libs/queue/',
  'fluent-ffmpeg': 'libs/ffmpeg/',
  '@aws-sdk/client-s3': 'libs/storage/',
  nodemailer: 'libs/mail/',
  podcast: 'libs/feeds/',
  undici: 'libs/outbound/',
};

/** Files whose kind promises that they only compute. */
export const pureKinds = ['state', 'plan', 'xml', 'page', 'policy', 'preset'] as const;
/** What neither a pure file nor one of the bare libs may import. */
export const framework = ['@nestjs/', 'typeorm', 'bullmq'] as const;
export const bareLibs = ['kernel', 'messages', 'look', 'ffmpeg'] as const;

export function floorOf(lib: string): number {
  return floors.findIndex((libs) => libs.includes(lib));
}
