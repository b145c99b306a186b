import { followTargets, type FollowForm } from '#libs/audience';
import { isId, regions } from '#libs/kernel';
import { z } from 'zod';

const form = z.strictObject({
  target: z.enum(followTargets),
  id: z.string().refine(isId),
  part: z.coerce.number().int().min(1).max(999).optional(),
  locale: z.enum(regions),
  email: z.string().max(300),
  /** No person sees it. */
  website: z.string().max(300).optional(),
});

/** What a visitor sent; `isTrap`: the field that only machines fill in is filled in. Undefined for no form of ours. */
export function readFollowForm(body: unknown): { asked: FollowForm; isTrap: boolean } | undefined {
  if (typeof body !== 'string') return undefined;
  const { data } = form.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!data || (data.part !== undefined && data.target !== 'series')) return undefined;
  const { target, id, part = 0, locale, email, website } = data;
  return { asked: { target, targetId: id, part, email, locale }, isTrap: Boolean(website) };
}
