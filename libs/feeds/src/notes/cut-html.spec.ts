import { cutHtml } from './cut-html.js';

describe('cutting HTML', () => {
  it('leaves alone what fits', () => {
    expect(cutHtml('<p>short</p>', 12)).toBe('<p>short</p>');
  });

  it('cuts between words and closes what is open', () => {
    expect(cutHtml('<ul><li>one two three</li><li>four</li></ul>', 30)).toBe('<ul><li>one two…</li></ul>');
  });

  it('drops a list item of which nothing is left', () => {
    expect(cutHtml('<ul><li>one</li><li>twotwotwo</li></ul>', 33)).toBe('<ul><li>one</li></ul>');
  });

  it('never cuts inside a character or an entity', () => {
    expect(cutHtml('<p>éééééé</p>', 15)).toBe('<p>éé…</p>');
    expect(cutHtml('<p>a &amp;&amp;&amp; b</p>', 20)).toBe('<p>a…</p>');
  });

  it('never says more than it may, whatever the limit', () => {
    const html = '<p>one <a href="https://a.example/x">two</a> thrée<br />four</p><ul><li>five <b>six</b></li></ul>';
    for (let max = 0; max <= 110; max += 1) {
      const cut = cutHtml(html, max);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max);
      expect((cut.match(/<[a-z]/g) ?? []).length - (cut.match(/<br/g) ?? []).length).toBe(
        (cut.match(/<\//g) ?? []).length,
      );
    }
  });
});
