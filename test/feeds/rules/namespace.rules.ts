import { textOf } from './channel.rules.js';
import { channelOf, childrenOf, type Element, type FeedDocument, itemsOf, walk } from './document.js';
import { isHttps, itemRule, rule, type Rule, when } from './rule.js';
import { groups, roles, tags } from './namespace-tags.js';

const attributeForms: Record<string, RegExp> = {
  'chapters.type': /^application\/json(\+chapters)?$/,
  'transcript.type': /^(text\/(plain|html|vtt|srt)|application\/(json|x-subrip|srt))$/,
  'transcript.rel': /^captions$/,
};
/** At most 32 characters. */
const shortAttributes: Record<string, string[]> = { episode: ['display'], alternateEnclosure: ['title', 'rel'] };
const values: Record<string, RegExp> = {
  locked: /^(yes|no)$/,
  block: /^(yes|no)$/,
  medium: /^(podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?$|^mixed$/,
  season: /^\d+$/,
  episode: /^\d+(\.\d+)?$/,
  person: /\S/,
};

/** Section E of feeds.md: names, places, attributes and values of tags; what belongs together is in `namespace-parts.rules.ts`. */
export const namespaceRules: Rule[] = [
  rule('P01', 'SHOULD', (feed) =>
    ours(feed).flatMap(({ element, name }) => when(!tags[name], `unknown ${element.key}`)),
  ),
  rule('P02', 'MUST', (feed) =>
    ours(feed).flatMap(({ element, name, parent }) =>
      when(
        Boolean(tags[name]) && !tags[name]!.parents.includes(parent === 'podcast:liveItem' ? 'item' : parent),
        `${element.key} in <${parent}>`,
      ),
    ),
  ),
  rule('P03', 'MUST', (feed) =>
    [...walk(feed.root)].flatMap(({ element }) =>
      Object.entries(tags).flatMap(([name, tag]) =>
        when(tag.once && childrenOf(element, `podcast:${name}`).length > 1, `podcast:${name} occurs more than once`),
      ),
    ),
  ),
  rule('P04', 'MUST', (feed) =>
    ours(feed).flatMap(({ element, name }) =>
      (tags[name]?.required ?? []).flatMap((attribute) => {
        const value = element.attributes[attribute] ?? '';
        const form = attributeForms[`${name}.${attribute}`] ?? /\S/;
        return when(!form.test(value), `${element.key} has ${attribute}="${value}"`);
      }),
    ),
  ),
  rule('P05', 'MUST', (feed) =>
    ours(feed).flatMap(({ element, name }) => {
      const form = values[name];
      const isLicence = name !== 'license' || /^[a-z0-9][a-z0-9.+-]*$/.test(element.text) || element.attributes.url;
      return when(
        (form !== undefined && !form.test(element.text)) || !isLicence,
        `${element.key} is "${element.text}"`,
      );
    }),
  ),
  rule('P06', 'SHOULD', (feed) =>
    ours(feed).flatMap(({ element, name }) => [
      ...when(
        [...element.text].length > (name === 'txt' ? 4000 : 128),
        `${element.key} has ${[...element.text].length} characters`,
      ),
      ...(shortAttributes[name] ?? []).flatMap((attribute) =>
        when(
          [...(element.attributes[attribute] ?? '')].length > 32,
          `${attribute} of ${element.key} is longer than 32`,
        ),
      ),
    ]),
  ),
  rule('P07', 'MUST', (feed) =>
    ours(feed).flatMap(({ element }) =>
      ['url', 'href', 'img', 'uri']
        .flatMap((attribute) => element.attributes[attribute] ?? [])
        .flatMap((url) => when(!isHttps(url), `${element.key} points to ${url}`)),
    ),
  ),
  rule('P08', 'SHOULD', (feed) =>
    when(
      ours(feed).some(({ name }) => name === 'images'),
      'podcast:images is deprecated',
    ),
  ),
  rule('P09', 'SHOULD', (feed) =>
    ours(feed).flatMap(({ element, name }) =>
      Object.keys(element.attributes).flatMap((attribute) => {
        const known = [...(tags[name]?.required ?? []), ...(tags[name]?.optional ?? [])];
        return when(!known.includes(attribute), `${element.key} has an unknown attribute ${attribute}`);
      }),
    ),
  ),
  rule('P10', 'MUST', (feed) =>
    guidOf(feed).flatMap((guid) => when(!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid), guid)),
  ),
  rule('P11', 'SHOULD', (feed) => guidOf(feed).flatMap((guid) => when(!/^[0-9a-f]{8}-[0-9a-f]{4}-5/.test(guid), guid))),
  rule('P13', 'SHOULD', (feed) => {
    const hosts = childrenOf(channelOf(feed), 'podcast:person').filter(isHost);
    if (hosts.length === 0) return [];
    return itemsOf(feed).flatMap((item) => {
      const persons = childrenOf(item, 'podcast:person');
      return when(persons.length > 0 && !persons.some(isHost), `${textOf(item, 'guid')} loses the hosts`);
    });
  }),
  itemRule('P14', 'MUST', (item) =>
    childrenOf(item, 'podcast:alternateEnclosure').flatMap((alternate) => {
      const sri = childrenOf(alternate, 'podcast:integrity').filter(({ attributes }) => attributes.type === 'sri');
      return [
        ...when(childrenOf(alternate, 'podcast:source').length === 0, 'an alternateEnclosure has no source'),
        ...sri.flatMap(({ attributes: { value = '' } }) =>
          when(!/^sha(256|384|512)-[A-Za-z0-9+/]{43,86}={0,2}$/.test(value), `integrity is "${value}"`),
        ),
      ];
    }),
  ),
  itemRule('P20', 'SHOULD', (item) =>
    ['season', 'episode'].flatMap((name) => {
      const [podcast, itunes] = [textOf(item, `podcast:${name}`), textOf(item, `itunes:${name}`)];
      return when(
        podcast !== '' && itunes !== '' && Number(podcast) !== Number(itunes),
        `${name} ${podcast} or ${itunes}`,
      );
    }),
  ),
  itemRule('P21', 'SHOULD', (item) => {
    const types = childrenOf(item, 'podcast:transcript').map((transcript) => transcript.attributes.type ?? '');
    return when(types.length > 0 && !types.some((type) => /vtt|srt|subrip|json/.test(type)), 'no timed transcript');
  }),
  rule('P22', 'SHOULD', (feed) =>
    ours(feed)
      .filter(({ name }) => name === 'person')
      .flatMap(({ element }) => {
        const role = (element.attributes.role ?? 'host').toLowerCase();
        const group = (element.attributes.group ?? 'cast').toLowerCase();
        return when(!roles.includes(role) || !groups.includes(group), `${role} in ${group} is not in the taxonomy`);
      }),
  ),
];

interface OurTag {
  element: Element;
  name: string;
  parent: string;
}

function ours(feed: FeedDocument): OurTag[] {
  return [...walk(feed.root)]
    .filter(({ element }) => element.key.startsWith('podcast:'))
    .map(({ element, parent }) => ({ element, name: element.key.slice(8), parent: parent?.key ?? '' }));
}

function guidOf(feed: FeedDocument): string[] {
  return childrenOf(channelOf(feed), 'podcast:guid').map((guid) => guid.text);
}

function isHost(person: Element): boolean {
  return (person.attributes.role ?? 'host').toLowerCase() === 'host';
}
