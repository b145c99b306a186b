import { cleanLine, type FieldProblem } from '#libs/kernel';
import type { FeedReference, Funding, Licence, Place } from './feed-settings.js';
import { licenceIds } from './licences.js';
import { findValueProblem } from './value.plan.js';
import { maybeText, text, url } from './tag-schema.js';

const needed = text();
const address = text(url);
const maybeAddress = maybeText(url);

export function cleanFunding(funding: readonly Funding[]): Funding[] {
  return funding.map(({ url: link, text: words }) => ({ url: cleanLine(link), text: cleanLine(words) }));
}

export function findFundingProblems(funding: readonly Funding[]): FieldProblem[] {
  return funding.flatMap((each, i) => [
    ...ask(each.url, address, `funding.${i}.url`),
    ...ask(each.text, needed, `funding.${i}.text`),
  ]);
}

/** Known licences are lower case; another one is called as its owner calls it. */
export function cleanLicence(licence: Licence | null): Licence | null {
  if (!licence) return null;
  const id = cleanLine(licence.id);
  const link = cleanLine(licence.url);
  if (id === '' && link === '') return null;
  return { id: isKnown(id) ? id.toLowerCase() : id, url: link };
}

export function findLicenceProblems(licence: Licence | null): FieldProblem[] {
  if (!licence) return [];
  return [
    ...ask(licence.id, needed, 'licence.id'),
    ...ask(licence.url, isKnown(licence.id) ? maybeAddress : address, 'licence.url'), // feed:P05
  ];
}

export function cleanPlaces(places: readonly Place[]): Place[] {
  return places.map(({ name, rel, geo, osm, country }) => ({
    name: cleanLine(name),
    rel,
    geo: toGeo(cleanLine(geo)),
    osm: cleanLine(osm).toUpperCase(),
    country: cleanLine(country).toLowerCase(),
  }));
}

export function findPlaceProblems(places: readonly Place[]): FieldProblem[] {
  return places.flatMap(({ name, geo, osm, country }, i) => [
    ...ask(name, needed, `places.${i}.name`),
    ...(isGeo(geo) ? [] : [{ path: `places.${i}.geo`, message: 'error.field.feed.geo' }]),
    ...(/^([NWR]\d{1,15}(#\d{1,6})?)?$/.test(osm)
      ? []
      : [{ path: `places.${i}.osm`, message: 'error.field.feed.osm' }]),
    ...(isCountry(country) ? [] : [{ path: `places.${i}.country`, message: 'error.field.feed.country' }]),
  ]);
}

export function cleanReference({ feedGuid, feedUrl, title }: FeedReference): FeedReference {
  return { feedGuid: cleanLine(feedGuid).toLowerCase(), feedUrl: cleanLine(feedUrl), title: cleanLine(title) };
}

export function findReferenceProblems(reference: FeedReference, path: string): FieldProblem[] {
  return [
    ...ask(reference.feedGuid, text({ kind: 'uuid' }), `${path}.feedGuid`),
    ...ask(reference.feedUrl, maybeAddress, `${path}.feedUrl`),
    ...ask(reference.title, maybeText(), `${path}.title`),
  ];
}

/** The problem of one value at its path, if there is one. */
export function ask(value: string, schema: Parameters<typeof findValueProblem>[1], path: string): FieldProblem[] {
  const problem = findValueProblem(value, schema);
  return problem ? [{ path, ...problem }] : [];
}

function isKnown(id: string): boolean {
  return (licenceIds as readonly string[]).includes(id.toLowerCase());
}

/** Two numbers are taken for what they are; maps give them like that. */
function toGeo(geo: string): string {
  const pair = /^(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(geo);
  return pair ? `geo:${pair[1]},${pair[2]}` : geo;
}

/** `geo:` addresses of RFC 5870 with latitude and longitude in range; empty: not said. */
function isGeo(geo: string): boolean {
  if (geo === '') return true;
  const found =
    /^geo:(-?\d{1,2}(?:\.\d{1,10})?),(-?\d{1,3}(?:\.\d{1,10})?)(?:,-?\d{1,6}(?:\.\d{1,4})?)?(?:;[a-z]+=[\w.-]+)*$/.exec(
      geo,
    );
  return found !== null && Math.abs(Number(found[1])) <= 90 && Math.abs(Number(found[2])) <= 180;
}

function isCountry(code: string): boolean {
  if (code === '') return true;
  if (!/^[a-z]{2}$/.test(code) || code === 'zz') return false;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code.toUpperCase()) !== undefined;
}
