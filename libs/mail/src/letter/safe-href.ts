/** The address when a reader may be led there from a mail: `http:` or `https:`, no user name; else undefined. */
export function safeHref(href: string | undefined): string | undefined {
  const url = href && URL.canParse(href) ? new URL(href) : undefined;
  const isWeb = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isWeb ? href : undefined;
}
