import type { Region } from '#libs/kernel';
import { t } from '#libs/messages';
import { consentUses } from '../guest-link/guest-link.entity.js';

/** The words beside the switches, one line a use, as a receipt keeps them. */
export function consentWords(region: Region): string {
  return consentUses.map((use) => `${t(region, `guest.use.${use}`)}: ${t(region, `guest.use.${use}.text`)}`).join('\n');
}
