/// <reference lib="dom" />

/** `Ctrl`/`⌘` + `K` leads to the search; on its page, and where a page has a field for it, into the field (`ux` 3.8). */
export function workSearchKeys(): void {
  const field = document.querySelector<HTMLInputElement>('[data-question]');
  if (field?.value === '') field.focus({ preventScroll: true });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    const way = field ?? document.querySelector<HTMLInputElement>('[data-search]');
    if (!way) return;
    event.preventDefault();
    // A link to the search, or a field.
    if (!way.select) return way.click();
    way.focus();
    way.select();
  });
}
