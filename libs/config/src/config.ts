import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number({ error: 'must be a port number, such as 3000' }).int().min(0).max(65535);
const url = (protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    { error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}` },
  );
const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 0 or 1' })
  .transform((v) => v === '1' || v === 'true');
const whole = (min: number) => z.coerce.number({ error: 'must be a whole number' }).int().min(min);

/** Addresses begin at the root of their host: one below a path would lead to pages that are not there. */
const site = url(['http:', 'https:']).refine((value) => !URL.canParse(value) || isBareOrigin(new URL(value)), {
  error: 'must be the address of a whole host, without a path, such as https://podcasts.example.org',
});
const bucket = url(['s3:']).refine((value) => !URL.canParse(value) || /^\/[^/]+\/?$/.test(new URL(value).pathname), {
  error: 'must name a bucket: s3://KEY:SECRET@host:port/bucket',
});
const proxies = z.string().refine((value) => value.split(',').every((each) => isNetwork(each.trim())), {
  error: 'must be addresses or ranges separated by commas, such as 127.0.0.1, 172.16.0.0/12',
});
const list = (hint: string, isRight: (item: string) => boolean) =>
  z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim()))
    .refine((items) => items.every(isRight), { error: hint });
const webAddress = (item: string) => URL.canParse(item) && /^https?:\/\/[^@]+$/.test(item);
const hubs = list('must be addresses separated by commas, such as https://hub.example.org/', webAddress);
const origins = list(
  'must be origins separated by commas, such as http://127.0.0.1:4123',
  (item) => webAddress(item) && isBareOrigin(new URL(item)),
);

/** Every variable that Estrade reads. All are optional. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: site.optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  STORAGE_URL: bucket.optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().min(3).default('Estrade <estrade@localhost>'),
  FFMPEG_PATH: z.string().min(1).optional(),
  FFPROBE_PATH: z.string().min(1).optional(),
  ALLOW_OLD_FFMPEG: flag.default(false),
  SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  OWNER_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
  OWNER_PASSWORD: z.string().min(10, { error: 'must have at least 10 characters' }).optional(),
  TRUSTED_PROXY: proxies.optional(),
  WEBSUB_HUBS: hubs.default([]),
  PODPING_URL: url(['http:', 'https:']).optional(),
  PODPING_TOKEN: z.string().min(1).optional(),
  OUTBOUND_ALLOW: origins.default([]),
  UPLOAD_MAX_BYTES: whole(1).default(10 * 1024 ** 3),
  UPLOAD_QUOTA_BYTES: whole(1).default(200 * 1024 ** 3),
  UPLOAD_EXPIRE_HOURS: whole(1).default(72),
  ENCODE_CONCURRENCY: whole(1).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Undefined: the embedded Postgres under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly storageUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
  readonly allowOldFfmpeg: boolean;
  readonly secret: string | undefined;
  readonly ownerEmail: string | undefined;
  readonly ownerPassword: string | undefined;
  /** Comma list of addresses or ranges whose `X-Forwarded-*` headers are believed; undefined: none. */
  readonly trustedProxy: string | undefined;
  /** WebSub hubs that are told when a public feed has changed; none by default. */
  readonly websubHubs: readonly string[];
  /** Where podpings are sent, with the token for it; undefined: nowhere. */
  readonly podping: { readonly url: string; readonly token: string } | undefined;
  /** Origins inside that may be asked all the same, such as `http://127.0.0.1:4123`; none by default. */
  readonly outboundAllow: readonly string[];
  readonly uploadMaxBytes: number;
  readonly uploadQuotaBytes: number;
  readonly uploadExpireHours: number;
  readonly encodeConcurrency: number;
  readonly logLevel: string;
}

/** The environment is wrong; `problems` has one line for each variable. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is wrong:\n${problems.map((p) => `  ${p}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the environment once. Empty variables count as not set.
 * @throws ConfigError with the full list of what is wrong.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const e = parsed.data;
  if (Boolean(e.OWNER_EMAIL) !== Boolean(e.OWNER_PASSWORD)) {
    throw new ConfigError(['OWNER_EMAIL, OWNER_PASSWORD: set both or neither']);
  }
  if (Boolean(e.PODPING_URL) !== Boolean(e.PODPING_TOKEN)) {
    throw new ConfigError(['PODPING_URL, PODPING_TOKEN: set both or neither']);
  }
  return Object.freeze({
    production: e.NODE_ENV === 'production',
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    storageUrl: e.STORAGE_URL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    ffmpegPath: e.FFMPEG_PATH,
    ffprobePath: e.FFPROBE_PATH,
    allowOldFfmpeg: e.ALLOW_OLD_FFMPEG,
    secret: e.SECRET,
    ownerEmail: e.OWNER_EMAIL,
    ownerPassword: e.OWNER_PASSWORD,
    trustedProxy: e.TRUSTED_PROXY,
    websubHubs: [...new Set(e.WEBSUB_HUBS)],
    podping: e.PODPING_URL && e.PODPING_TOKEN ? { url: e.PODPING_URL, token: e.PODPING_TOKEN } : undefined,
    outboundAllow: e.OUTBOUND_ALLOW.map((item) => new URL(item).origin),
    uploadMaxBytes: e.UPLOAD_MAX_BYTES,
    uploadQuotaBytes: e.UPLOAD_QUOTA_BYTES,
    uploadExpireHours: e.UPLOAD_EXPIRE_HOURS,
    encodeConcurrency: e.ENCODE_CONCURRENCY,
    logLevel: e.LOG_LEVEL,
  });
}

function isBareOrigin({ pathname, search, hash, username }: URL): boolean {
  return /^\/*$/.test(pathname) && !search && !hash && !username;
}

/** `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`, or one of the names that stand for ranges. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (!most || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
}
