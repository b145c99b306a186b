import { pinkNoise } from './noises.js';
import { type Scene, secondsOf, type Talk } from './scene.js';
import { gained, highpass, inRoom, lowpass, mix, type Signal } from './signal.js';

/** Narrow, boxy, low: the microphone of a computer instead of the one on the table. */
export const throughLaptop = (sound: Signal): Signal =>
  gained(inRoom(lowpass(lowpass(highpass(sound, 280), 3300), 3300), 0.4, -3), -12);

/** Far from the only microphone of a hall. */
export const fromTheHall = (sound: Signal): Signal => gained(inRoom(lowpass(sound, 5000), 1.2, 4), -14);

export const throughTelephone = (sound: Signal): Signal =>
  lowpass(lowpass(highpass(highpass(sound, 300), 300), 3400), 3400);

export const noisy = (sound: Signal, db: number, seed = 1): Signal => mix(sound, pinkNoise(secondsOf(sound), db, seed));

/** One channel over pink noise of `db` dBFS. */
export const mono = (talk: Talk, db: number): Scene => ({ channels: [noisy(talk.sound, db)], labels: talk.labels });

/** Two sides with the same voices and each its own noise, as a mixing desk gives them. */
export const wide = (talk: Talk, db: number): Scene => ({
  channels: [noisy(talk.sound, db, 1), noisy(talk.sound, db, 2)],
  labels: talk.labels,
});
