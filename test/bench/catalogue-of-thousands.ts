import { saveTranscript } from '#libs/catalog';
import type { DataSource } from 'typeorm';
import { proseOf } from '../pages/prose.js';
import { aShow } from '../factories/catalog.js';

/** Ten thousand published episodes of twenty shows with two hundred guests; the newest ones with what was said. */
export const counts = { episodes: 10_000, shows: 20, people: 200, tags: 40, transcripts: 300 };

/** Addresses of pages, by what they show. */
export interface ThousandsOfPages {
  episodes: string[];
  shows: string[];
  guests: string[];
  tags: string[];
}

const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;

/** Rows written by the database itself, one statement a table: the n-th of each kind belongs to the n-th episode. */
export async function fillThousands(db: DataSource): Promise<ThousandsOfPages> {
  const shows = [];
  for (let n = 0; n < counts.shows; n += 1) {
    shows.push(await aShow(db, { title: `Bench ${n}`, slug: `bench-${n}`, language: 'en-CA' }));
  }
  const showIds = shows.map((show) => show.id);
  const all = `generate_series(1, ${counts.episodes}) n`;
  const showId = `($1::uuid[])[1 + n % ${counts.shows}]`;
  const insert = (into: string, values: string, from = all) =>
    db.query(`insert into ${into} select ${values} from ${from}`, values.includes('$1') ? [showIds] : []);

  await insert(
    'persons (id, slug, name, sort_name)',
    `${id('person', 'n')}, 'guest-' || n, 'Guest ' || n || ' Tremblay', 'Tremblay, Guest ' || n`,
    `generate_series(0, ${counts.people - 1}) n`,
  );
  await insert('recordings (id, scope)', `${id('recording', 'n')}, ${showId}`);
  await insert(
    'revisions (id, recording_id, number, state, step)',
    `${id('revision', 'n')}, ${id('recording', 'n')}, 1, 'done', 'verify'`,
  );
  await insert(
    'renditions (id, revision_id, kind, key, sha256, mime, bytes, duration_ms, bitrate)',
    `${id('rendition', 'n')}, ${id('revision', 'n')}, 'mp3', 'mp3/' || n || '.mp3', repeat('0', 64), 'audio/mpeg', 43000000 + n, 2700000, 128000`,
  );
  await insert(
    'episodes (id, show_id, guid, recording_id, state, published_at)',
    `${id('episode', 'n')}, ${showId}, ${id('guid', 'n')}, ${id('recording', 'n')}, 'published', timestamptz '2000-01-01' + n * interval '22 hours'`,
  );
  await insert(
    'episode_copies (id, episode_id, kind, language, number, revision_id, tags, tag_slugs)',
    `${id('copy', 'n')}, ${id('episode', 'n')}, 'released', 'en', n, ${id('revision', 'n')}, array['Tag ' || n % ${counts.tags}, 'Tag ' || n % 7], array['tag-' || n % ${counts.tags}, 'tag-' || n % 7]`,
  );
  await insert(
    'episode_texts (copy_id, lang, title, summary, notes, takeaways)',
    `${id('copy', 'n')}, 'en', 'What episode ' || n || ' is about', 'In one sentence or two, number ' || n || '.', 'See [this](https://example.org/' || n || ') and [that](https://example.org/).',
     '[{"text":"A date is a promise.","atMs":60000},{"text":"A logo is none.","atMs":120000}]'::jsonb`,
  );
  await insert(
    'episode_addresses (id, episode_id, parent_id, lang, slug, is_current)',
    `${id('address', 'n')}, ${id('episode', 'n')}, ${showId}, 'en', n || '-episode', true`,
  );
  await insert(
    'chapters (id, copy_id, position, start_ms, title, url)',
    `${id('chapter', `n || '.' || c`)}, ${id('copy', 'n')}, c, c * 300000, 'Chapter ' || c, ''`,
    `${all}, generate_series(0, 7) c`,
  );
  await insert(
    'appearances (id, copy_id, person_id, position, role, organisation)',
    `${id('appearance', 'n')}, ${id('copy', 'n')}, ${id('person', `n % ${counts.people}`)}, 0, 'guest', 'Somewhere'`,
  );
  await insert(
    'appearance_texts (appearance_id, lang, title, disclaimer)',
    `${id('appearance', 'n')}, 'en', 'Director', 'Personal views.'`,
  );
  await writeTranscripts(db);
  await db.query('vacuum analyze');
  // What was filled in is on the disk before anything is measured.
  await db.query('checkpoint');
  return pagesOf();
}

/** Forty-five minutes each. */
async function writeTranscripts(db: DataSource): Promise<void> {
  const words = proseOf(6_750);
  const segments = Array.from({ length: 675 }, (_, i) => ({
    startMs: i * 4_000,
    endMs: i * 4_000 + 4_000,
    speaker: i % 40 < 20 ? 'Ann' : 'Bo',
    text: `${words.slice(i * 10, i * 10 + 10).join(' ')}.`,
  }));
  const from = counts.episodes - counts.transcripts;
  const rows: { id: string }[] = await db.query(
    `select md5('copy' || n)::uuid as id from generate_series($1::int, $2::int) n`,
    [from + 1, counts.episodes],
  );
  const [first] = rows;
  await saveTranscript(
    db.manager,
    { copyId: first!.id, lang: 'en', savedAt: new Date() },
    { segments, basis: null, isTimed: true },
  );
  await db.query(
    `insert into transcripts (copy_id, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at)
     select md5('copy' || n)::uuid, lang, digest, is_timed, segment_count, segments, basis, speakers, saved_at
     from transcripts, generate_series($2::int, $3::int) n where copy_id = $1`,
    [first!.id, from + 2, counts.episodes],
  );
}

function pagesOf(): ThousandsOfPages {
  const upTo = (length: number, path: (n: number) => string) => Array.from({ length }, (_, n) => path(n));
  const newest = (n: number) => counts.episodes - n;
  return {
    episodes: upTo(counts.transcripts, (n) => `/en/bench-${newest(n) % counts.shows}/${newest(n)}-episode`),
    shows: upTo(
      counts.shows * 4,
      (n) => `/en/bench-${n % counts.shows}${n < counts.shows ? '' : `?page=${1 + Math.floor(n / counts.shows)}`}`,
    ),
    guests: upTo(counts.people, (n) => `/en/g/guest-${n}`),
    tags: upTo(counts.tags, (n) => `/en/t/tag-${n}`),
  };
}
