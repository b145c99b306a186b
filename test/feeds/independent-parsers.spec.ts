import { Addresses } from '#libs/catalog';
import { buildFeedXml } from '#libs/feeds';
import { parseRssFeed } from 'feedsmith';
import { parseFeed as parsePartytime } from 'podcast-partytime';
import { childrenOf, itemsOf, parseFeed } from './rules/document.js';
import { textOf } from './rules/channel.rules.js';
import { enclosureOf } from './rules/item.rules.js';
import { randomFeedView } from './random-view.js';
import { type Content, eventFeedView, showFeedView, toFeedView } from './views.js';

const addresses = new Addresses('https://pod.example');
const build = (view: Content) =>
  buildFeedXml(toFeedView(view, addresses), addresses, new Date('2026-11-22T10:00:00Z')).xml;

interface Reading {
  title: string;
  items: { guid: string; title: string; url: string; length: number; persons: string[] }[];
}

function ours(xml: string): Reading {
  const feed = parseFeed(Buffer.from(xml));
  return {
    title: textOf(feed.root!.children[0], 'title'),
    items: itemsOf(feed).map((item) => ({
      guid: textOf(item, 'guid'),
      title: textOf(item, 'title'),
      url: enclosureOf(item, 'url'),
      length: Number(enclosureOf(item, 'length')),
      persons: childrenOf(item, 'podcast:person').map((p) => `${p.text} ${p.attributes.role}`),
    })),
  };
}

function feedsmith(xml: string): Reading {
  const feed = parseRssFeed(xml);
  return {
    title: feed.title ?? '',
    items: (feed.items ?? []).map((item) => ({
      guid: item.guid?.value ?? '',
      title: item.title ?? '',
      url: item.enclosures?.[0]?.url ?? '',
      length: item.enclosures?.[0]?.length ?? 0,
      persons: (item.podcast?.persons ?? []).map((p) => `${p.display} ${p.role}`),
    })),
  };
}

function partytime(xml: string): Reading {
  const feed = parsePartytime(xml);
  if (!feed) throw new Error('podcast-partytime could not read the feed');
  return {
    title: feed.title,
    items: feed.items.map((item) => ({
      guid: item.guid,
      title: item.title ?? '',
      url: item.enclosure.url,
      length: item.enclosure.length,
      persons: (item.podcastPeople ?? []).map((p) => `${p.name} ${p.role.toLowerCase()}`),
    })),
  };
}

describe('independent parsers', () => {
  it.each([
    ['a show', showFeedView],
    ['an event', eventFeedView],
  ])('read %s as it was written', (_, view) => {
    const xml = build(view());
    expect(feedsmith(xml)).toEqual(ours(xml));
    expect(partytime(xml)).toEqual(ours(xml));
  });

  it('find guid and enclosure of every item of nasty shows', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const xml = build(randomFeedView(seed));
      const key = (reading: Reading) => reading.items.map(({ guid, url, length }) => ({ guid, url, length }));
      expect({ seed, items: key(feedsmith(xml)) }).toEqual({ seed, items: key(ours(xml)) });
      expect({ seed, items: key(partytime(xml)) }).toEqual({ seed, items: key(ours(xml)) });
    }
  });

  it('see the podcast namespace: guid, locked, medium, chapters, season and episode', () => {
    const feed = parsePartytime(build(showFeedView()))!;
    expect(feed.guid).toBe('b32d2de5-3a4e-5f0c-9a4f-0c0f0f9f3d11');
    expect(feed.locked).toBe(true);
    expect(feed.items[0]).toMatchObject({
      podcastChapters: { type: 'application/json+chapters' },
      podcastSeason: { number: 1 },
      podcastEpisode: { number: 2 },
    });
  });
});
