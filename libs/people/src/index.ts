import { Affiliation } from './person/affiliation.entity.js';
import { PersonChange } from './person/person-change.entity.js';
import { PersonDifference } from './person/person-difference.entity.js';
import { PersonSlug } from './person/person-slug.entity.js';
import { PersonText } from './person/person-text.entity.js';
import { Person, type PersonLink } from './person/person.entity.js';

export const peopleEntities = [Person, PersonText, Affiliation, PersonSlug, PersonChange, PersonDifference];
export { erasePhoto, type ErasePhotoDeps, makeErasePhoto } from './person/erase-photo.js';
export { emptyPerson, fillPerson, type Filled, findFilling } from './person/fill-person.js';
export { findLookalikes } from './person/lookalikes.plan.js';
export { findPersonAddress, type PersonAddress } from './person/person-address.query.js';
export {
  type Different,
  forgetDifference,
  PersonDifferencesService,
  readDifferences,
} from './person/person-differences.service.js';
export { keepChange } from './person/person-history.js';
export { type PersonRef, toPersonRef } from './person/person-ref.js';
export { announcePerson, peopleFacts, type PersonFact } from './person/person.facts.js';
export {
  biographyMax,
  findNameProblems,
  isWebAddress,
  toPersonName,
  toPersonSlug,
  toSortName,
} from './person/person.plan.js';
export { mayChangePerson, mayCreatePerson, mayFindPersons, refuseUnless } from './person/person.policy.js';
export {
  type AffiliationForm,
  createPerson,
  findPersonsBySlug,
  type PersonForm,
  PersonsService,
  type PhotoMaker,
} from './person/persons.service.js';
export { Affiliation, Person, PersonChange, type PersonLink, PersonSlug, PersonText };
