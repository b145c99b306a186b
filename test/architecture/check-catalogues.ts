import { checkCatalogues } from '#libs/messages';

const problems = checkCatalogues();
for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
