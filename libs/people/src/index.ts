import { Affiliation } from './person/affiliation.entity.js';
import { PersonText } from './person/person-text.entity.js';
import { Person, type PersonLink } from './person/person.entity.js';

export const peopleEntities = [Person, PersonText, Affiliation];
export { Affiliation, Person, type PersonLink, PersonText };
