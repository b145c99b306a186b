import { type PushSubject, type PushTargets, type Silence, targetsOf, whyNotPushed } from './push.policy.js';

const subject: PushSubject = {
  feedId: '1',
  kind: 'show',
  url: 'https://pod.example.org/show/feed.xml',
  medium: 'podcast',
  isSwitchedOn: true,
  isGone: false,
  hasMoved: false,
};
const targets: PushTargets = {
  hubs: ['https://hub.example/'],
  podpingUrl: 'https://ping.example/',
  isPublicOrigin: true,
};

describe('whether hubs are told of a feed', () => {
  it('is yes for a public feed of a public instance', () => {
    expect(whyNotPushed(subject, targets)).toBeUndefined();
  });

  it.each<[Partial<PushSubject>, Partial<PushTargets>, Silence]>([
    [{ kind: 'private' }, {}, 'private'],
    [{ kind: 'personal' }, {}, 'private'],
    [{ isGone: true }, {}, 'gone'],
    [{ hasMoved: true }, {}, 'moved'],
    [{ isSwitchedOn: false }, {}, 'switched-off'],
    [{}, { hubs: [], podpingUrl: undefined }, 'no-targets'],
    [{}, { isPublicOrigin: false }, 'not-public'],
    [{ url: undefined }, {}, 'no-bytes'],
  ])('is no for %j on %j: %s', (changed, set, silence) => {
    expect(whyNotPushed({ ...subject, ...changed }, { ...targets, ...set })).toBe(silence);
  });

  it('never depends on anything else for a secret address (feed:V04)', () => {
    for (const isSwitchedOn of [true, false]) {
      for (const isPublicOrigin of [true, false]) {
        const silence = whyNotPushed({ ...subject, kind: 'private', isSwitchedOn }, { ...targets, isPublicOrigin });
        expect(silence).toBe('private');
      }
    }
  });
});

describe('whom a change is told', () => {
  it('is every hub, and the podping server for a podcast of its own', () => {
    expect(targetsOf(subject, targets)).toEqual([
      { target: 'websub', address: 'https://hub.example/' },
      { target: 'podping', address: 'https://ping.example/' },
    ]);
  });

  it.each(['season', 'series', 'track', 'person', 'tag'])(
    'is hubs alone for a %s, which repeats other feeds',
    (kind) => {
      expect(targetsOf({ kind }, targets).map(({ target }) => target)).toEqual(['websub']);
    },
  );
});
