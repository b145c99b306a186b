import { card } from './card.js';
import { clip } from './clip.js';
import { catalog } from './catalog.js';
import { episodePages } from './episode.js';
import { error } from './error.js';
import { exporting } from './export.js';
import { guest } from './guest.js';
import { importing } from './import.js';
import { kinds } from './kinds.js';
import { feed } from './feed.js';
import { feedFields } from './feedfields.js';
import { followers } from './followers.js';
import { kit } from './kit.js';
import { kitDesk } from './kit-desk.js';
import { kitTexts } from './kit-texts.js';
import { mail } from './mail.js';
import { master } from './master.js';
import { people } from './people.js';
import { player } from './player.js';
import { publicPages } from './public.js';
import { push } from './push.js';
import { release } from './release.js';
import { site } from './site.js';
import { search } from './search.js';
import { sound } from './sound.js';
import { studio } from './studio.js';
import { transcript } from './transcript.js';

/** Every English message. Its keys are the keys there are. */
export const en = {
  ...publicPages,
  ...episodePages,
  ...player,
  ...studio,
  ...kit,
  ...kitDesk,
  ...kitTexts,
  ...mail,
  ...followers,
  ...search,
  ...error,
  ...site,
  ...sound,
  ...catalog,
  ...master,
  ...feed,
  ...feedFields,
  ...push,
  ...release,
  ...kinds,
  ...guest,
  ...people,
  ...card,
  ...clip,
  ...exporting,
  ...importing,
  ...transcript,
} as const;
