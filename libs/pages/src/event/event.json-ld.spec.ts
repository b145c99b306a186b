import { anEvent, aShow, aTalk, site } from '../pages.fixture.js';
import { eventPage } from './event.page.js';

describe('what an event’s page tells machines', () => {
  it('is when and where it was, who organised it, who spoke, and where each talk is read and heard', () => {
    const { html } = eventPage(site, 'fr', { event: anEvent(), show: aShow(), talks: [aTalk(), aTalk({ id: 't' })] });
    const [, json] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)!;
    const event = JSON.parse(json!) as Record<string, unknown>;
    expect(event).toMatchObject({
      ...{ '@type': 'Event', '@id': 'https://estrade.example/fr/e/t2m-2026#event' },
      startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      organizer: { '@type': 'Organization', name: 'Marketing News Canada' },
      performer: [{ '@type': 'Person', '@id': expect.stringMatching(/^https:.*\/fr\/g\/.*#person$/) }],
    });
    expect(event['subEvent']).toMatchObject([
      {
        url: expect.stringMatching(/^https:.*\/fr\/e\/t2m-2026\//),
        startDate: expect.stringMatching(/T.*Z$/),
        location: { '@type': 'Place', name: expect.stringContaining('Salle 517') },
        recordedIn: { '@type': 'AudioObject', contentUrl: expect.stringMatching(/^https:.*\.mp3$/) },
      },
      {},
    ]);
  });
});
