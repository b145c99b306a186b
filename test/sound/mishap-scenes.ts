import { applause, clicks, hum, laughter, music, pinkNoise } from './noises.js';
import { mono, noisy, throughTelephone, wide } from './microphones.js';
import { conversation, played, type Scene, secondsOf, turn } from './scene.js';
import { clipped, gained, inRoom, join, mix, type Signal, silence } from './signal.js';
import { goodTalk } from './talk-scenes.js';
import { voices } from './voices.js';

const { anna, bill, cora, dave } = voices;

/** What recorders, cables, halls and music do to a conversation. */
export const mishapScenes = {
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
    const { channels, labels } = mono(goodTalk(), -66);
    return { channels: [channels[0]!, channels[0]!], labels };
  },

  'empty right'(): Scene {
    const { channels, labels } = mono(goodTalk(), -66);
    return { channels: [channels[0]!, silence(secondsOf(channels[0]!))], labels };
  },

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
    return mono({ ...talk, sound: gained(throughTelephone(talk.sound), -8) }, -62);
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
} satisfies Record<string, () => Scene>;

function withHum(hz: 50 | 60): Scene {
  const talk = goodTalk();
  return mono({ ...talk, sound: mix(talk.sound, hum(secondsOf(talk.sound), hz, -44)) }, -70);
}
