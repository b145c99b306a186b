import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { catalogEntities } from '#libs/catalog';
import { feedsEntities } from '#libs/feeds';
import { hooksEntities } from '#libs/hooks';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { transferEntities } from '#libs/transfer';

/** Every row that the API may read or write. */
export const entities = [
  ...accountsEntities,
  ...peopleEntities,
  ...mediaEntities,
  ...catalogEntities,
  ...feedsEntities,
  ...hooksEntities,
  ...audienceEntities,
  ...searchEntities,
  ...sharingEntities,
  ...statsEntities,
  ...transferEntities,
];
