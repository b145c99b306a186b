import { readdir } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { toClassicScript } from './classic-script.js';
import { readScript } from './script.js';

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

  it('leaves every text and pattern of our own modules as it is', async () => {
    const names = (await readdir(new URL('../browser/', import.meta.url))).map((file) => file.replace(/\.ts$/, ''));
    for (const name of names.filter((each) => each !== 'post-length')) {
      const code = String(await readScript(name));
      const [first, ...kept] = literalsOf(toClassicScript([{ name, code }]));
      expect([name, first, ...kept]).toEqual([name, 'use strict', ...literalsOf(code)]);
    }
  });

  it('refuses what it does not understand rather than breaking the page', () => {
    expect(() => toClassicScript([{ name: 'a', code: "import x from './b.js';" }])).toThrow('unknown form');
    expect(() => toClassicScript([{ name: 'a', code: 'export default 1;' }])).toThrow('unknown form');
  });
});

/** Texts, parts of templates and regular expressions in their order, without the names of imported modules. */
function literalsOf(code: string): string[] {
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      literals.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', code, ts.ScriptTarget.ESNext));
  return literals;
}
