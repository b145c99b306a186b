import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { isSwitchedOff } from '../../../parts/single-keys';

const acts: Record<string, string> = { l: 'copy', r: 'remind' };

/** `A` adds people; `L` copies the link and `R` sends a reminder: only of the guest whose card has the focus. */
export function useGuestKeys(workspace: string): void {
  const navigate = useNavigate();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target) || isSwitchedOff(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'a') return void navigate(workspace);
    const act = acts[key];
    const card = document.activeElement?.closest('[data-guest]');
    if (act) card?.querySelector<HTMLButtonElement>(`[data-act="${act}"]`)?.click();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isElsewhere(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(
    element?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'),
  );
}
