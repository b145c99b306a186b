import { applause, clicks, hum, laughter, music, pinkNoise, rustle } from './noises.js';
import {
  conversation,
  conversationWith,
  later,
  played,
  type Scene,
  secondsOf,
  type Talk,
  through,
  turn,
} from './scene.js';
import {
  clipped,
  gained,
  highpass,
  inRoom,
  join,
  lowpass,
  mix,
  ramped,
  type Signal,
  silence,
  swayed,
} from './signal.js';
import { recordedVoices, voices } from './voices.js';

const { anna, bill, cora, dave, elise, guy, hanna, inigo, jadwiga, ken, klatt, old, whisper } = voices;
const { alan, rob, sally } = recordedVoices;

/** Narrow, boxy, low: the microphone of a computer instead of the one on the table. */
const throughLaptop = (sound: Signal): Signal =>
  gained(inRoom(lowpass(lowpass(highpass(sound, 280), 3300), 3300), 0.4, -3), -12);
/** Far from the only microphone of a hall. */
const fromTheHall = (sound: Signal): Signal => gained(inRoom(lowpass(sound, 5000), 1.2, 4), -14);
const throughTelephone = (sound: Signal): Signal => lowpass(lowpass(highpass(highpass(sound, 300), 300), 3400), 3400);

const noisy = (sound: Signal, db: number, seed = 1): Signal => mix(sound, pinkNoise(secondsOf(sound), db, seed));
const noisyScene = (talk: Talk, db: number): Scene => ({
  channels: [noisy(talk.sound, db)],
  labels: talk.labels,
});
/** Two sides with the same voices and each its own noise, as a mixing desk gives them. */
const wide = (talk: Talk, db: number): Scene => ({
  channels: [noisy(talk.sound, db, 1), noisy(talk.sound, db, 2)],
  labels: talk.labels,
});

const goodTalk = (): Talk =>
  conversation(
    turn('anna', anna, [0, 1, 2]),
    turn('bill', bill, [3, 5, 6]),
    turn('anna', anna, [4, 7, 10]),
    turn('bill', bill, [8, 9, 11]),
  );

/** The guest is heard through the wrong microphone first, and through the right one after the middle. */
export function interviewHalves(): { far: Scene; near: Scene } {
  const far = conversation(
    turn('host', anna, [0, 1]),
    through(turn('guest far', bill, [2, 3]), throughLaptop),
    turn('host', anna, [4, 7]),
    through(turn('guest far', bill, [5, 6]), throughLaptop),
  );
  const near = conversation(
    turn('host', anna, [10, 11]),
    turn('guest near', bill, [8, 9]),
    turn('host', anna, [1, 4]),
    turn('guest near', bill, [3, 6]),
  );
  return { far: wide(far, -62), near: wide(near, -62) };
}

/** Every recording of the corpus by name; each is made anew when it is asked for. */
export const scenes = {
  interview(): Scene {
    const { far, near } = interviewHalves();
    const channels = far.channels.map((channel, side) => join(channel, near.channels[side]!));
    return { channels, labels: [...far.labels, ...later(near.labels, secondsOf(far.channels[0]!))] };
  },

  'two hosts': () =>
    noisyScene(
      conversation(
        turn('loud', dave, [0, 1, 2]),
        turn('quiet', cora, [3, 5, 6], -12),
        turn('loud', dave, [4, 7]),
        turn('quiet', cora, [8, 9, 11], -12),
      ),
      -66,
    ),

  'quick turns': () =>
    noisyScene(
      conversationWith(
        0.3,
        turn('host', anna, [4]),
        through(turn('guest', bill, [5]), throughLaptop),
        turn('host', anna, [7]),
        through(turn('guest', bill, [8]), throughLaptop),
        turn('host', anna, [9]),
        through(turn('guest', bill, [10]), throughLaptop),
        turn('host', anna, [11]),
      ),
      -66,
    ),

  'hall talk'(): Scene {
    const talk = conversation(
      through(turn('speaker', old, [0, 1, 2]), (sound) => inRoom(sound, 0.7, -6)),
      through(turn('question', cora, [4, 7]), fromTheHall),
      through(turn('speaker', old, [5, 6]), (sound) => inRoom(sound, 0.7, -6)),
      through(turn('question', bill, [8, 10]), fromTheHall),
      through(turn('speaker', old, [3, 9, 11]), (sound) => inRoom(sound, 0.7, -6)),
    );
    const seconds = secondsOf(talk.sound);
    return wide({ ...talk, sound: mix(talk.sound, hum(seconds, 50, -52), rustle(seconds, -62)) }, -62);
  },

  drift(): Scene {
    const talk = conversation(
      turn('begin', klatt, [0, 1, 2]),
      turn('middle', klatt, [3, 5, 6]),
      turn('middle', klatt, [8, 9]),
      turn('end', klatt, [10, 11, 2]),
    );
    return noisyScene({ ...talk, sound: ramped(talk.sound, 0, -10) }, -70);
  },

  'split stereo'(): Scene {
    const left = [turn('left', anna, [0, 1, 2]), turn('left', anna, [4, 7, 10])] as const;
    const right = [turn('right', bill, [3, 5, 6], -8), turn('right', bill, [8, 9, 11], -8)] as const;
    const order = [left[0], right[0], left[1], right[1]];
    const only = (side: readonly { name: string; sound: Signal }[]) =>
      conversation(...order.map((each) => (side.includes(each) ? each : played('', silence(secondsOf(each.sound))))));
    return {
      channels: [noisy(only(left).sound, -70, 1), noisy(only(right).sound, -70, 2)],
      labels: conversation(...order).labels,
    };
  },

  'dual mono'(): Scene {
    const { channels, labels } = noisyScene(goodTalk(), -66);
    return { channels: [channels[0]!, channels[0]!], labels };
  },

  'empty right'(): Scene {
    const { channels, labels } = noisyScene(goodTalk(), -66);
    return { channels: [channels[0]!, silence(secondsOf(channels[0]!))], labels };
  },

  'good master': () => wide(goodTalk(), -72),

  'music and speech': () =>
    wide(
      conversation(
        played('music', music(10, -22)),
        turn('anna', anna, [0, 1, 2]),
        turn('bill', bill, [3, 5, 6]),
        turn('anna', anna, [4, 7]),
        played('music', music(8, -22)),
      ),
      -72,
    ),

  'only music': (): Scene => ({ channels: [music(25, -20), gained(music(25, -20), -2)], labels: [] }),

  'applause and laughter': () =>
    wide(
      conversation(
        turn('speaker', dave, [0, 1, 2]),
        played('applause', applause(4, -27)),
        turn('speaker', dave, [3, 5]),
        played('laughter', laughter(2, -28)),
        turn('guest', anna, [8, 9, 10], -9),
        played('applause', applause(5, -24, 9)),
      ),
      -66,
    ),

  telephone(): Scene {
    const talk = conversation(
      turn('host', anna, [0, 1, 2]),
      turn('caller', bill, [3, 5, 6]),
      turn('host', anna, [4, 7]),
    );
    return noisyScene({ ...talk, sound: gained(throughTelephone(talk.sound), -8) }, -62);
  },

  clipped(): Scene {
    const talk = conversation(turn('host', dave, [0, 1, 2]), turn('guest', cora, [3, 5, 6]));
    const hot = clipped(gained(talk.sound, 24));
    return { channels: [hot, gained(hot, 0)], labels: talk.labels };
  },

  peaky(): Scene {
    const { channels, labels } = wide(goodTalk(), -66);
    const added = clicks(secondsOf(channels[0]!), 6, -2);
    return { channels: channels.map((each) => mix(gained(each, -4), added)), labels };
  },

  'near silence': (): Scene => ({ channels: [pinkNoise(20, -78, 1), pinkNoise(20, -78, 2)], labels: [] }),

  'digital silence': (): Scene => ({ channels: [silence(15), silence(15)], labels: [] }),

  'silence at the end'(): Scene {
    const talk = conversation(turn('anna', anna, [0, 1, 2]), turn('bill', bill, [3, 5, 6]));
    return { channels: [join(noisy(talk.sound, -66), silence(45))], labels: talk.labels };
  },

  'hum 50': () => withHum(50),
  'hum 60': () => withHum(60),

  'over full scale': (): Scene => {
    const { channels, labels } = wide(goodTalk(), -66);
    return { channels: channels.map((each) => gained(each, 16)), labels };
  },

  surround(): Scene {
    const talk = goodTalk();
    const room = inRoom(gained(talk.sound, -14), 0.6, 6);
    const none = silence(secondsOf(talk.sound));
    return {
      channels: [room, gained(room, -1), noisy(talk.sound, -66), none, gained(room, -3), gained(room, -4)],
      labels: talk.labels,
    };
  },

  émission: () =>
    noisyScene(
      conversation(
        turn('elise', elise, [0, 1, 2]),
        turn('guy', guy, [3, 5], -13),
        turn('elise', elise, [4, 6]),
        turn('guy', guy, [7, 2], -13),
      ),
      -66,
    ),

  'four languages': () =>
    wide(
      conversation(
        turn('hanna', hanna, [0, 1, 2]),
        turn('inigo', inigo, [0, 1, 2], -6),
        turn('jadwiga', jadwiga, [0, 1, 2], -11),
        turn('ken', ken, [0, 1, 2], 2),
      ),
      -66,
    ),

  'whisper and shout': () =>
    noisyScene(
      conversation(
        turn('whisper', whisper, [0, 1, 2], -18),
        turn('shout', bill, [3, 5, 6], 3),
        turn('whisper', whisper, [8, 9], -18),
        turn('shout', bill, [10, 11], 3),
      ),
      -76,
    ),

  'bathroom and booth': () =>
    noisyScene(
      conversation(
        through(turn('bathroom', cora, [0, 1, 2], -8), (sound) => inRoom(sound, 1.5, 2)),
        turn('booth', klatt, [3, 5, 6]),
        through(turn('bathroom', cora, [8, 9], -8), (sound) => inRoom(sound, 1.5, 2)),
        turn('booth', klatt, [10, 11]),
      ),
      -66,
    ),

  'noisy café': () =>
    wide(
      conversation(
        turn('near', anna, [0, 1, 2]),
        turn('far', bill, [3, 5, 6], -10),
        turn('near', anna, [4, 7]),
        turn('far', bill, [8, 9], -10),
      ),
      -48,
    ),

  'lively voices'(): Scene {
    const talk = conversation(
      turn('anna', anna, [0, 1, 2]),
      turn('old', old, [3, 5, 6], -9),
      turn('anna', anna, [4, 7, 10]),
      turn('old', old, [8, 9], -9),
    );
    return noisyScene({ ...talk, sound: swayed(talk.sound, 4, 5) }, -66);
  },

  'recorded voices': () =>
    wide(
      conversation(
        turn('alan', alan, [0, 1]),
        turn('sally', sally, [2, 3], -12),
        turn('rob', rob, [5, 6], 3),
        turn('sally', sally, [8, 9], -12),
        turn('alan', alan, [10, 11]),
      ),
      -66,
    ),

  'recorded good master': () =>
    wide(
      conversation(turn('alan', alan, [0, 1, 2]), turn('sally', sally, [3, 5, 6]), turn('rob', rob, [4, 7, 10])),
      -72,
    ),
} satisfies Record<string, () => Scene>;

export type SceneName = keyof typeof scenes;

function withHum(hz: 50 | 60): Scene {
  const talk = goodTalk();
  return noisyScene({ ...talk, sound: mix(talk.sound, hum(secondsOf(talk.sound), hz, -44)) }, -70);
}
