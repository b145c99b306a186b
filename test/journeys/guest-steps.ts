import type { Browser, BrowserContext } from 'playwright-core';
import { type ApiClient, type Episode, type Show, take } from './client.js';
import { makeRecording } from './client-recordings.js';
import { at, getEpisode, makeDraft, upload, waitForSound } from './client-steps.js';
import { until } from './processes.js';

const path = '/api/v1/shows/{showId}/episodes/{episodeId}' as const;

/** Who says it, and what, second by second. */
export const said = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v Mélanie Côté>Most dashboards measure what is easy and never what matters.

00:00:06.000 --> 00:00:12.000
<v Mélanie Côté>You don't earn trust with a logo, you earn it with a date you keep.

00:00:12.000 --> 00:00:20.000
<v Mélanie Côté>A date is a promise that anybody can check, and that is why it frightens people.

00:00:20.000 --> 00:00:28.000
<v Mélanie Côté>So we wrote every date on the wall, where the customers could see them.

00:00:28.000 --> 00:00:36.000
<v Karim Benali>And nobody asked for a logo again.
`;

const text = (lang: 'en' | 'fr', title: string, takeaways: string[]) => ({
  ...{ lang, title, summary: '', notes: '' },
  takeaways: takeaways.map((each, n) => ({ text: each, atMs: 2_000 + n * 5_000 })),
});

const role = (lang: 'en' | 'fr', title: string, disclaimer = '') => ({ lang, title, disclaimer });

/** Two guests of an English episode with its sound and texts: one names her employer, of the other nobody may know it. */
export async function makeInterview(client: ApiClient, show: Show, hiddenEmployer: string): Promise<Episode> {
  const { api } = client;
  const draft = await makeDraft(client, show, 'Trust, with a date');
  await upload(client, draft, makeRecording({ seconds: 40 }));
  const sound = await waitForSound(client, draft);
  if (sound.state !== 'done') throw new Error(`The sound is ${sound.state}`);
  const version = async () => (await getEpisode(client, draft)).working.versions;
  const texts = [
    text('en', 'Trust, with a date', ['Measure what matters.', 'Keep a date.', 'Write it on the wall.']),
    text('fr', 'La confiance, avec une date', ['Mesurer ce qui compte.', 'Tenir une date.', 'L’écrire au mur.']),
  ];
  await take(api.PUT(`${path}/texts`, { ...at(draft), body: { version: (await version()).texts, texts } }));
  const people = [
    {
      ...{ name: 'Mélanie Côté', role: 'guest' as const, organisation: 'Boréale', employer: 'named' as const },
      texts: [
        role('en', 'Marketing director', 'Views are her own and do not represent Boréale.'),
        role('fr', 'Directrice du marketing', 'Ses propos sont personnels et n’engagent pas Boréale.'),
      ],
    },
    {
      ...{ name: 'Karim Benali', role: 'guest' as const, organisation: hiddenEmployer, employer: 'hidden' as const },
      texts: [role('en', 'Analyst'), role('fr', 'Analyste')],
    },
  ];
  await take(api.PUT(`${path}/people`, { ...at(draft), body: { version: (await version()).people, people } }));
  await take(
    api.PUT(`${path}/transcripts/{lang}`, {
      params: { path: { showId: draft.showId, episodeId: draft.id, lang: 'en' } },
      body: { version: 1, text: said },
    }),
  );
  await until(async () => (await getEpisode(client, draft)).blockers.length === 0);
  return getEpisode(client, draft);
}

/** Two quotes, the first also in French, and a clip: chosen by the producer, and the guests asked. */
export async function askAbout(client: ApiClient, episode: Episode): Promise<void> {
  const { api } = client;
  await take(api.POST(`${path}/quotes`, { ...at(episode), body: { startMs: 6_500, endMs: 11_000 } }));
  const { quotes } = await take(api.POST(`${path}/quotes`, { ...at(episode), body: { startMs: 1_500, endMs: 5_000 } }));
  const trust = quotes.find(({ original }) => original.includes('date you keep'))!;
  await take(
    api.PATCH(`${path}/quotes/{quoteId}`, {
      params: { path: { showId: episode.showId, episodeId: episode.id, quoteId: trust.id } },
      body: {
        version: trust.version,
        texts: [
          { lang: 'en', text: trust.original },
          { lang: 'fr', text: 'On gagne la confiance avec une date tenue.' },
        ],
      },
    }),
  );
  await take(api.POST(`${path}/clips`, { ...at(episode), body: { startMs: 1_500, endMs: 27_000 } }));
  await take(api.POST(`${path}/highlights/ask`, at(episode)));
}

/** A phone of somebody who reads French in Montréal and may copy. */
export async function openPhone(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ locale: 'fr-CA', timezoneId: 'America/Montreal', viewport: { width: 360, height: 640 } },
    ...{ hasTouch: true, isMobile: true, acceptDownloads: true },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return context;
}
