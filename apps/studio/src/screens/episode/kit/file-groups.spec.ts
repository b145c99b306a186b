import { describe, expect, it } from '@jest/globals';
import type { KitPiece } from '../../../api/kit.calls';
import { groupFiles } from './file-groups';

const piece = (kind: string, shape: string, lang: string) => ({ kind, shape, lang }) as KitPiece;

describe('the files of a kit in the studio', () => {
  const pieces = [
    piece('qr', 'svg', ''),
    piece('clip-vtt', '', 'fr'),
    piece('clip', 'story', 'fr'),
    piece('clip', 'wide', 'fr'),
    piece('card', 'square', 'fr'),
    piece('card', 'wide', 'fr'),
    piece('card', 'wide', 'en'),
    piece('sound', 'after', ''),
    piece('slide', 'far-pdf', 'fr'),
    piece('slide', 'near-pdf', 'fr'),
    piece('something-new', '', ''),
  ];

  it('are folded by kind, in the asked language, the widest first', () => {
    const said = groupFiles(pieces, 'fr').map((group) => [
      group.kind,
      group.pieces.map(({ kind, shape }) => `${kind} ${shape}`.trim()),
    ]);
    expect(said).toEqual([
      ['cards', ['card wide', 'card square']],
      ['clips', ['clip wide', 'clip story', 'clip-vtt']],
      ['slides', ['slide near-pdf', 'slide far-pdf']],
      ['more', ['qr svg', 'something-new']],
    ]);
  });

  it('leave out a kind without a file', () => {
    expect(groupFiles([], 'en')).toEqual([]);
    expect(groupFiles(pieces, 'en').map(({ kind }) => kind)).toEqual(['cards', 'more']);
  });
});
