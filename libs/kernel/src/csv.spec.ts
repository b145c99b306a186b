import { toCsv } from './csv.js';

describe('a table as CSV', () => {
  it('is read back as it was, quotes and lines too', () => {
    expect(
      toCsv([
        ['Adresse', 'Depuis'],
        ['a"b@example.org', 'un\ndeux, trois'],
      ]),
    ).toBe('\ufeffAdresse,Depuis\r\n"a""b@example.org","un\ndeux, trois"\r\n');
  });

  it.each(['=1+1', '+33', '-1', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '\r=1', '|cmd'])(
    'keeps %j from being a formula (abuse:A54)',
    (cell) => {
      expect(toCsv([[cell]])).toBe(`\ufeff"'${cell.replaceAll('"', '""')}"\r\n`);
    },
  );
});
