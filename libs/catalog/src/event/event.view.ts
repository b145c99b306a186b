/** A conference edition as its readers see it. Dates are local, `YYYY-MM-DD`, in `timeZone`. */
export interface EventView {
  id: string;
  slug: string;
  showId: string;
  showSlug: string;
  showLanguage: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  place: string;
  podcastGuid: string | null;
  texts: { lang: string; name: string; description: string }[];
}
