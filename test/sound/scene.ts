import { gained, join, rate, type Signal, silence } from './signal.js';
import { say, type Voice } from './voices.js';

/** A labelled stretch: who is heard, or `pause` between two who speak. */
export interface Label {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A made recording: its channels at 48 kHz, and who is heard when. */
export interface Scene {
  readonly channels: readonly Signal[];
  readonly labels: readonly Label[];
}

/** Somebody's turn in a conversation, before it is put on the timeline. */
export interface Turn {
  readonly name: string;
  readonly sound: Signal;
}

/** A conversation before it has met its noise. */
export interface Talk {
  readonly sound: Signal;
  readonly labels: readonly Label[];
}

const pauseSeconds = 1.2;

/** Three sentences of one voice, `db` above or below its usual level. */
export function turn(name: string, voice: Voice, lines: readonly number[], db = 0): Turn {
  const parts = lines.flatMap((line) => [silence(0.35), say(voice, line)]);
  return { name, sound: gained(join(...parts.slice(1)), db) };
}

export function played(name: string, sound: Signal): Turn {
  return { name, sound };
}

/** The same turn through a microphone, a room, a line. */
export function through(heard: Turn, effect: (sound: Signal) => Signal): Turn {
  return { ...heard, sound: effect(heard.sound) };
}

/** Turns one after the other with a pause after each; a pause's label leaves out the ends, where sounds die away. */
export function conversation(...turns: readonly Turn[]): Talk {
  return conversationWith(pauseSeconds, ...turns);
}

/** The same with other pauses; short ones are not labelled. */
export function conversationWith(pause: number, ...turns: readonly Turn[]): Talk {
  const labels: Label[] = [];
  const parts: Signal[] = [];
  let at = 0;
  for (const { name, sound } of turns) {
    const end = at + sound.length / rate;
    labels.push(label(name, at, end));
    if (pause > 0.8) labels.push(label('pause', end + 0.35, end + pause - 0.1));
    parts.push(sound, silence(pause));
    at = end + pause;
  }
  return { sound: join(...parts), labels };
}

/** What follows, moved behind `seconds`. */
export function later(labels: readonly Label[], seconds: number): Label[] {
  return labels.map(({ name, startMs, endMs }) => ({
    name,
    startMs: startMs + seconds * 1000,
    endMs: endMs + seconds * 1000,
  }));
}

export const secondsOf = (sound: Signal): number => sound.length / rate;

function label(name: string, start: number, end: number): Label {
  return { name, startMs: start * 1000, endMs: end * 1000 };
}
