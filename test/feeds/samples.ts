import { Addresses } from '#libs/catalog';
import { buildFeedXml } from '#libs/feeds';
import { fullFeedView } from './full-view.js';
import { randomFeedView } from './random-view.js';
import { type Content, eventFeedView, showFeedView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const changedAt = new Date('2026-11-22T10:00:00Z');

/** Feeds of every sort for other people's tools, by name: ordinary ones, one that says everything, and nasty ones. */
export function sampleFeeds(nasty = 40): Record<string, string> {
  const build = (view: Content) => buildFeedXml(toFeedView(view, addresses), addresses, changedAt).xml;
  const seeds = Array.from({ length: nasty }, (_, seed) => [`nasty-${seed}`, build(randomFeedView(seed))]);
  return {
    show: build(showFeedView()),
    event: build(eventFeedView()),
    full: build(fullFeedView()),
    ...Object.fromEntries(seeds),
  };
}
