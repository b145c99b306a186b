import { Text } from '@mantine/core';
import type { Kit } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import classes from './kit.module.css';
import { useKitDesk } from './kit-desk';

/** Every mail with its fate, and what happened on the link, the latest first (`ux:K-02`). */
export function History() {
  const { t } = useWords();
  const { kit, name } = useKitDesk();
  return (
    <>
      <h3 className={classes.sub}>{t('kitdesk.mails')}</h3>
      {kit.letters.length === 0 && <Text className="soft">{t('kitdesk.noMails')}</Text>}
      <ul className={classes.happened}>
        {kit.letters.map((letter) => (
          <Letter key={`${letter.kind} ${letter.dueAt}`} letter={letter} />
        ))}
      </ul>
      {kit.lettersOff.length > 0 && (
        <Text size="sm" className="soft">
          {t('kitdesk.lettersOff', { name, kinds: kit.lettersOff.map((kind) => t(`kitdesk.mail.${kind}`)).join(', ') })}
        </Text>
      )}
      <h3 className={classes.sub}>{t('kitdesk.happened')}</h3>
      <ul className={classes.happened}>
        {kit.history.map((each, n) => (
          <Happening key={`${each.at} ${n}`} happening={each} />
        ))}
      </ul>
    </>
  );
}

function Letter({ letter: { kind, state, sentTo, sentAt, dueAt } }: { letter: Kit['letters'][number] }) {
  const { t, dateTime } = useWords();
  return (
    <li>
      <time dateTime={sentAt ?? dueAt}>{dateTime(sentAt ?? dueAt)}</time>
      <span>
        {t('kitdesk.mailLine', {
          mail: t(`kitdesk.mail.${kind}`),
          state: t(`kitdesk.mailState.${state}`, { to: sentTo }),
        })}
      </span>
    </li>
  );
}

function Happening({ happening: { at, actor, what, detail } }: { happening: Kit['history'][number] }) {
  const { t, dateTime } = useWords();
  const { name } = useKitDesk();
  const mail = String(detail['mail'] ?? '');
  return (
    <li>
      <time dateTime={at}>{dateTime(at)}</time>
      <span>{t('kitdesk.event', { what, actor, name, mail, to: String(detail['to'] ?? '') })}</span>
    </li>
  );
}
