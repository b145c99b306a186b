import type { Page } from '#libs/pages';
import { hashes } from '../page/page-server.js';

/**
 * May stand in a frame of any site, and in no search engine. Scripts, pictures and sound come from here alone, also where
 * the frame has no origin of its own.
 */
export function embedHeaders({ styles, scripts }: Page): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'self' ${hashes(scripts)}`.trim(),
      `style-src ${hashes(styles)}`,
      `img-src 'self'`,
      `media-src 'self'`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors *`,
    ].join('; '),
    'x-robots-tag': 'noindex',
  };
}
