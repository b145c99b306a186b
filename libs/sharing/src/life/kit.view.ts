import type { AppearanceView, ClipView, EpisodeView, EventView, GuestLink, QuoteView, ShowView } from '#libs/catalog';
import type { GuestKit } from './guest-kit.entity.js';

/** Everything that one guest's kit is made of, as it is now. */
export interface KitView {
  link: GuestLink;
  kit: Pick<GuestKit, 'lettersOff' | 'remindOn' | 'texts'>;
  personName: string;
  /** What listeners get; before the release what they will get, with the address that it will have. */
  episode: EpisodeView;
  show: ShowView;
  event: EventView | undefined;
  appearance: AppearanceView | undefined;
  isReleased: boolean;
  /** Whether the address answers now: it is released, or announced before that (`ux:K-15`). */
  isReachable: boolean;
  /** Of what is released: when it was; of what is planned: when it will be; null: nobody knows yet. */
  releaseAt: Date | null;
  /** Of this guest, for the kit's texts, the strongest first. */
  quotes: QuoteView[];
  /** In which this guest is heard, for the kit, the strongest first. */
  clips: ClipView[];
  shortCode: string;
}
