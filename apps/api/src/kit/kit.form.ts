import { z } from 'zod';
import { languages } from '#libs/kernel';
import { lengths, tones } from '#libs/sharing';
import { fields } from '../http/form.js';

const settings = {
  /** Empty: none. */
  email: z.union([z.literal(''), fields.email]).optional(),
  locale: fields.locale.optional(),
  timeZone: fields.timeZone.optional(),
};

export const newKitForm = z.strictObject({ personId: z.uuid(), ...settings });
export const kitForm = z.strictObject({
  ...settings,
  deadlineAt: z.iso.datetime().nullable().optional(),
  silenceRule: z.enum(['unused', 'asis']).optional(),
  kitMail: z.enum(['auto', 'never']).optional(),
});
/** `afterSeconds`: so long it can be taken back; the studio takes a minute. */
export const kitMailForm = z.strictObject({ afterSeconds: z.int().min(0).max(3600).optional() }).nullish();
/** An empty text gives the one that is made back. */
export const kitTextForm = z.strictObject({
  lang: z.enum(languages),
  tone: z.enum(tones),
  length: z.enum(lengths),
  text: z.string().max(6_000),
});

export const kitTextsQuery = z.object({ lang: z.enum(languages) });

export type KitTextsQuery = z.infer<typeof kitTextsQuery>;
export type KitMailForm = z.infer<typeof kitMailForm>;
export type NewKitForm = z.infer<typeof newKitForm>;
export type KitForm = z.infer<typeof kitForm>;
export type KitTextForm = z.infer<typeof kitTextForm>;
