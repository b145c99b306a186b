import { cleanNotes, notesAsText, renderFeedNotes, renderNotes } from './notes.js';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java\nscript:alert(1))',
  '[click](&#106;avascript:alert(1))',
  '[click](data:text/html;base64,PHNjcmlwdD4=)',
  '[click](vbscript:msgbox)',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example">',
  '<form action="https://evil.example"><input></form>',
  '<iframe src="https://evil.example"></iframe>',
  '<<script>script>alert(1)<</script>/script>',
  '<a href="javascript:alert(1)" onclick=x>y',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[ref]\n\n[ref]: javascript:alert(1)',
  '<b onmouseover=alert(1)>x</b>',
  '"><script>alert(1)</script>',
];

describe('notes', () => {
  it.each(attacks)('are harmless on pages and in feeds: %s (abuse:A06)', (attack) => {
    for (const html of [renderNotes(attack), renderFeedNotes(attack), renderNotes(cleanNotes(attack))]) {
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        expect(tag).toMatch(
          /^<\/?(p|a|ul|ol|li|em|strong|br|h3|blockquote|code)( href="(https?|mailto):[^"]*" rel="noopener")?( \/)?>$/,
        );
      }
    }
  });

  it('keep what the list allows', () => {
    const html = renderNotes(
      '# Titre\n\nUn *mot* **fort** et `code`\n\n- un\n- deux\n\n1. un\n\n> citation\n\nhttps://example.org/a?b=1&c=2',
    );
    expect(html).toContain('<h3>Titre</h3>');
    expect(html).toContain('<em>mot</em> <strong>fort</strong> et <code>code</code>');
    expect(html).toContain('<ul>');
    expect(html).toContain('<ol>');
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">');
  });

  it('keep to Apple’s tags in a feed (feed:I14), balanced and with absolute links only (feed:I16)', () => {
    const html = renderFeedNotes('# Titre\n\n> citation\n\n[ici](/relatif) et [là](https://example.org)');
    expect(html).not.toMatch(/<(h3|blockquote|code|span)/);
    expect(html).toContain('ici et <a href="https://example.org" rel="noopener">là</a>');
  });

  it('lose control characters and running links when they are stored', () => {
    expect(cleanNotes('a\u000bb\u0000\r\nc\ud800 [x](javascript:alert(1))')).toBe('ab\nc\ufffd [x](alert(1))');
    expect(cleanNotes('Voir javascript: le langage')).toBe('Voir javascript: le langage');
  });

  it('are plain text without their mark-up', () => {
    expect(notesAsText('# Titre\n\nUn **mot** & <b>')).toBe('Titre Un mot & <b>');
  });
});
