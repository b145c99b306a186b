import type { Analysis } from '../analyse/analysis.js';
import { analysisOfSound, clip, gained, join, mix, room, type Samples, silence, tone, voice } from '../test-sound.js';
import type { FindingKind } from './finding.js';
import { toFindings } from './findings.plan.js';

/** A room's noise far below, as every recording has it. */
const inRoom = (samples: Samples, seed?: number) => mix(samples, room(samples.length / 48000, -70, seed));
const host = voice({ seconds: 20 });
const guest = voice({ seconds: 15, hertz: 210, seed: 5 });
const kinds = (analysis: Analysis) => toFindings(analysis).map(({ kind }) => kind);
const only = (analysis: Analysis, kind: FindingKind) => toFindings(analysis).filter((each) => each.kind === kind);
const mono = (samples: Samples) => analysisOfSound([inRoom(samples)]);

describe('nothing is found in a clean recording', () => {
  it.each([80, 100, 120, 150, 200, 260])('of a voice at %i Hz', (hertz) => {
    expect(kinds(mono(voice({ seconds: 15, hertz, seed: hertz })))).toEqual([]);
  });

  it('of two voices, at both rates, in stereo', () => {
    const talk = join(host, guest);
    for (const at of [44100, 48000] as const) {
      expect(kinds(analysisOfSound([inRoom(talk, 1), inRoom(gained(talk, -4), 2)], { at }))).toEqual([]);
    }
  });

  it('of applause, of noise, of a bass string beside the mains’ tones', () => {
    const string = join(...Array.from({ length: 12 }, () => join(tone(0.9, 49, -20), silence(0.6))));
    expect(kinds(mono(room(15, -20)))).toEqual([]);
    expect(only(mono(string), 'hum')).toEqual([]);
  });

  it('of a short file', () => {
    expect(kinds(mono(voice({ seconds: 3 })))).toEqual([]);
    expect(kinds(mono(voice({ seconds: 0.7 })))).toEqual([]);
  });
});

describe('another microphone', () => {
  it('is found with its times, also when the others speak in between', () => {
    const far = (seed: number) => voice({ seconds: 12, hasHiss: false, seed });
    const talk = mono(join(host, far(2), guest, far(3), host));
    const [found, ...others] = only(talk, 'muffled');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ weight: 'problem', measure: { extent: 'part' } });
    expect(Math.abs(found!.startMs - 20_000)).toBeLessThan(3000);
    expect(Math.abs(found!.endMs - 59_000)).toBeLessThan(3000);
  });

  it('is found below its own noise', () => {
    const far = mix(voice({ seconds: 15, hasHiss: false, db: -35 }), room(15, -65));
    const [found] = only(mono(join(host, far, host)), 'muffled');
    expect(Math.abs(found!.startMs - 20_000)).toBeLessThan(3000);
    expect(Math.abs(found!.endMs - 35_000)).toBeLessThan(3000);
  });

  it('is told of the whole when there is no other', () => {
    const [found] = only(mono(voice({ seconds: 20, hasHiss: false })), 'muffled');
    expect(found).toMatchObject({ startMs: 0, endMs: 20_000, measure: { extent: 'all' } });
  });
});

describe('a quiet voice', () => {
  it.each([8, 12, 18])('is found %i dB down', (db) => {
    const [found] = only(mono(join(host, gained(guest, -db), host)), 'quiet-voice');
    expect(Math.abs(Number(found!.measure['db']) - db)).toBeLessThanOrEqual(2);
    expect(Math.abs(found!.startMs - 20_000)).toBeLessThan(1500);
    expect(Math.abs(found!.endMs - 35_000)).toBeLessThan(1500);
  });

  it('is none 3 dB down', () => {
    expect(kinds(mono(join(host, gained(guest, -3), host)))).toEqual([]);
  });
});

describe('clipping', () => {
  const shouted = clip(gained(voice({ seconds: 2 }), 24), 1);
  it('is found at its place, also when somebody turned it down', () => {
    for (const db of [0, -6]) {
      const [found, ...others] = only(analysisOfSound([gained(join(host, shouted, host), db)]), 'clipped');
      expect(others).toEqual([]);
      expect(found!.startMs).toBeGreaterThanOrEqual(20_000);
      expect(found!.endMs).toBeLessThanOrEqual(22_000);
      expect(Number(found!.measure['samples'])).toBeGreaterThan(100);
    }
  });

  it('is neither a peak that touches full scale nor the flat top of a low tone', () => {
    for (const hertz of [40, 50, 100, 997])
      expect(only(analysisOfSound([tone(4, hertz, -3.02)]), 'clipped')).toEqual([]);
    for (const hertz of [40, 50]) expect(only(analysisOfSound([tone(4, hertz, -12)]), 'clipped')).toEqual([]);
  });

  it('stays a short list when it is everywhere', () => {
    const bursts = Array.from({ length: 60 }, (_, i) =>
      join(silence(2), i % 7 === 0 ? silence(9) : silence(0), shouted),
    );
    const found = only(analysisOfSound([join(...bursts)]), 'clipped');
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.reduce((sum, { measure }) => sum + Number(measure['times']), 0)).toBeGreaterThan(20);
  });
});

describe('silence', () => {
  it('is found at the start, between and at the end', () => {
    const found = only(analysisOfSound([join(silence(7), host, silence(70), guest, silence(200))]), 'long-silence');
    const told = found.map(({ measure: { where, amount, unit } }) => [where, amount, unit]);
    expect(told).toEqual([
      ['between', 70, 's'],
      ['end', 3, 'min'],
      ['start', 7, 's'],
    ]);
    expect(found[1]!.endMs).toBe(312_000);
  });

  it('may hold a click', () => {
    const click = join(silence(20), tone(0.05, 900, -20), silence(20));
    expect(only(analysisOfSound([join(host, click, guest)]), 'long-silence')).toHaveLength(1);
  });

  it('is none while somebody thinks', () => {
    expect(kinds(mono(join(host, silence(6), guest)))).toEqual([]);
  });
});

describe('two channels', () => {
  const talk = inRoom(join(host, guest));
  it.each([
    ['an empty side', [talk, silence(35)], { kind: 'empty-channel', measure: { side: 'right' } }],
    ['the same twice', [talk, talk], { kind: 'dual-mono', weight: 'note' }],
  ])('are told to be %s', (_what, channels, expected) => {
    expect(toFindings(analysisOfSound(channels))).toEqual([expect.objectContaining(expected)]);
  });

  it('are told to be a voice a side, with what leaks over', () => {
    const left = join(host, gained(guest, -18));
    const right = gained(join(gained(host, -18), guest), -4);
    expect(kinds(analysisOfSound([inRoom(left, 1), inRoom(right, 2)]))).toEqual(['split-stereo']);
  });

  it('are stereo when both voices are in both', () => {
    const left = join(host, gained(guest, -6));
    const right = join(gained(host, -6), guest);
    expect(kinds(analysisOfSound([inRoom(left, 1), inRoom(right, 2)]))).toEqual([]);
  });
});

describe('hum', () => {
  it.each([
    [50, 48000],
    [60, 48000],
    [50, 44100],
    [60, 44100],
  ] as const)('of %i Hz is found at %i Hz', (hertz, at) => {
    // The sound is made for 48 kHz, so at 44.1 kHz it sinks by as much.
    const line = (hertz * 48000) / at;
    const talk = join(host, guest);
    const analysis = analysisOfSound([mix(inRoom(talk), tone(35, line, -46), tone(35, line * 2, -52))], { at });
    expect(only(analysis, 'hum')).toMatchObject([{ measure: { hertz } }]);
    expect(analysis.hum!.levelDbfs).toBeCloseTo(-45, 0);
  });

  it('is no bass voice and no string that goes on under a voice', () => {
    expect(kinds(mono(voice({ seconds: 20, hertz: 100 })))).toEqual([]);
    expect(only(mono(mix(host, tone(20, 98, -45))), 'hum')).toEqual([]);
  });
});

describe('the rest', () => {
  it('finds noise close below a voice, and only there', () => {
    const noisy = mix(guest, room(15, -37));
    const [found] = only(mono(join(host, noisy, host)), 'noise');
    expect(Math.abs(Number(found!.measure['db']) - 13)).toBeLessThanOrEqual(3);
    expect(Math.abs(found!.startMs - 20_000)).toBeLessThan(6000);
  });

  it('finds that the end is missing', () => {
    const [found] = toFindings(analysisOfSound([inRoom(host)], { declaredMs: 200_000 }));
    expect(found).toMatchObject({ kind: 'truncated', measure: { amount: 3, unit: 'min' }, endMs: 20_000 });
  });

  it.each([
    ['silence', silence(20)],
    ['a forgotten microphone', room(20, -75)],
  ])('finds nothing but near silence in %s', (_what, samples) => {
    expect(kinds(analysisOfSound([samples]))).toEqual(['near-silent']);
  });

  it('finds music by its strings that ring into each other', () => {
    const string = (hertz: number) => tone(0.5, hertz, -20).map((value, i) => value * Math.exp(-i / 24_000));
    const music = join(
      ...Array.from({ length: 40 }, (_, n) => mix(string(220 - 9 * (n % 5)), string(277 + 7 * (n % 3)))),
    );
    const found = only(mono(join(music, host)), 'music');
    expect(found).toMatchObject([{ weight: 'note', startMs: 0 }]);
    expect(Math.abs(found[0]!.endMs - 20_000)).toBeLessThan(2500);
  });

  it('says problems first, then notes, each in order, and never more than 20', () => {
    const many = Array.from({ length: 30 }, () => join(voice({ seconds: 4 }), silence(11)));
    const found = toFindings(analysisOfSound([join(...many)]));
    expect(found).toHaveLength(20);
    const ranks = found.map(({ weight, startMs }) => (weight === 'problem' ? 0 : 1e9) + startMs);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});
