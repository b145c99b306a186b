import type { EpisodeView } from '../episode/episode.view.js';
import type { ShowView } from '../show/show.view.js';

/** A person's page: who they are now, and every released appearance as they were then, newest first. */
export interface GuestView {
  id: string;
  slug: string;
  name: string;
  pronouns: string;
  photoKey: string | null;
  links: { label: string; url: string }[];
  texts: { lang: string; biography: string }[];
  /** Current title and organisation, when the person still holds them. */
  now: { title: string; organisation: string; organisationUrl: string } | null;
  appearances: {
    episode: EpisodeView;
    show: Pick<ShowView, 'id' | 'slug' | 'texts' | 'language' | 'coverKey' | 'timeZone'>;
  }[];
}
