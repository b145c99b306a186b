import { useEffect, useRef } from 'react';
import { isSwitchedOff } from '../../../../parts/single-keys';

/** What a key does on this screen: its name with `shift+` or `mod+` before it. */
export type KeyMap = Record<string, (() => void) | undefined>;

/** Keys of a screen, where nobody is typing. Space on a focused button stays the button's. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || isElsewhere(event.target) || isSwitchedOff(event)) return;
      const run = latest.current[toName(event)];
      if (!run || (event.key === ' ' && isButtonByKey(event.target))) return;
      event.preventDefault();
      run();
    };
    const release = (event: KeyboardEvent) => {
      if (event.key === ' ' && !isElsewhere(event.target) && !isButtonByKey(event.target)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    document.addEventListener('keyup', release);
    document.addEventListener('click', leaveButton);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keyup', release);
      document.removeEventListener('click', leaveButton);
    };
  }, []);
}

export function toName(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isNamed = key.length > 1 || /[a-z]/.test(key);
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.shiftKey && isNamed ? 'shift+' : ''}${key}`;
}

function isElsewhere(target: EventTarget | null): boolean {
  const own =
    'input, textarea, select, summary, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=slider], [role=combobox]';
  return Boolean((target as HTMLElement | null)?.closest?.(own));
}

/** After a click with the mouse, keys belong to the screen again: Space plays rather than pressing that button once more. */
function leaveButton(event: MouseEvent): void {
  if (event.detail > 0 && !isElsewhere(event.target)) (event.target as Element).closest('button')?.blur();
}

/** Reached by Tab rather than by the mouse. */
function isButtonByKey(target: EventTarget | null): boolean {
  return Boolean((target as HTMLElement | null)?.closest?.('button:focus-visible, a:focus-visible'));
}
