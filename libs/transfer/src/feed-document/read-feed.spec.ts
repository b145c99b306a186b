import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FeedDocument, ReadOptions } from './read-feed.js';
import type { ImportedItem } from './imported-feed.js';
import { readFeed } from './read-feed.js';

/** Of the heap, without what only waits to be collected. */
function keptBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

interface Given extends Partial<ReadOptions> {
  contentType?: string;
  url?: string;
  chunk?: number;
}

/** Reads bytes or text that comes in pieces of `chunk` bytes. */
async function read(feed: string | Uint8Array | AsyncIterable<Uint8Array>, given: Given = {}) {
  const { contentType = 'application/rss+xml', url = 'https://old.example.net/feeds/show.xml', chunk = 1_000 } = given;
  const items: ImportedItem[] = [];
  const bytes = typeof feed === 'string' || feed instanceof Uint8Array ? inPieces(Buffer.from(feed), chunk) : feed;
  const document: FeedDocument = await readFeed(
    { bytes, contentType, url },
    { onItem: (item) => void items.push(item), ...given },
  );
  return { ...document, all: items, codes: document.problems.map(({ code }) => code) };
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const namespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:psc="http://podlove.org/simple-chapters"';
const rss = (inside: string, open = namespaces) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${open}><channel>${inside}</channel></rss>`;
const item = (inside = '', n = 1) =>
  `<item><title>Episode ${n}</title><guid isPermaLink="false">g-${n}</guid><pubDate>Tue, 12 May 2026 07:00:00 +0000</pubDate>` +
  `<enclosure url="https://old.example.net/${n}.mp3" length="1000" type="audio/mpeg"/>${inside}</item>`;

describe('a feed', () => {
  it('is read with all that it says of show and episode', async () => {
    const { channel, all, nextUrl, codes } = await read(
      rss(`<title>Voix &amp; vues</title><link>/show</link><language>fr-ca</language><copyright>2026 Atelier</copyright>
      <itunes:author>Atelier Nord</itunes:author><itunes:category text="Business"><itunes:category text="Management"/></itunes:category>
      <itunes:explicit>yes</itunes:explicit><itunes:type>serial</itunes:type><itunes:image href="cover.png"/>
      <itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.org</itunes:email></itunes:owner>
      <podcast:guid>917393E3-1B1E-5CEF-ACE4-EDAA54E1F810</podcast:guid><podcast:locked owner="ada@example.org">yes</podcast:locked>
      <podcast:funding url="https://pay.example.org">Merci</podcast:funding><podcast:medium>Podcast</podcast:medium>
      <podcast:person role="host" href="https://ada.example.org">Ada L.</podcast:person>
      <podcast:person group="Audio Production" role="Editor">Bob</podcast:person>
      <podcast:value type="lightning" method="keysend"><podcast:valueRecipient type="node" address="02a" split="100"/></podcast:value>
      <atom:link rel="next" href="?page=2"/>
      ${item(`<itunes:season>2</itunes:season><itunes:episode>7</itunes:episode><itunes:duration>1:02:03</itunes:duration>
        <itunes:episodeType>Bonus</itunes:episodeType><description>Court.</description><content:encoded><![CDATA[<p>Les <b>notes</b> &amp; liens</p>]]></content:encoded>
        <podcast:person role="guest">Jean Tremblay</podcast:person><podcast:transcript url="t.vtt" type="text/vtt"/>
        <podcast:chapters url="c.json" type="application/json+chapters"/><podcast:soundbite startTime="60.5" duration="30">Bref</podcast:soundbite>
        <psc:chapters version="1.2"><psc:chapter start="00:00:00.000" title="Début"/><psc:chapter start="0:10:00" title="Suite"/></psc:chapters>`)}`),
    );
    expect(channel).toMatchObject({
      title: 'Voix & vues',
      link: 'https://old.example.net/show',
      language: 'fr-CA',
      author: 'Atelier Nord',
      ownerEmail: 'ada@example.org',
      category: 'Business',
      subcategory: 'Management',
      explicit: true,
      type: 'serial',
      imageUrl: 'https://old.example.net/feeds/cover.png',
      guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      locked: true,
      lockOwner: 'ada@example.org',
      funding: [{ url: 'https://pay.example.org/', text: 'Merci' }],
      persons: [{ name: 'Ada L.', role: 'host', group: 'cast', href: 'https://ada.example.org/', img: '' }],
    });
    expect(channel.tags.map(({ name }) => name)).toEqual(['podcast:value']);
    expect(channel.tags[0]).toMatchObject({
      children: [{ name: 'podcast:valueRecipient', attributes: { split: '100' } }],
    });
    expect(all).toEqual([
      expect.objectContaining({
        guid: 'g-1',
        guidFrom: 'feed',
        title: 'Episode 1',
        publishedAt: '2026-05-12T07:00:00.000Z',
        enclosure: { url: 'https://old.example.net/1.mp3', bytes: 1000, type: 'audio/mpeg' },
        season: 2,
        number: 7,
        type: 'bonus',
        durationMs: 3_723_000,
        html: '<p>Les <b>notes</b> &amp; liens</p>',
        summary: 'Court.',
        chapters: [
          { startMs: 0, title: 'Début', url: '' },
          { startMs: 600_000, title: 'Suite', url: '' },
        ],
        chaptersUrl: 'https://old.example.net/feeds/c.json',
        transcripts: [{ url: 'https://old.example.net/feeds/t.vtt', type: 'text/vtt', language: '' }],
        soundbites: [{ startMs: 60_500, durationMs: 30_000, title: 'Bref' }],
        problems: [],
      }),
    ]);
    expect(nextUrl).toBe('https://old.example.net/feeds/show.xml?page=2');
    expect(codes).toEqual([]);
  });

  it('is told apart by its namespaces, not by its prefixes', async () => {
    const odd =
      'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:p="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"';
    const { channel } = await read(rss('<title>A</title><i:author>Ada</i:author><p:locked>yes</p:locked>', odd));
    expect(channel).toMatchObject({ author: 'Ada', locked: true });
  });

  it('may forget to declare the usual prefixes', async () => {
    const { channel } = await read(rss('<title>A</title><itunes:author>Ada</itunes:author>', ''));
    expect(channel.author).toBe('Ada');
  });

  it('may be Atom', async () => {
    const { channel, all } =
      await read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link href="https://a.example/"/>
      <entry><id>tag:a,1</id><title>One</title><published>2026-05-12T07:00:00+02:00</published>
      <link rel="enclosure" href="https://a.example/1.m4a" length="77" type="audio/mp4"/><summary>Yes</summary></entry></feed>`);
    expect(channel).toMatchObject({ title: 'A', link: 'https://a.example/' });
    expect(all[0]).toMatchObject({
      guid: 'tag:a,1',
      title: 'One',
      publishedAt: '2026-05-12T05:00:00.000Z',
      enclosure: { url: 'https://a.example/1.m4a', bytes: 77, type: 'audio/mp4' },
      html: 'Yes',
    });
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rss('<title>Été</title>')}`), ''],
    ['UTF-16', Buffer.from(`\ufeff${rss('<title>Été</title>').replace('UTF-8', 'UTF-16')}`, 'utf16le'), ''],
    ['Latin 1 by its declaration', Buffer.from(rss('<title>Été</title>').replace('UTF-8', 'ISO-8859-1'), 'latin1'), ''],
    [
      'Latin 1 by the header',
      Buffer.from(rss('<title>Été</title>').replace(/ encoding="UTF-8"/, ''), 'latin1'),
      'iso-8859-1',
    ],
  ])('is read in %s, cut anywhere', async (_, bytes, charset) => {
    for (const chunk of [1, 7, 4_000]) {
      const contentType = charset ? `text/xml; charset="${charset}"` : 'text/xml';
      expect((await read(bytes, { contentType, chunk })).channel.title).toBe('Été');
    }
  });

  it('is read in UTF-8 when it names an encoding that nobody knows, and says so', async () => {
    const { channel, codes } = await read(rss('<title>Été</title>').replace('UTF-8', 'KLINGON'));
    expect(channel.title).toBe('Été');
    expect(codes).toContain('ENCODING_UNKNOWN');
  });

  it('may hold names of HTML, bare ampersands and characters that XML forbids (abuse:A09)', async () => {
    const title = 'A &eacute; &nbsp;B & C &copy D\u0000\u000b &#11; ]]&gt; --&gt; E';
    const { channel, all, codes } = await read(
      rss(`<title>${title}</title>${item('<description>Q&A; R&D</description>')}`),
      { chunk: 3 },
    );
    expect(channel.title).toBe('A é B & C © D ]]> --> E');
    expect(all[0]!.html).toBe('Q&A; R&D');
    expect(codes).toContain('FORBIDDEN_CHARACTERS');
  });

  it('keeps its whole items when it breaks off', async () => {
    const { all, codes } = await read(rss(`<title>A</title>${item('', 1)}${item('', 2)}`).slice(0, -80));
    expect(all.map(({ guid }) => guid)).toEqual(['g-1']);
    expect(codes).toContain('BROKEN_XML');
  });

  it('keeps its items when the mark-up of one is wrong', async () => {
    const { all, codes } = await read(
      rss(`<title>A</title>${item('<description>a < b <i>x</description>', 1)}${item('', 2)}`),
    );
    expect(all.map(({ guid }) => guid)).toEqual(['g-1', 'g-2']);
    expect(codes).toContain('BROKEN_XML');
  });
});

describe('an item', () => {
  const one = async (inside: string) => (await read(rss(`<title>A</title><item>${inside}</item>`))).all[0]!;
  const codesOf = ({ problems }: ImportedItem) => problems.map(({ code }) => code);

  it('without a guid is known by its file, and says so', async () => {
    const found = await one('<title>T</title><enclosure url="https://a.example/1.mp3" length="5" type="audio/mpeg"/>');
    expect(found).toMatchObject({ guid: 'https://a.example/1.mp3', guidFrom: 'enclosure' });
    expect(codesOf(found)).toContain('NO_GUID');
  });

  it('keeps a guid byte for byte (feed:I07)', async () => {
    const guid = 'HTTP://Old.example.net/?p=1&amp;x=%7B"$ne":1} é';
    expect((await one(`<guid>${guid}</guid>`)).guid).toBe(guid.replace('&amp;', '&'));
  });

  it.each(['-1', '1000000000000000000', '', 'abc', '0'])(
    'says when its file has the length "%s" (abuse:A20)',
    async (length) => {
      const found = await one(
        `<guid>1</guid><enclosure url="https://a.example/1.mp3" length="${length}" type="audio/mpeg"/>`,
      );
      expect(found.enclosure?.bytes).toBeNull();
      expect(codesOf(found)).toContain('LENGTH_WRONG');
    },
  );

  it('resolves relative addresses, keeps http media, and says both', async () => {
    const found = await one('<guid>1</guid><enclosure url="../m/1.mp3" length="5" type="audio/mpeg"/>');
    expect(found.enclosure?.url).toBe('https://old.example.net/m/1.mp3');
    expect(codesOf(found)).toContain('RELATIVE_ADDRESS');
    const open = await one('<guid>1</guid><enclosure url="http://a.example/1.mp3" length="5" type="audio/mpeg"/>');
    expect(codesOf(open)).toContain('HTTP_MEDIA');
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'data:audio/mpeg;base64,AAAA', 'gopher://a/1'])(
    'takes no file from %s',
    async (url) => {
      const found = await one(`<guid>1</guid><enclosure url="${url}" length="5" type="audio/mpeg"/>`);
      expect(found.enclosure).toBeNull();
      expect(codesOf(found)).toContain('BAD_ENCLOSURE');
    },
  );

  it('cuts a title of 300 kB and says so (abuse:A20)', async () => {
    const found = await one(`<guid>1</guid><title>${'Grand '.repeat(50_000)}</title>`);
    expect(found.title.length).toBeLessThanOrEqual(255);
    expect(codesOf(found)).toContain('TEXT_CUT');
  });

  it.each([
    ['Tue, 12 May 2026 07:00:00 +0200', '2026-05-12T05:00:00.000Z'],
    ['12 May 26 07:00 EST', '2026-05-12T12:00:00.000Z'],
    ['Tues, 12 May 2026 07:00:00 GMT', '2026-05-12T07:00:00.000Z'],
    ['2026-05-12 07:00:00', '2026-05-12T07:00:00.000Z'],
    ['2026-05-12T07:00:00.5-04:00', '2026-05-12T11:00:00.000Z'],
    ['May 12, 2026, 7:00 PM', '2026-05-12T19:00:00.000Z'],
    ['Mon, 31 Feb 2026 07:00:00 GMT', null],
    ['Fri, 31 Dec 9999 23:59:59 GMT', null],
    ['Mon, 01 Jan 1601 00:00:00 GMT', null],
    ['yesterday', null],
  ])('reads the date %s', async (date, expected) => {
    const found = await one(`<guid>1</guid><pubDate>${date}</pubDate>`);
    expect(found.publishedAt).toBe(expected);
    if (!expected) expect(codesOf(found)).toContain('BAD_DATE');
  });

  it('takes text shaped as SQL or JSON operators as text (abuse:A21)', async () => {
    const text = `'); drop table shows; -- {"$ne":1} {"where":{"1":1}}`;
    expect(await one(`<guid>${text}</guid><title>${text}</title>`)).toMatchObject({ guid: text, title: text });
  });
});

describe('a hostile document', () => {
  it.each([
    [
      'an external entity',
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    ],
    ['a public DTD', '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//N//DTD" "http://127.0.0.1/rss.dtd"><rss/>'],
    ['billions of laughs', '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel/></rss>'],
  ])('with %s is refused before anything in it is read (abuse:A11)', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'FEED_WITH_DTD', status: 422 });
    await expect(read(text, { chunk: 5 })).rejects.toMatchObject({ code: 'FEED_WITH_DTD' });
  });

  it.each([
    ['a page', '<!doctype html><html><body>Hello</body></html>', 'page'],
    ['a page without a doctype', '<html><head></head></html>', 'page'],
    ['JSON', '{"$ne":1}', 'other'],
    ['another kind of XML', '<?xml version="1.0"?><opml version="2.0"/>', 'other'],
    ['nothing', '  \n', 'empty'],
  ])('that is %s is refused with its reason', async (_, text, found) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'NOT_A_FEED', status: 422, params: { found } });
  });

  it('nested without end is refused', async () => {
    await expect(read(`<rss><channel>${'<a>'.repeat(100_000)}`)).rejects.toMatchObject({ code: 'FEED_TOO_LARGE' });
  });

  it('with one text, tag or comment without end is refused in bounded memory', async () => {
    async function* endless(begin: string, more: string): AsyncGenerator<Uint8Array> {
      yield Buffer.from(begin);
      for (;;) yield Buffer.from(more.repeat(10_000));
    }
    for (const begin of ['<rss><channel><title>', '<rss><channel><!--', '<rss><channel><title a="']) {
      await expect(read(endless(begin, 'aaaaaaaa'))).rejects.toMatchObject({ code: 'FEED_TOO_LARGE' });
    }
  });

  it('of 200,000 items gives the first 20,000 and says so, in bounded memory and time (abuse:A20)', async () => {
    let sent = 0;
    async function* many(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`<rss ${namespaces}><channel><title>A</title>`);
      for (; sent < 200_000; sent += 100)
        yield Buffer.from(Array.from({ length: 100 }, (_, i) => item('', sent + i)).join(''));
      yield Buffer.from('</channel></rss>');
    }
    const before = keptBytes();
    let last: ImportedItem | undefined;
    const { items, codes } = await read(many(), { onItem: (each) => void (last = each) });
    expect(items).toBe(20_000);
    expect(last?.guid).toBe('g-19999');
    expect(codes).toEqual(expect.arrayContaining(['ITEMS_CAPPED']));
    expect(sent).toBeLessThan(21_000);
    expect(keptBytes() - before).toBeLessThan(150 * 1024 ** 2);
  });

  it('with thousands of attributes or children is cut', async () => {
    const attributes = Array.from({ length: 5_000 }, (_, i) => `a${i}="x"`).join(' ');
    const { all, codes } = await read(rss(`<title>A</title>${item(`<x ${attributes}/>${'<y/>'.repeat(20_000)}`)}`));
    expect(all).toHaveLength(1);
    expect(codes).toContain('TEXT_CUT');
  });

  it('damaged all over is left after two hundred errors', async () => {
    const { codes } = await read(`<rss><channel><title>A</title>${'</x><>'.repeat(1_000_000)}`);
    expect(codes).toContain('BROKEN_XML');
  });
});
