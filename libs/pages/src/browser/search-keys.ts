/// <reference lib="dom" />

/** `Ctrl`/`⌘` + `K` leads to the search; on its page, and where a page has a field of its own, into the field (`ux` 3.8). */
export function workSearchKeys(): void {
  const field = document.querySelector<HTMLInputElement>('[data-question]');
  if (field?.value === '') field.focus({ preventScroll: true });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    const link = document.querySelector<HTMLAnchorElement>('[data-search]');
    if (!field && !link) return;
    event.preventDefault();
    if (!field) return link!.click();
    field.focus();
    field.select();
  });
}
