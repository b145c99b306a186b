import { describe, expect, it } from '@jest/globals';
import { toName } from './use-keys';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  toName({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

describe('the name of a key', () => {
  it('is the same with capitals on, and on keyboards where a sign needs Shift', () => {
    expect([press('x'), press('+', { shiftKey: true }), press(' ')]).toEqual(['x', '+', ' ']);
    expect(press('ArrowLeft', { shiftKey: true })).toBe('shift+ArrowLeft');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(press('z', { ctrlKey: true })).toBe('mod+z');
  });
});
