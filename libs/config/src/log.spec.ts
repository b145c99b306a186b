import { createLog } from './log.js';

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ logLevel: 'info' }, 'test', { write: (line) => lines.push(JSON.parse(line)) });
  beforeEach(() => lines.splice(0));

  it('tells an error by its kind, place and code, and keeps what was in the query to itself', () => {
    const cause = Object.assign(new Error('RCPT TO <ada@example.org> refused'), { responseCode: 550 });
    const error = Object.assign(new Error('duplicate key', { cause }), {
      code: '23505',
      parameters: ['ada@example.org', '$argon2id$…'],
      driverError: { detail: 'Key (email)=(ada@example.org) already exists.' },
    });
    log.error({ err: error }, 'failed');
    expect(lines[0]).toMatchObject({ msg: 'failed', err: { type: 'Error', message: 'duplicate key', code: '23505' } });
    expect(lines[0]).toMatchObject({ err: { cause: { responseCode: 550 } } });
    expect(JSON.stringify(lines)).not.toMatch(/ada@|argon2id/);
  });

  it('drops secrets and addresses by their names', () => {
    log.info({ token: 't-1', form: { password: 'p-1', email: 'ada@example.org' }, ip: '203.0.113.7' }, 'asked');
    expect(JSON.stringify(lines)).not.toMatch(/t-1|p-1|ada@|203\.0/);
  });
});
