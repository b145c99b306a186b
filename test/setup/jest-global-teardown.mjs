// After all tests: what the set-up made is removed.
export default async function tearDown() {
  const { removeTestServer } = await import('./test-server.ts');
  await removeTestServer();
}
