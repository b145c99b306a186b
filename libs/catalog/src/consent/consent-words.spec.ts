import { clipMs } from '../clip/clip-form.plan.js';
import { consentWords } from './consent-words.js';

describe('the words of a consent', () => {
  it('tell how long a clip may be, in both languages, as long as it really may', () => {
    expect(clipMs.max).toBe(120_000);
    expect(consentWords('en-CA')).toMatch(/^Clips: .*up to two minutes/m);
    expect(consentWords('fr-CA')).toMatch(/^Extraits\s?: .*de deux minutes au plus/m);
  });
});
