/** The secret of a one-time link: behind `#`, where no server or referrer sees it; `?token=` is understood too. */
export function linkToken(): string {
  const fromHash = new URLSearchParams(location.hash.slice(1)).get('token');
  return fromHash ?? new URLSearchParams(location.search).get('token') ?? '';
}
