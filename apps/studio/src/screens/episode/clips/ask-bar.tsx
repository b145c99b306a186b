import { Button, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { askGuests, type Highlights } from '../../../api/clip.calls';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { useBoard } from './board';
import classes from './clips.module.css';
import { RulesButton } from './rules';

/** What is picked and not sent yet, and wordings that are new since, who is to be asked, until when answers are expected, and by which rules. */
export function AskBar() {
  const { t } = useWords();
  const { at, all, act, mayEdit } = useBoard();
  const { n, names } = whom(all);
  return (
    <div className={classes.askbar}>
      <div>
        {all.rules.approval === 'none' ? (
          <p>{t('clip.screen.noApproval')}</p>
        ) : (
          <>
            {n === 0 && !all.people.some(({ link }) => link?.deadlineAt) && (
              <p className="soft">{t('clip.screen.nothingToAsk')}</p>
            )}
            {n > 0 && <p>{t('clip.screen.askWho', { n, names: names.join(', ') })}</p>}
            <Standing />
          </>
        )}
      </div>
      {mayEdit && n > 0 && (
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() =>
            void act(
              () => askGuests(at),
              () => tell(t('clip.screen.asked', { names: names.join(', ') })),
            )
          }
        >
          {t('clip.screen.ask')}
        </Button>
      )}
      <RulesButton />
    </div>
  );
}

function Standing() {
  const { t, dateTime } = useWords();
  const { all } = useBoard();
  const asked = all.people.filter(({ link }) => link?.deadlineAt);
  return asked.map(({ personId, name, link }) => {
    const date = dateTime(link!.deadlineAt!);
    const said =
      link!.state === 'silent'
        ? t('clip.screen.silent', { name })
        : link!.settledAt
          ? t('clip.screen.settled', { name })
          : t('clip.screen.deadline', { name, date });
    return (
      <Text key={personId} size="sm" className="soft">
        {said}
      </Text>
    );
  });
}

function whom(all: Highlights): { n: number; names: string[] } {
  if (all.rules.approval === 'none') return { n: 0, names: [] };
  const clips = all.clips.filter(({ state }) => state === 'picked');
  const quotes = all.quotes.filter(isToAsk);
  const ids = new Set([...clips.flatMap(({ needed }) => needed), ...quotes.map(({ personId }) => personId)]);
  const names = all.people.filter(({ personId }) => ids.has(personId)).map(({ name }) => name);
  return { n: names.length === 0 ? 0 : clips.length + quotes.length, names };
}

/** A new quote, or one with a wording that nobody was asked about. */
function isToAsk({ state, askedAt, texts }: Highlights['quotes'][number]): boolean {
  return state !== 'proposed' && texts.some(({ answer, isNew }) => answer === 'open' && (isNew || !askedAt));
}
