import { cleanLine, type FieldProblem } from '#libs/kernel';
import type { ShowFeed } from './feed-settings.js';
import * as part from './feed-parts.plan.js';
import { readRrule } from './rrule.plan.js';
import { cleanTags, findTagProblems } from './tag-records.plan.js';
import { maybeText, text, url } from './tag-schema.js';

const moment = maybeText({ kind: 'moment' });

/** The settings with every text cleaned; lists keep their order. */
export function cleanShowFeed(feed: ShowFeed): ShowFeed {
  const { medium, complete, blocked, aiContent, push, updateFrequency } = feed;
  return {
    ...{ medium, complete, blocked, aiContent, push },
    funding: part.cleanFunding(feed.funding),
    licence: part.cleanLicence(feed.licence),
    places: part.cleanPlaces(feed.places),
    seasons: feed.seasons
      .map(({ number, name }) => ({ number, name: cleanLine(name) }))
      .sort((a, b) => a.number - b.number),
    updateFrequency: updateFrequency && {
      text: cleanLine(updateFrequency.text),
      rrule: cleanLine(updateFrequency.rrule).toUpperCase(),
      startsAt: cleanLine(updateFrequency.startsAt),
    },
    verify: feed.verify.map(({ purpose, text: words }) => ({ purpose: cleanLine(purpose), text: cleanLine(words) })),
    podroll: feed.podroll.map(part.cleanReference),
    publisher: feed.publisher && part.cleanReference(feed.publisher),
    movedTo: cleanLine(feed.movedTo),
    tags: cleanTags(feed.tags),
  };
}

/** What is wrong with cleaned settings; none: they may be saved. */
export function findShowFeedProblems(feed: ShowFeed): FieldProblem[] {
  return [
    ...part.findFundingProblems(feed.funding),
    ...part.findLicenceProblems(feed.licence),
    ...part.findPlaceProblems(feed.places),
    ...findSeasonProblems(feed.seasons),
    ...findFrequencyProblems(feed.updateFrequency),
    ...feed.verify.flatMap(({ purpose, text: words }, i) => [
      ...part.ask(purpose, text(), `verify.${i}.purpose`),
      ...part.ask(words, text({ max: 4000 }), `verify.${i}.text`),
    ]),
    ...feed.podroll.flatMap((reference, i) => part.findReferenceProblems(reference, `podroll.${i}`)),
    ...(feed.publisher ? part.findReferenceProblems(feed.publisher, 'publisher') : []),
    ...part.ask(feed.movedTo, maybeText(url), 'movedTo'), // feed:C16
    ...findTagProblems(feed.tags, 'channel'),
  ];
}

function findSeasonProblems(seasons: ShowFeed['seasons']): FieldProblem[] {
  return seasons.flatMap(({ number, name }, i) => [
    ...part.ask(name, text(), `seasons.${i}.name`),
    ...(seasons.findIndex((season) => season.number === number) < i
      ? [{ path: `seasons.${i}.number`, message: 'error.field.feed.seasonTwice', params: { n: number } }]
      : []),
  ]);
}

/** `feed:P18`. */
function findFrequencyProblems(frequency: ShowFeed['updateFrequency']): FieldProblem[] {
  if (!frequency) return [];
  const rule = frequency.rrule === '' ? {} : readRrule(frequency.rrule);
  const needsStart = rule !== undefined && 'COUNT' in rule;
  return [
    ...part.ask(frequency.text, text(), 'updateFrequency.text'),
    ...(rule ? [] : [{ path: 'updateFrequency.rrule', message: 'error.field.feed.rrule' }]),
    ...part.ask(frequency.startsAt, { ...moment, required: needsStart }, 'updateFrequency.startsAt'),
  ];
}
