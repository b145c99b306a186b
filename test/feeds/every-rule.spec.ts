import { ruleTable } from './rule-table.js';
import { artworkRules } from './rules/artwork.rules.js';
import { chapterRuleIds } from './rules/chapters.rules.js';
import { documentRules } from './rules/check.js';
import { fileRules } from './rules/files.rules.js';
import { httpRules } from './rules/http.rules.js';
import { mediaRules } from './rules/media.rules.js';
import { overTimeRules } from './rules/over-time.rules.js';
import { pagingRules } from './rules/paging.rules.js';
import { privateRules } from './rules/private.rules.js';
import { transcriptRules } from './rules/transcripts.rules.js';

const fetched = [
  ...httpRules,
  ...pagingRules,
  ...mediaRules,
  ...fileRules,
  ...artworkRules,
  ...transcriptRules.filter(({ id }) => id !== 'J08'), // asked of chapters first
  ...overTimeRules,
  ...privateRules,
];

describe('the rules of feeds', () => {
  it('are all asserted, each by one checker', () => {
    const asserted = [...documentRules, ...fetched].map(({ id }) => id);
    expect([...asserted, ...chapterRuleIds].sort()).toEqual(Object.keys(ruleTable).sort());
  });

  it('are as strong as the table says', () => {
    const strengths = [...documentRules, ...fetched].map(({ id, level }) => [id, level]);
    expect(strengths).toEqual(strengths.map(([id]) => [id, ruleTable[id!]![0]]));
  });

  it('are 146', () => {
    expect(Object.keys(ruleTable)).toHaveLength(146);
  });
});
