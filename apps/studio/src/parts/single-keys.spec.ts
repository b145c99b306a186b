import { beforeEach, describe, expect, it } from '@jest/globals';
import { areSingleKeysOn, isSwitchedOff, setSingleKeys } from './single-keys';

const kept = new Map<string, string>();
const localStorage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
};
Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  isSwitchedOff({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys that act by themselves', () => {
  beforeEach(() => kept.clear());

  it('act until they are switched off, and again once they are switched on', () => {
    expect([areSingleKeysOn(), press('r')]).toEqual([true, false]);
    setSingleKeys(false);
    expect([areSingleKeysOn(), press('r')]).toEqual([false, true]);
    setSingleKeys(true);
    expect([areSingleKeysOn(), press('r')]).toEqual([true, false]);
  });

  it('are letters, digits and signs; switched off, all other keys stay', () => {
    setSingleKeys(false);
    expect(['a', 'Z', 'é', '7', '?', '.', '[', '+'].map((key) => press(key))).not.toContain(false);
    expect([' ', 'Enter', 'Escape', 'ArrowDown', 'Home', 'Backspace', 'F1'].map((key) => press(key))).not.toContain(
      true,
    );
    expect([press('z', { ctrlKey: true }), press('k', { metaKey: true }), press('a', { altKey: true })]).not.toContain(
      true,
    );
  });
});
