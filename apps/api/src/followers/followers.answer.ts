import { type FollowersDesk, type FollowerLine, followTargets, type MailingLine } from '#libs/audience';
import { toCsv } from '#libs/kernel';
import { type Region, translator } from '#libs/messages';
import { z } from 'zod';

const followerAnswer = z
  .object({
    id: z.uuid(),
    email: z.string(),
    target: z.enum(followTargets),
    /** Of a mini-series: the part that is waited for; 0: every part. */
    part: z.int(),
    /** Of the show, the mini-series or the episode; null: it is gone, or not shown. */
    title: z.string().nullable(),
    /** Told one time, then deleted. */
    isOnce: z.boolean(),
    locale: z.string(),
    confirmedAt: z.iso.datetime(),
  })
  .meta({ id: 'Follower' });

export const followersAnswer = z
  .object({
    confirmed: z.int(),
    /** How many were asked and have not confirmed: no more is shown of them. */
    waiting: z.int(),
    items: z.array(followerAnswer),
    /** There are further ones on the next page. */
    hasMore: z.boolean(),
  })
  .meta({ id: 'Followers' });

export const mailingsAnswer = z
  .object({
    items: z.array(
      z
        .object({
          id: z.uuid(),
          episodeId: z.uuid(),
          title: z.string().nullable(),
          state: z.enum(['waiting', 'sending', 'done', 'dropped']),
          total: z.int(),
          sent: z.int(),
          failed: z.int(),
          dueAt: z.iso.datetime(),
          finishedAt: z.iso.datetime().nullable(),
        })
        .meta({ id: 'Mailing' }),
    ),
  })
  .meta({ id: 'Mailings' });

export type FollowersAnswer = z.infer<typeof followersAnswer>;
export type MailingsAnswer = z.infer<typeof mailingsAnswer>;

export function toFollowersAnswer({ items, ...rest }: FollowersDesk): FollowersAnswer {
  return { ...rest, items: items.map((line) => ({ ...line, confirmedAt: line.confirmedAt.toISOString() })) };
}

export function toMailingsAnswer(lines: readonly MailingLine[]): MailingsAnswer {
  return {
    items: lines.map(({ dueAt, finishedAt, ...line }) => ({
      ...line,
      dueAt: dueAt.toISOString(),
      finishedAt: finishedAt && finishedAt.toISOString(),
    })),
  };
}

/** The addresses and what each asked for, in the words of the reader; a spreadsheet opens it. */
export function toFollowersTable(region: Region, lines: readonly FollowerLine[]): string {
  const t = translator(region);
  const wish = ({ target, part, title }: FollowerLine) =>
    t(`followers.studio.wants.${target}`, { title: title ?? '…', part });
  return toCsv([
    [t('followers.studio.address'), t('followers.studio.wants'), t('followers.studio.since')],
    ...lines.map((line) => [line.email, wish(line), line.confirmedAt.toISOString().slice(0, 10)]),
  ]);
}
