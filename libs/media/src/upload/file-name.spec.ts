import { toShownFileName } from './file-name.js';

describe('toShownFileName', () => {
  it.each([
    ['../../x.wav', 'x.wav'],
    ['..\\..\\x.wav', 'x.wav'],
    ['%2e%2e%2f', '%2e%2e%2f'],
    ['/etc/passwd', 'passwd'],
    ['a\u0000b.wav', 'ab.wav'],
    ['\u202e3pm.exe', '3pm.exe'],
    ['-i /etc/passwd.mp3', 'passwd.mp3'],
    ['$(id).mp3', '$(id).mp3'],
    ['CON', 'CON'],
    ['', 'recording'],
    ['///', 'recording'],
    ['Émission  du\n12 mai.wav', 'Émission du 12 mai.wav'],
  ])('shows %j as %j (abuse:A22, abuse:A04)', (name, shown) => expect(toShownFileName(name)).toBe(shown));

  it('keeps the extension of a very long name', () => {
    const shown = toShownFileName(`${'é'.repeat(5000)}.flac`);
    expect(new TextEncoder().encode(shown).length).toBeLessThanOrEqual(200);
    expect(shown.endsWith('é.flac')).toBe(true);
  });
});
