import { runInNewContext } from 'node:vm';
import { toClassicScript } from './classic-script.js';

describe('one script of several modules', () => {
  it('does what the modules do, and keeps their names apart', () => {
    const script = toClassicScript([
      {
        name: 'deck',
        code: 'const fill = 1;\nexport class Deck { value = fill; }\nexport function play() { return 2; }',
      },
      { name: 'place', code: "import { play } from './deck.js';\nexport const fill = () => play() + 1;\nexport {};" },
      { name: 'player', code: 'import { Deck, play as start } from "./deck.js";\nimport { fill } from "./place.js";\nout.push(new Deck().value, start(), fill());' }, // prettier-ignore
    ]);
    const out: number[] = [];
    runInNewContext(script, { out });
    expect(out).toEqual([1, 2, 3]);
  });

  it('refuses what it does not understand rather than breaking the page', () => {
    expect(() => toClassicScript([{ name: 'a', code: "import x from './b.js';" }])).toThrow('unknown form');
    expect(() => toClassicScript([{ name: 'a', code: 'export default 1;' }])).toThrow('unknown form');
  });
});
