import { defineJob } from '#libs/queue';
import { z } from 'zod';

/** One of very many waits behind what somebody waits for. */
const lane = ({ isBulk }: { isBulk: boolean }) => (isBulk ? 'count' : 'publish');

/** Makes one piece: a card, a code, a slide. `inputHash` is the one wanted when it was ordered; another makes it superfluous. */
export const makePiece = defineJob({
  name: 'sharing.card',
  queue: lane,
  payload: z.object({
    pieceId: z.uuid(),
    inputHash: z.string().regex(/^[0-9a-f]{64}$/),
    isBulk: z.boolean().default(false),
  }),
  key: ({ pieceId, inputHash }) => `${pieceId}-${inputHash.slice(0, 12)}`,
});

export const planSubjects = ['site', 'show', 'event', 'episode', 'person', 'tag', 'link'] as const;
export type PlanSubject = (typeof planSubjects)[number];

/** Finds out which pieces a subject is to have, and wants those that changed. `version` is another each time: no change is swallowed. */
export const planPieces = defineJob({
  name: 'sharing.plan',
  queue: lane,
  payload: z.object({
    subject: z.enum(planSubjects),
    subjectId: z.uuid(),
    /** Of a tag its address segment. */
    name: z.string().default(''),
    isBulk: z.boolean().default(false),
    version: z.uuid(),
  }),
  key: ({ subject, subjectId, version }) => `${subject}-${subjectId}-${version}`,
});

/** Removes a file that no piece names any more. */
export const dropPiece = defineJob({
  name: 'sharing.drop',
  queue: 'count',
  payload: z.object({ key: z.string().min(1) }),
  key: ({ key }) => key.replace(/[^\w.-]/g, '-'),
});
