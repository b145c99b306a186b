import type { Scope } from '../../api/types';

/** The catalogue's word for each scope of a key. */
export const scopeWords = {
  read: 'studio.scope.read',
  write: 'studio.scope.write',
  publish: 'studio.scope.publish',
  admin: 'studio.scope.admin',
} as const satisfies Record<Scope, string>;
