// Node's own `require` for the one package that jest cannot load before Node 24.9: sanitize-html is CommonJS and
// requires an ESM package, which Node itself has allowed since 20.19. It is the real package, not a stand-in.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

export default class EstradeEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireNatively = createRequire(import.meta.url);
  }
}
