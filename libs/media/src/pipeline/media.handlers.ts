import type { Handlers } from '#libs/queue';
import { makeHearHandler } from '../adopt/hear.handler.js';
import { makeAlternateHandler } from '../alternate/alternate.handler.js';
import { makePreviewHandler } from '../preview/preview.handler.js';
import { makeAnalyseHandler } from './analyse.handler.js';
import type { PipelineDeps } from './pipeline.deps.js';
import { makePlanHandler } from './plan.handler.js';
import { makeProbeHandler } from './probe.handler.js';
import { makeRenderHandler } from './render.handler.js';
import type { mediaJobs } from './step.jobs.js';
import { makeTagHandler } from './tag.handler.js';
import { makeVerifyHandler } from './verify.handler.js';

/** The handlers of the pipeline's jobs, for the worker's table. */
export function makeMediaHandlers(deps: PipelineDeps): Handlers<typeof mediaJobs> {
  return {
    'media.probe': makeProbeHandler(deps),
    'media.analyse': makeAnalyseHandler(deps),
    'media.plan': makePlanHandler(deps),
    'media.render': makeRenderHandler(deps),
    'media.verify': makeVerifyHandler(deps),
    'media.alternate': makeAlternateHandler(deps),
    'media.preview': makePreviewHandler(deps),
    'media.tag': makeTagHandler(deps),
    'media.hear': makeHearHandler(deps),
  };
}
