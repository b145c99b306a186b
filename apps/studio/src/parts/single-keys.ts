import { useSyncExternalStore } from 'react';

const name = 'estrade.single-keys';
const listeners = new Set<() => void>();

/** Whether letters and signs do something by themselves (WCAG 2.1.4): kept on this device, on until switched off. */
export const areSingleKeysOn = () => localStorage.getItem(name) !== 'off';

export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(name, isOn ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

/** The same for what is drawn otherwise when it changes. */
export const useSingleKeys = () => useSyncExternalStore(subscribe, areSingleKeysOn);

/** Whether this key is one that was switched off: a letter, digit or sign without Ctrl, ⌘ or Alt. Space and arrows stay. */
export function isSwitchedOff(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  return event.key.length === 1 && event.key !== ' ' && !isHeld && !areSingleKeysOn();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
