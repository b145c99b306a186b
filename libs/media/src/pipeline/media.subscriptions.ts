import { type Subscriptions, workFor } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { readStepPayload } from '../recording/revision.writes.js';
import { type UploadFinished, uploadFinished } from '../upload/upload.facts.js';
import { probeJob } from './step.jobs.js';

/** What media does about facts: a whole file is looked at. */
export const mediaSubscriptions = {
  [uploadFinished]: [
    async ({ revisionId }: UploadFinished, manager: EntityManager) => {
      const payload = await readStepPayload(manager, { revisionId, attempt: 1 });
      return payload ? [workFor(probeJob, payload)] : [];
    },
  ],
} satisfies Subscriptions;
