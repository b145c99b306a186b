import { useMutation } from '@tanstack/react-query';
import type { At } from '../../../api/clip.calls';
import {
  closeLink,
  closeTeamLink,
  type Guest,
  type Guests,
  keepGuests,
  makeLink,
  remindGuest,
  rotateLink,
} from '../../../api/guest.calls';
import { writeClipboard } from '../../../parts/copy-field';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';

export interface GuestVerbs {
  isBusy: boolean;
  make(): void;
  copy(): void;
  remind(): void;
  rotate(): void;
  close(): void;
  closeTeam(): void;
}

/** What can be done with a guest's link; each says aloud that it is done, or why not. */
export function useGuestActs(at: At, { personId, name, link }: Guest): GuestVerbs {
  const words = useWords();
  const { t } = words;
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<Guests>; done: (all: Guests) => void }) => run(),
    onSuccess: (all, { done }) => {
      keepGuests(at, all);
      done(all);
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const says = (key: 'reminded' | 'closed' | 'teamClosed') => () => void tell(t(`people.link.${key}`, { name }));
  const copyNew = (key: 'copied' | 'rotated') => (all: Guests) => {
    const url = all.items.find((each) => each.personId === personId)?.link?.url;
    if (!url) return;
    // A browser may refuse outside of a click; the button to copy is there all the same.
    void writeClipboard(url).then(
      () => tell(t(`people.link.${key}`, { name })),
      () => undefined,
    );
  };
  const id = link?.id ?? '';
  return {
    isBusy: act.isPending,
    make: () =>
      act.mutate({ run: () => (link ? rotateLink(at, id) : makeLink(at, personId)), done: copyNew('copied') }),
    copy: () =>
      void writeClipboard(link?.url ?? '').then(
        () => tell(t('people.link.copied', { name })),
        () => tellProblem(link?.url ?? ''),
      ),
    remind: () => act.mutate({ run: () => remindGuest(at, id), done: says('reminded') }),
    rotate: () => act.mutate({ run: () => rotateLink(at, id), done: copyNew('rotated') }),
    close: () => act.mutate({ run: () => closeLink(at, id), done: says('closed') }),
    closeTeam: () => act.mutate({ run: () => closeTeamLink(at, id), done: says('teamClosed') }),
  };
}
