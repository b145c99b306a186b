import { Passage } from './passage/passage.entity.js';
import { SearchEntry } from './passage/search-entry.entity.js';
import { indexEpisode } from './passage/search.jobs.js';

export const searchEntities = [SearchEntry, Passage];
export const searchJobs = [indexEpisode] as const;
export { Passage, SearchEntry };
export { type IndexDeps, makeIndexEpisode } from './passage/index-episode.handler.js';
export type { PassageKind } from './passage/passage.entity.js';
export { findUnindexed, searchSubscriptions } from './passage/search.subscriptions.js';
export { type Piece, toPieces } from './find/marks.plan.js';
export { pageSize, pagesMax, SearchQuery } from './find/search.query.js';
export {
  type Choice,
  type FilterName,
  filterNames,
  type Found,
  type Moment,
  type SearchFilters,
  type SearchResult,
} from './find/search.view.js';
export { questionMax } from './find/terms.plan.js';
