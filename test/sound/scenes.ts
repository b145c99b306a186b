import { mishapScenes } from './mishap-scenes.js';
import { talkScenes } from './talk-scenes.js';

/** Every recording of the corpus by name; each is made anew when it is asked for. */
export const scenes = { ...talkScenes, ...mishapScenes };

export type SceneName = keyof typeof scenes;
