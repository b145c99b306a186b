import { hum, rustle } from './noises.js';
import { fromTheHall, mono, throughLaptop, wide } from './microphones.js';
import { conversation, conversationWith, later, type Scene, secondsOf, type Talk, through, turn } from './scene.js';
import { inRoom, join, mix, ramped, swayed } from './signal.js';
import { recordedVoices, voices } from './voices.js';

const { anna, bill, cora, dave, elise, guy, hanna, inigo, jadwiga, ken, klatt, old, whisper } = voices;
const { alan, rob, sally } = recordedVoices;

/** Two voices of one level, in good sound. */
export const goodTalk = (): Talk =>
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

/** Conversations whose voices differ, and some whose voices do not. */
export const talkScenes = {
  interview(): Scene {
    const { far, near } = interviewHalves();
    const channels = far.channels.map((channel, side) => join(channel, near.channels[side]!));
    return { channels, labels: [...far.labels, ...later(near.labels, secondsOf(far.channels[0]!))] };
  },

  'two hosts': () =>
    mono(
      conversation(
        turn('loud', dave, [0, 1, 2]),
        turn('quiet', cora, [3, 5, 6], -12),
        turn('loud', dave, [4, 7]),
        turn('quiet', cora, [8, 9, 11], -12),
      ),
      -66,
    ),

  'quick turns': () =>
    mono(
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
    return mono({ ...talk, sound: ramped(talk.sound, 0, -10) }, -70);
  },

  'good master': () => wide(goodTalk(), -72),

  émission: () =>
    mono(
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
    mono(
      conversation(
        turn('whisper', whisper, [0, 1, 2], -18),
        turn('shout', bill, [3, 5, 6], 3),
        turn('whisper', whisper, [8, 9], -18),
        turn('shout', bill, [10, 11], 3),
      ),
      -76,
    ),

  'bathroom and booth': () =>
    mono(
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
    return mono({ ...talk, sound: swayed(talk.sound, 4, 5) }, -66);
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
