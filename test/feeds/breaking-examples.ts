type Change = (xml: string) => string;

const swap =
  (from: string | RegExp, to: string): Change =>
  (xml) =>
    xml.replace(from, () => to);
const intoChannel = (element: string): Change => swap('<generator>', `${element}<generator>`);
const intoItem = (element: string): Change => swap('<item>', `<item>${element}`);
const drop = (element: RegExp): Change => swap(element, '');

/** For each rule one change of a sound feed that breaks it. */
export const breakingExamples: Record<string, Change> = {
  X01: swap('Bonjour', 'Bon\u000bjour'),
  X02: swap('version="2.0"', 'version="0.92"'),
  X03: swap('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
  X04: swap('www.itunes.com/dtds/podcast-1.0.dtd', 'www.itunes.com/DTDs/Podcast-1.0.dtd'),
  X05: swap('<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE rss>'),
  X06: swap('<generator>', '<generator>\n '),
  X07: intoChannel('<author>sam@show.example</author>'),
  X08: swap(
    /(<lastBuildDate>.*?<\/lastBuildDate>)/,
    '<lastBuildDate>Sun, 22 Nov 2026 10:00:00 GMT</lastBuildDate>'.repeat(2),
  ),
  X09: swap('role="host"', 'role="undefined"'),
  X10: swap('& pas', '&amp; pas'),
  X11: intoItem('<itunes:new-feed-url>https://pod.example/x</itunes:new-feed-url>'),
  X12: swap('<generator>', `<generator>${'x'.repeat(256)}`),
  C01: drop(/<title>.*?<\/title>/),
  C02: swap('Le marketing,', 'é'.repeat(2001)),
  C03: swap(/<link>.*?<\/link>/, '<link>http://github.com/dylang/node-rss</link>'),
  C04: swap('fr-ca', 'xx'),
  C05: swap('text="Marketing"', 'text="marketing"'),
  C06: swap('<itunes:explicit>false', '<itunes:explicit>no'),
  C07: swap('image/full/cover.jpg', 'image/full/cover.webp'),
  C08: drop(/<atom:link .*?\/>/),
  C09: swap('type="application/rss+xml"', 'type="text/xml"'),
  C10: drop(/<itunes:author>.*?<\/itunes:author>/),
  C11: drop(/<podcast:guid>.*?<\/podcast:guid>/),
  C12: drop(/<podcast:locked .*?<\/podcast:locked>/),
  C13: swap(/<lastBuildDate>.*?</, '<lastBuildDate>Mon, 22 Nov 2026 10:00:00 GMT<'),
  C14: swap('episodic', 'weekly'),
  C15: intoChannel('<itunes:complete>no</itunes:complete>'),
  C16: intoChannel('<itunes:new-feed-url>/feed.xml</itunes:new-feed-url>'),
  C17: swap('<itunes:email>sam@show.example', '<itunes:email>'),
  C18: drop(/<itunes:owner>.*?<\/itunes:owner>/),
  C19: intoChannel('<image><url>https://pod.example/a.jpg</url></image>'),
  C20: intoChannel('<atom:link rel="hub" href="/hub"/>'),
  C22: swap('<link>https:', '<link>http:'),
  C23: swap('<link>https://pod.example/', '<link>https://pod.example/é'),
  C24: intoChannel('<webMaster>Sam</webMaster>'),
  C25: intoChannel('<ttl>0</ttl>'),
  I01: swap(/<item>.*<\/item>/s, ''),
  I02: swap(/(<item>)<title>.*?<\/title>/, '<item>'),
  I03: drop(/<enclosure .*?\/>/),
  I04: swap(/(<enclosure [^>]*)length="\d+"/, '$1length="0"'),
  I05: swap('102/2/dates-not-logos.mp3"', '102/2/play?file=a.mp3"'),
  I06: (xml) => xml.replace(/(<enclosure [^>]*>)(.*)<enclosure [^>]*>/s, '$1$2$1'),
  I07: swap('7d1c6a1e-0000-4000-8000-000000000001', '7d1c6a1e-0000-4000-8000-000000000002'),
  I08: swap('<guid isPermaLink="false">', '<guid>'),
  I09: swap('Sat, 02 May 2026', 'Sun, 02 May 2026'),
  I10: swap('Sat, 02 May 2026', 'Thu, 02 May 2126'),
  I11: swap('Sat, 02 May 2026', 'Wed, 02 May 2018'),
  I12: (xml) =>
    xml.replace(/(<item>.*?)<description>.*?<\/description>(.*?)<content:encoded>.*?<\/content:encoded>/s, '$1$2'),
  I13: swap('Pourquoi', 'x'.repeat(4001)),
  I14: swap('<p>Pourquoi', '<p><u></u>Pourquoi'),
  I15: swap('<p>Pourquoi', '<p><a href="java&#x09;script:alert(1)">x</a>Pourquoi'),
  I16: swap('<p>Pourquoi', '<p><b>Pourquoi'),
  I17: swap('<itunes:duration>2712', '<itunes:duration>45:12'),
  I18: swap('<itunes:duration>2712', '<itunes:duration>45 min'),
  I19: (xml) => xml.replace(/(<item>.*?<itunes:explicit>)false/s, '$1clean'),
  I20: (xml) => xml.replace(/(<item>.*?)<itunes:explicit>false<\/itunes:explicit>/s, '$1'),
  I21: swap('<itunes:episode>2', '<itunes:episode>0'),
  I22: (xml) =>
    xml
      .replace(/>trailer</, '>full<')
      .replace(/(.*<itunes:season>1<\/itunes:season>)/s, '$1<itunes:episode>2</itunes:episode>'),
  I23: swap('[CDATA[Ce que les dates', '[CDATA[Ep. 4: Ce que les dates'),
  I24: (xml) => xml.replace(/(<item>.*?)<link>[^<]*<\/link>/s, '$1'),
  I25: swap('image/full/episode.png', 'image/full/episode'),
  I26: (xml) =>
    xml.replace(
      /(<item>.*?<description>)(.*?)<\/description>/s,
      '$1$2</description><itunes:summary>$2</itunes:summary>',
    ),
  I27: swap('start="00:01:04.500"', 'start="00:20:00.000"'),
  I28: swap(/(<enclosure [^>]*)type="audio\/mpeg"/, '$1type="audio/mp3"'),
  P01: intoChannel('<podcast:mood>calm</podcast:mood>'),
  P02: intoItem('<podcast:locked>yes</podcast:locked>'),
  P03: intoChannel('<podcast:medium>podcast</podcast:medium>'),
  P04: swap('type="application/json+chapters"', 'type="text/json"'),
  P05: swap('>yes</podcast:locked>', '>true</podcast:locked>'),
  P06: swap('Sam Okafor</podcast:person>', `${'x'.repeat(129)}</podcast:person>`),
  P07: swap('href="https://sam.example', 'href="http://sam.example'),
  P08: intoChannel('<podcast:images srcset="https://pod.example/a.jpg 1x"/>'),
  P09: swap('group="cast"', 'team="cast"'),
  P10: swap(/<podcast:guid>.*?</, '<podcast:guid>dates-not-logos<'),
  P11: swap('3a4e-5f0c', '3a4e-4f0c'),
  P13: (xml) => xml.replace(/(<item>.*?)<podcast:person role="host".*?<\/podcast:person>/s, '$1'),
  P14: swap('value="sha256-', 'value="md5-'),
  P20: swap('<podcast:episode>2', '<podcast:episode>3'),
  P21: intoItem('<podcast:transcript url="https://pod.example/t.html" type="text/html"/>'),
  P22: swap('role="host"', 'role="speaker"'),
};
