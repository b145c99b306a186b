/** What makes a feed the same podcast as a show here. */
export interface Identity {
  /** podcast:guid; empty: none. */
  podcastGuid: string;
  itemGuids: ReadonlySet<string>;
}

/** How much of a show its new feed has. */
export interface MoveCheck {
  isSameGuid: boolean;
  /** Public episodes of the show that the new feed has, by guid. */
  found: number;
  /** Public episodes of the show. */
  total: number;
}

export function toMoveCheck(here: Identity, there: Identity): MoveCheck {
  const found = [...here.itemGuids].filter((guid) => there.itemGuids.has(guid)).length;
  const isSameGuid = here.podcastGuid !== '' && here.podcastGuid.toLowerCase() === there.podcastGuid.toLowerCase();
  return { isSameGuid, found, total: here.itemGuids.size };
}

/** The same podcast: by its own guid, or because it has its episodes. */
export function isSamePodcast({ isSameGuid, found }: MoveCheck): boolean {
  return isSameGuid || found > 0;
}
