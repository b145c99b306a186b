// Before all tests: one Postgres, with one migrated database that `createTestDatabase` copies.
// A run that names nothing but unit tests (`*.spec.ts`) needs none and starts at once.
import './typescript.mjs';

export default async function setUp(globalConfig) {
  const asked = globalConfig.testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && asked.every((pattern) => /\.spec\.tsx?$/.test(pattern))) return;
  const { prepareTestServer } = await import('./test-server.ts');
  await prepareTestServer();
}
