import { makeProgress } from './progress.js';

const outOf = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, out: { isTTY, columns: 60, write: (text: string) => written.push(text) } };
};

describe('the progress', () => {
  it('redraws one line on a terminal, only when something has moved, and takes it away', () => {
    const { written, out } = outOf(true);
    const progress = makeProgress(out, 'en-CA', false);
    progress.show('render', 0);
    progress.show('render', 0.501);
    progress.show('render', 0.502);
    progress.clear();
    progress.clear();
    expect(written).toEqual([
      '\r\x1b[2K░░░░░░░░░░░░░░░░░░░░░░░░   0 % Repairing and encoding',
      '\r\x1b[2K████████████░░░░░░░░░░░░  50 % Repairing and encoding',
      '\r\x1b[2K',
    ]);
  });

  it('is one line a step elsewhere, and nothing when quiet', () => {
    const { written, out } = outOf(false);
    const progress = makeProgress(out, 'fr-CA', false);
    for (const done of [0, 0.5, 1]) progress.show('analyse', done);
    progress.show('plan', 0);
    makeProgress(out, 'fr-CA', true).show('render', 0.3);
    expect(written).toEqual(['Écoute\n', 'Décision\n']);
  });
});
