import type { EpisodeView } from '../episode/episode.view.js';
import type { RelatedReason } from './related.plan.js';

/** An episode that may be heard next, and why. */
export interface RelatedView {
  episode: EpisodeView;
  /** The strongest first; never empty. */
  reasons: RelatedReason[];
}
