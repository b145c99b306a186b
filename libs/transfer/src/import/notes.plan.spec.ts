import { renderNotes } from '#libs/catalog';
import { growthOf, steadyGrowth } from '../../../../test/growth.js';
import { toNotes } from './notes.plan.js';

const base = 'https://old.example.net/ep/1';

describe('toNotes', () => {
  it.each([
    [
      '<p>One</p><p>Two <strong>bold</strong> and <em>soft</em></p>',
      '<p>One</p>\n<p>Two <strong>bold</strong> and <em>soft</em></p>',
    ],
    [
      '<ul><li>a</li><li><a href="/x">b</a></li></ul>',
      '<ul>\n<li>a</li>\n<li><a href="https://old.example.net/x" rel="noopener">b</a></li>\n</ul>',
    ],
    ['<h2>Head</h2>text', '<h3>Head</h3>\n<p>text</p>'],
    ['a<br>b', '<p>a<br />\nb</p>'],
    ['5 * 3 [x] _y_ &lt;b&gt; <i>z</i>', '<p>5 * 3 [x] _y_ &lt;b&gt; <em>z</em></p>'],
    ['<blockquote><p>q</p></blockquote>', '<blockquote>\n<p>q</p>\n</blockquote>'],
  ])('keeps what %s says', (html, expected) => {
    expect(renderNotes(toNotes(html, base))).toBe(expected);
  });

  it('keeps the lines and addresses of plain text', () => {
    expect(renderNotes(toNotes('One\nhttps://a.example/b_c_d\n\n1. Two', base))).toBe(
      '<p>One<br />\n<a href="https://a.example/b_c_d" rel="noopener">https://a.example/b_c_d</a></p>\n<p>1. Two</p>',
    );
  });

  it.each<[string, number, (length: number) => string]>([
    ['tags that never end', 390_000, (length) => '<br'.repeat(length / 3)],
    ['a tag that never ends', 400_000, (length) => `<p ${'a '.repeat(length / 2)}`],
    ['blanks', 390_000, (length) => `<p>${' '.repeat(length)}x</p>`],
    ['empty lines', 390_000, (length) => `a${'\n'.repeat(length)}b`],
    ['breaks in marks', 100_000, (length) => `<b><i><b>${'<br>'.repeat(length / 4)}x</b></i></b>`],
    ['one long word', 390_000, (length) => 'a'.repeat(length)],
    ['underscores', 390_000, (length) => '_'.repeat(length)],
  ])('takes a time that grows with the length alone, for %s (abuse:A20)', (_, longest, html) => {
    expect(growthOf((length) => renderNotes(toNotes(html(length), base)), longest)).toBeLessThan(steadyGrowth);
  });

  it.each([
    '<script>alert(1)</script>',
    '<p onclick="x()">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><math><mtext><style>',
    '[a](javascript:alert(1))',
    '<a href="data:text/html,x">a</a>',
  ])('leaves nothing that runs of %s (abuse:A06)', (html) => {
    expect(renderNotes(toNotes(html, base))).not.toMatch(
      /<script|onclick|onerror|onload|href="(javascript|data)|<style/i,
    );
  });
});
