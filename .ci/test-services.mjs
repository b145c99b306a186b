// npm run test:services
import { finish } from './jest.mjs';
import { runServices } from './services.mjs';

finish(runServices(process.argv.slice(2)));
