import { type Actor, roles } from '#libs/kernel';
import { makers, producers, requireRole } from '../show/show.policy.js';

const what = 'This episode';

/** All of these throw NotFound for anybody outside the show (`abuse:A25`), and Forbidden for too weak a role or token. */
export function requireSeeEpisode(actor: Actor, showId: string): void {
  requireRole(actor, showId, roles, 'read', what);
}

/** Draft, texts, chapters, people, cover, recording. */
export function requireEditEpisode(actor: Actor, showId: string): void {
  requireRole(actor, showId, makers, 'write', what);
}

/** Everything listeners notice: publish, schedule, update, unpublish. */
export function requirePublishEpisode(actor: Actor, showId: string): void {
  requireRole(actor, showId, producers, 'publish', what);
}

/** Into the bin and out of it. What was published is a producer's to delete, a mere draft an editor's too. */
export function requireDeleteEpisode(actor: Actor, showId: string, wasPublished: boolean): void {
  requireRole(actor, showId, wasPublished ? producers : makers, wasPublished ? 'publish' : 'write', what);
}
