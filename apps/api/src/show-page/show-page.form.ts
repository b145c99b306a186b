import { z } from 'zod';
import { languages } from '#libs/kernel';

/** Lengths here only keep nonsense out; the domain says what a value may be, in words. */
const line = z.string().max(2_000);
const lines = z.array(z.strictObject({ lang: z.enum(languages), text: line })).max(languages.length);

const fields = {
  promises: lines,
  startWith: z.array(z.uuid()).max(10),
  rhythms: lines,
  apps: z.array(z.strictObject({ app: z.string().max(50), url: line })).max(50),
  contact: line,
  /** Empty: none. It is used only once `POST …/host` has found that it leads here. */
  host: line,
};

/** `PUT /shows/:showId/page`; what is left out stays. */
export const showPageForm = z.strictObject({ version: z.int(), ...z.strictObject(fields).partial().shape });

/** `POST …/host`; `withoutCheck`, for the instance's owner: a server that cannot reach itself by its public name. */
export const hostForm = z.strictObject({ withoutCheck: z.boolean().default(false) });
