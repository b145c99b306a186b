export { type Asset, loadAssets, type LoadedAssets } from './asset/assets.js';
export { enclosureAddress, episodeAddress, episodeAlternates, episodeText } from './episode/episode-address.js';
export { episodePage, type EpisodePageView } from './episode/episode.page.js';
export { eventPage, type EventPageView } from './event/event.page.js';
export { guestPage } from './guest/guest.page.js';
export { homePage } from './home/home.page.js';
export { problemPage, problemStatus, type ProblemKind } from './problem/problem.page.js';
export { showPage, type ShowPageView } from './show/show.page.js';
export { type AssetPaths, type Page, type Site } from './site/site.js';
