import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { judgeTouchUp, type Quote, type Step, stepQuote } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import { langName } from './lang-name';
import { useBoard } from './board';
import { Card } from './card';
import { Stale } from './clip-card';
import classes from './clips.module.css';
import { QuoteEditor } from './quote-editor';

/** One quote of the board, with what was said of each wording. */
export function QuoteCard({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const { at, all, act } = useBoard();
  const [isEditing, setEditing] = useState(false);
  const onStep = (step: Step) => act(() => stepQuote(at, quote.id, step));
  const spoken = quote.texts.find(({ isTranslation }) => !isTranslation)?.text ?? quote.original;
  const name = all.people.find(({ personId }) => personId === quote.personId)?.name ?? '';
  return (
    <>
      <Card
        item={quote}
        words={t('clip.screen.spoken', { text: spoken })}
        onStep={onStep}
        onEdit={() => setEditing(true)}
      >
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {quote.texts.map((text) => (
          <Wording key={text.lang} quote={quote} text={text} />
        ))}
        {quote.isStale && <Stale onConfirm={() => void onStep('confirm')} />}
      </Card>
      {isEditing && <QuoteEditor quote={quote} onClose={() => setEditing(false)} />}
    </>
  );
}

function Wording({ quote, text }: { quote: Quote; text: Quote['texts'][number] }) {
  const { t, language } = useWords();
  if (quote.state === 'proposed') return null;
  const isUnasked = text.answer === 'open' && (text.isNew || !quote.askedAt);
  const answer = text.isSilent ? 'silent' : isUnasked ? 'new' : text.answer;
  return (
    <>
      <Text size="sm" className="soft">
        {t('clip.screen.stateOf', { what: langName(language, text.lang), state: t(`clip.answer.${answer}`) })}
        {text.isTranslation && (
          <>
            {' · '}
            <span lang={text.lang}>{t('clip.screen.spoken', { text: text.text })}</span>
          </>
        )}
      </Text>
      {text.isFlagged && <Flagged quote={quote} text={text} />}
    </>
  );
}

/** A touch-up that says something else is its producer's to decide (`ux:K-19`). */
function Flagged({ quote, text }: { quote: Quote; text: Quote['texts'][number] }) {
  const { t } = useWords();
  const { at, act, mayEdit } = useBoard();
  const judge = (isAccepted: boolean) => void act(() => judgeTouchUp(at, quote.id, text.lang, isAccepted));
  return (
    <div className={classes.note}>
      <p>{t('clip.screen.flagged')}</p>
      <p lang={text.lang} className="soft">
        {t('clip.screen.before', { text: text.before ?? '' })}
      </p>
      {mayEdit && (
        <Group gap="xs">
          <Button size="xs" onClick={() => judge(true)}>
            {t('clip.screen.accept')}
          </Button>
          <Button size="xs" variant="default" onClick={() => judge(false)}>
            {t('clip.screen.decline')}
          </Button>
        </Group>
      )}
    </div>
  );
}
