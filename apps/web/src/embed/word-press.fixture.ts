import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A blog that embeds as WordPress 6 does with a provider that it does not know, in the order of its own code. */
export interface Blog {
  origin: string;
  /** A post with this address on a line of its own; undefined where WordPress would leave the plain link. */
  post(pasted: string, query?: Record<string, string>): Promise<{ url: string; iframe: string } | undefined>;
  close(): Promise<void>;
}

const kept = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'];

export async function aBlog(): Promise<Blog> {
  const posts = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(posts.get(request.url!) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async post(pasted, query = {}) {
      const answer = await discover(pasted, { maxwidth: '645', maxheight: '1000', dnt: '1', ...query });
      const iframe = answer && filterResult(answer);
      if (!iframe) return undefined;
      const path = `/post-${posts.size}`;
      posts.set(path, postPage(iframe));
      return { url: origin + path, iframe };
    },
    close: () => end(server),
  };
}

/** `WP_oEmbed::discover`: the first oEmbed link of the head, within the first 150 KB; then the question. */
async function discover(
  url: string,
  query: Record<string, string>,
): Promise<{ type: string; html: string } | undefined> {
  const html = (await (await fetch(url)).text()).slice(0, 153_600);
  const head = html.slice(0, html.indexOf('</head>'));
  const links = [...head.matchAll(/<link([^<>]+)\/?>/gi)].map(([, attributes]) => attributes!);
  const found = links.find((link) => /type="application\/json\+oembed"/.test(link));
  const href = /href="([^"]+)"/.exec(found ?? '')?.[1]?.replace(/&amp;/g, '&');
  if (!href) return undefined;
  const asked = new URL(href);
  for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value);
  const answer = await fetch(asked);
  return answer.ok ? ((await answer.json()) as { type: string; html: string }) : undefined;
}

/** `wp_filter_oembed_result`: eight attributes stay, a secret comes behind the hash, scripts alone are allowed. */
function filterResult({ type, html }: { type: string; html: string }): string | undefined {
  if (type !== 'rich' && type !== 'video') return undefined;
  const [, attributes] = /<iframe([^>]*)><\/iframe>/.exec(html) ?? [];
  if (attributes === undefined || /<blockquote/i.test(html)) return undefined;
  const allowed = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].filter(([, name]) =>
    kept.includes(name!.toLowerCase()),
  );
  const secret = 'a1B2c3D4e5';
  const written = allowed.map(([, name, value]) =>
    name === 'src' ? `src="${value}#?secret=${secret}" data-secret="${secret}"` : `${name}="${value}"`,
  );
  return `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" ${written.join(' ')}></iframe>`;
}

/** `wp-embed.js`, as the page of a post runs it. */
const receiver = `
window.told = [];
addEventListener('message', (e) => {
  const data = e.data;
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const source of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (e.source !== source.contentWindow) continue;
    told.push([data.message, data.value]);
    if (data.message === 'height') {
      let height = parseInt(data.value, 10);
      if (height > 1000) height = 1000; else if (~~height < 200) height = 200;
      source.height = height;
    }
    if (data.message === 'link') {
      const a = new URL(source.getAttribute('src')), b = new URL(data.value);
      if (/^https?:$/.test(b.protocol) && a.host === b.host && document.activeElement === source) top.location.href = data.value;
    }
  }
});
addEventListener('load', () => {
  for (const source of document.querySelectorAll('iframe.wp-embedded-content'))
    source.contentWindow.postMessage({ message: 'ready', secret: source.dataset.secret }, '*');
});`;

function postPage(iframe: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Blogue</title>
<body style="max-width:645px;margin:2rem auto;font:1rem Georgia"><p>Je parle ici de mon métier.</p><figure style="margin:0">${iframe}</figure>
<p>Bonne écoute.</p><script>${receiver}</script></body></html>`;
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
