import { toTitle } from './title.plan.js';

describe('the title of a clip', () => {
  const rest = 'Record in a small room with a carpet, and keep the microphone one hand away from your mouth.';

  it('is all that is said where that is short', () => {
    expect(toTitle(' A date you   keep. ')).toBe('A date you keep.');
  });

  it('is the first sentence where that is short, with its question mark and without its full stop', () => {
    expect(toTitle(`So what would you tell a beginner? ${rest}`)).toBe('So what would you tell a beginner?');
    expect(toTitle(`Tout se répare après coup. ${rest}`)).toBe('Tout se répare après coup');
  });

  it('is cut at a word otherwise', () => {
    const title = toTitle(rest.replaceAll('.', ',').repeat(2));
    expect(title).toMatch(/^Record in a small room .*\S…$/);
    expect(title.length).toBeLessThanOrEqual(91);
  });
});
