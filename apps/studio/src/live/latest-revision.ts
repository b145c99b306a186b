import type { Recording, Revision } from '../api/types';

/** The newest revision, whatever the order in which they came. */
export function latestRevision(view: Recording | undefined): Revision | undefined {
  return view?.revisions.reduce<Revision | undefined>((top, r) => (!top || r.number > top.number ? r : top), undefined);
}
