import { Passage } from './passage/passage.entity.js';
import { SearchEntry } from './passage/search-entry.entity.js';

export const searchEntities = [SearchEntry, Passage];
export { Passage, SearchEntry };
