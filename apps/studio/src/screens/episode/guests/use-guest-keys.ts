import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';

const acts: Record<string, string> = { l: 'copy', r: 'remind' };

/** `A` adds people, `L` copies the link and `R` reminds: of the guest with the focus, under the pointer, or the only one. */
export function useGuestKeys(workspace: string): void {
  const navigate = useNavigate();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'a') return void navigate(workspace);
    const act = acts[key];
    if (act) findCard()?.querySelector<HTMLButtonElement>(`[data-act="${act}"]`)?.click();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function findCard(): Element | null {
  const all = document.querySelectorAll('[data-guest]');
  const focused = document.activeElement?.closest('[data-guest]');
  return focused ?? document.querySelector('[data-guest]:hover') ?? (all.length === 1 ? all[0]! : null);
}

function isElsewhere(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(
    element?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'),
  );
}
