import { isPublicHost } from '#libs/catalog';
import type { Config } from '#libs/config';
import type { PushTargets } from './push.policy.js';

/** Whom this instance tells of changes, by its settings. */
export function toPushTargets({
  websubHubs,
  podping,
  publicUrl,
}: Pick<Config, 'websubHubs' | 'podping' | 'publicUrl'>): PushTargets {
  return {
    hubs: websubHubs,
    podpingUrl: podping?.url,
    isPublicOrigin: isPublicHost(new URL(publicUrl).hostname),
  };
}
