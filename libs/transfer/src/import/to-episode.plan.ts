import {
  chaptersMax,
  cleanEpisodeFeed,
  cleanShowFeed,
  type EpisodeFeed,
  findEpisodeFeedProblems,
  findShowFeedProblems,
  type ImportedAppearance,
  type ImportedEpisode,
  type ImportedShow,
  type ShowFeed,
  usualEpisodeFeed,
  usualShowFeed,
} from '#libs/catalog';
import type {
  FeedProblem,
  ImportedChannel,
  ImportedChapter,
  ImportedItem,
  ImportedPerson,
} from '../feed-document/imported-feed.js';
import { toNotes } from './notes.plan.js';
import { keepValid } from './keep-valid.plan.js';

/** An item as an episode of a show of ours. `problems`: what of it could not be taken over. */
export function toImportedEpisode(
  item: ImportedItem,
  channel: Pick<ImportedChannel, 'explicit'>,
  base: string,
): { episode: ImportedEpisode; problems: FeedProblem[] } {
  const { display, funding, licence, places, soundbites, aiContent, blocked, tags } = item;
  const feed = cleanEpisodeFeed({ display, funding, licence, places, soundbites, aiContent, blocked, tags });
  const kept = keepValid<EpisodeFeed>(feed, usualEpisodeFeed, (each) => findEpisodeFeedProblems(each, null));
  const { guid, summary, type, number, season, keywords } = item;
  return {
    episode: {
      ...{ guid, summary, type, number, season, tags: keywords, feed: kept.value },
      title: toTitle(item),
      notes: toNotes(item.html, item.link || base),
      explicit: item.explicit ?? channel.explicit,
      recordedOn: null,
      people: toPeople(item.persons, 'guest'),
      chapters: toChapters(item.chapters),
    },
    problems: kept.dropped.map((what) => ({ code: 'TAG_INVALID', params: { what } })),
  };
}

/** What a channel brings along beyond the form of a new show. `seasons`: the names that its items give them. */
export function toImportedShow(
  channel: ImportedChannel,
  seasons: ShowFeed['seasons'],
): { show: ImportedShow; problems: FeedProblem[] } {
  const { medium, complete, blocked, funding, licence, places, updateFrequency, verify } = channel;
  const { aiContent, podroll, publisher, tags } = channel;
  const given = { medium, complete, blocked, funding, licence, places, seasons, updateFrequency, verify };
  const feed = cleanShowFeed({ ...usualShowFeed, ...given, aiContent, podroll, publisher, tags });
  const kept = keepValid<ShowFeed>(feed, usualShowFeed, findShowFeedProblems);
  // Pushing is this house's own; so is where the feed lives.
  const { push: _push, movedTo: _movedTo, ...settings } = kept.value;
  return {
    show: {
      copyright: channel.copyright,
      locked: channel.locked,
      podcastGuid: channel.guid,
      people: toPeople(channel.persons, 'host'),
      feed: settings,
    },
    problems: kept.dropped.map((what) => ({ code: 'TAG_INVALID', params: { what } })),
  };
}

/** In order, each moment once, as chapters are kept. */
export function toChapters(chapters: readonly ImportedChapter[]): ImportedChapter[] {
  const sorted = [...chapters].sort((a, b) => a.startMs - b.startMs);
  return sorted.filter(({ startMs }, i) => i === 0 || sorted[i - 1]!.startMs !== startMs).slice(0, chaptersMax);
}

const roles: Readonly<Record<string, ImportedAppearance['role']>> = {
  ...{ host: 'host', 'co-host': 'host', cohost: 'host', 'guest host': 'host', guest: 'guest', moderator: 'moderator' },
  ...{ panelist: 'panellist', panellist: 'panellist', speaker: 'speaker' },
};

function toPeople(persons: readonly ImportedPerson[], usual: ImportedAppearance['role']): ImportedAppearance[] {
  return persons.map(({ name, role, href }) => ({ name, role: roles[role] ?? usual, link: href }));
}

/** An episode needs one: else the file's name, else its day. */
function toTitle({ title, enclosure, publishedAt }: ImportedItem): string {
  const file = enclosure ? decodeName(new URL(enclosure.url).pathname.split('/').at(-1) ?? '') : '';
  return title || file || (publishedAt ?? '').slice(0, 10) || '…';
}

function decodeName(name: string): string {
  const bare = name.replace(/\.\w{2,5}$/, '');
  try {
    return decodeURIComponent(bare).replace(/[_-]+/g, ' ').trim();
  } catch {
    return bare;
  }
}
