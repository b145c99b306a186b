import type { HighlightsDesk } from '#libs/catalog';
import { toHighlightsAnswer } from './highlights.answer.js';

const cue = (text: string) => [{ startMs: 0, endMs: 2000, text }];

describe('what the studio is told of a clip', () => {
  it('has the captions that somebody wrote, also while a guest does not want them shown: a save keeps them', () => {
    const clip = { id: 'c1', captions: { fr: cue('À la main') }, askedAt: null };
    const desk = { clips: [clip], quotes: [], people: [] } as unknown as HighlightsDesk;
    const shown = new Map([['c1', { en: cue('Heard') }]]);
    const given = { captions: shown, files: [], fileUrl: () => '', hasRoom: true };
    const [answer] = toHighlightsAnswer(desk, given).clips;
    expect([answer!.own, answer!.captions]).toEqual([['fr'], { en: cue('Heard'), fr: cue('À la main') }]);
  });
});
