import { z } from 'zod';
import { type PlatformChecks, platforms } from '#libs/catalog';
import type { FieldProblem } from '#libs/kernel';
import { isKey, type Region, t } from '#libs/messages';

/** What was left out of a text, a sentence each. */
export const problemsAnswer = z.array(z.object({ path: z.string(), message: z.string() }));

const remarks = z.array(z.object({ message: z.string(), isAdvice: z.boolean() }));
/** What each platform wants otherwise, in words; empty or advice only: it takes it. */
export const checksAnswer = z
  .object({ apple: remarks, spotify: remarks, youtube: remarks })
  .meta({ id: 'PlatformChecks' });

export function toProblems(problems: readonly FieldProblem[], region: Region): z.infer<typeof problemsAnswer> {
  return problems.map(({ path, message, params }) => ({
    path,
    message: isKey(message) ? t(region, message, params) : '',
  }));
}

export function toChecks(checks: PlatformChecks, region: Region): z.infer<typeof checksAnswer> {
  const inWords = ({ code, params, isAdvice }: PlatformChecks['apple'][number]) => {
    const key = `platform.${code}`;
    return { message: isKey(key) ? t(region, key, params) : code, isAdvice };
  };
  const [apple, spotify, youtube] = platforms.map((platform) => checks[platform].map(inWords));
  return { apple: apple!, spotify: spotify!, youtube: youtube! };
}
