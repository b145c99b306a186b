import { type Subscriptions, workFor } from '#libs/queue';
import { type UploadFinished, uploadFinished } from '../upload/upload.facts.js';
import { probeJob } from './step.jobs.js';

/** What media does about facts: a whole file is looked at. */
export const mediaSubscriptions = {
  [uploadFinished]: [async ({ revisionId }: UploadFinished) => [workFor(probeJob, { revisionId, attempt: 1 })]],
} satisfies Subscriptions;
