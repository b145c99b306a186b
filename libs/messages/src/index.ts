export { checkCatalogues } from './check.js';
export {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayOf,
  formatDayRange,
  formatMonth,
  formatWeekday,
  formatDuration,
  formatNumber,
  formatTime,
  isoDuration,
} from './format.js';
export { isFrench, type Region, toRegion } from './region.js';
export { isKey, type Key, type Params, t, type Translate, translator } from './translate.js';
export { typeset, typesetText } from './typography.js';
