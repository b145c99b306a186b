import type { Network } from '#libs/kernel';
import type { Region } from '#libs/messages';

export const tones = ['sober', 'direct', 'question'] as const;
export type Tone = (typeof tones)[number];
export const lengths = ['short', 'medium', 'long'] as const;
export type TextLength = (typeof lengths)[number];

/** Which of the texts that are made: three tones by three lengths (`ux` 2.6). */
export interface KitTextChoice {
  tone: Tone;
  length: TextLength;
}

/** Where and when a text is for. */
export interface KitTextUse extends KitTextChoice {
  network: Network;
  /** With the date of the release; without one a text does not grow old. */
  isDated: boolean;
}

/** Everything that a guest's text may say, in the language of the text; what there is not is empty. */
export interface KitTextFacts {
  region: Region;
  /** What the guest said, strongest first, approved in this language. */
  quotes: { text: string; isTranslation: boolean; spoken: string }[];
  takeaways: string[];
  /** What the episode is about: its title without the guest's own name. */
  topic: string;
  /** The episode's title as it stands on its page. */
  title: string;
  show: string;
  /** The others who speak for the show; never the guest. */
  hosts: string[];
  role: 'guest' | 'host' | 'speaker' | 'panellist' | 'moderator';
  /** A conference, in the place of the show. */
  event: string;
  /** Two letters: the recording's language. */
  spoken: string;
  durationMs: number;
  /** The address that is passed on. */
  link: string;
  /** The same at the moment where it gets good; empty: there is none, or nothing can be heard yet. */
  startLink: string;
  startMs: number;
  disclaimer: string;
  /** `12 mai 2026`; empty: nobody knows yet. */
  date: string;
  isReleased: boolean;
  /** Words for hashtags, in the language of the text. */
  tags: string[];
}
