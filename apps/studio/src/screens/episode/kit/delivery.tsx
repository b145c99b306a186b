import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconArrowBackUp, IconEye, IconSend } from '@tabler/icons-react';
import { changeKit, sendKit, takeBackKit } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import classes from './kit.module.css';
import { useKitDesk } from './kit-desk';

/** So long a sending can be taken back as if nothing had been (`ux` 4.0). */
const undoSeconds = 60;

/** When the kit goes out: by itself the day before, now, once more, or never; and what the guest sees. */
export function Delivery() {
  const { t } = useWords();
  const { at, kit, name, act, isBusy, mayEdit } = useKitDesk();
  const wasSent = kit.letters.some(({ kind, state }) => kind === 'kit' && state === 'sent');
  const isDue = kit.letters.some(({ kind, state }) => kind === 'kit' && state === 'due');
  const isPlanned = kit.letters.some(({ kind, state }) => kind === 'kit' && state === 'planned');
  const send = () =>
    void act(() => sendKit(at, kit.linkId, undoSeconds), t('kitdesk.sending', { name, to: kit.email }));
  const undo = () => void act(() => takeBackKit(at, kit.linkId), t('kitdesk.undone', { name }));
  const isOut = kit.stage === 'released' || kit.stage === 'quiet';
  const takesPart = kit.stage !== 'declined' && kit.stage !== 'withdrawn';
  return (
    <div className={classes.delivery}>
      <Text>{useStanding()}</Text>
      <Group gap="sm">
        {mayEdit && (isPlanned || (takesPart && kit.email !== '')) && (
          // One button, so that the focus stays where sending is taken back.
          <Button
            leftSection={isPlanned ? <IconArrowBackUp size={17} aria-hidden /> : <IconSend size={16} aria-hidden />}
            variant={wasSent || isPlanned ? 'default' : 'filled'}
            loading={isBusy || isDue}
            onClick={isPlanned ? undo : send}
          >
            {t(isPlanned ? 'kitdesk.undo' : wasSent ? 'kitdesk.sendAgain' : 'kitdesk.sendNow')}
          </Button>
        )}
        {kit.lookUrl && (
          <Button
            component="a"
            href={kit.lookUrl}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconEye size={17} aria-hidden />}
          >
            {t('kitdesk.viewAs', { name })}
          </Button>
        )}
      </Group>
      {mayEdit && !wasSent && takesPart && !isOut && <ByItself />}
    </div>
  );
}

function ByItself() {
  const { t } = useWords();
  const { at, kit, act, isBusy } = useKitDesk();
  return (
    <Group gap="sm" mt="xs">
      <Text size="sm" className="soft" id={`by-${kit.linkId}`}>
        {t('kitdesk.byItself')}
      </Text>
      <SegmentedControl
        aria-labelledby={`by-${kit.linkId}`}
        value={kit.kitMail}
        disabled={isBusy}
        data={[
          { value: 'auto', label: t('kitdesk.dayBefore') },
          { value: 'never', label: t('kitdesk.never') },
        ]}
        onChange={(value) =>
          void act(() => changeKit(at, kit.linkId, { kitMail: value as 'auto' | 'never' }), t('kitdesk.saved'))
        }
      />
    </Group>
  );
}

/** One sentence: it was sent, will be, or why not. */
function useStanding(): string {
  const { t, dateTime } = useWords();
  const { kit, name } = useKitDesk();
  if (kit.stage === 'declined' || kit.stage === 'withdrawn') return t('kitdesk.standing.noPart', { name });
  if (kit.letters.some(({ kind, state }) => kind === 'kit' && state === 'planned')) {
    return t('kitdesk.standing.soon', { to: kit.email });
  }
  const sent = kit.letters.find(({ kind, state }) => kind === 'kit' && state === 'sent');
  if (sent?.sentAt) return t('kitdesk.standing.sent', { at: dateTime(sent.sentAt), to: sent.sentTo });
  if (kit.letters.some(({ kind, state }) => kind === 'kit' && state === 'due')) return t('kitdesk.standing.due');
  if (kit.email === '') return t('kitdesk.standing.noMail', { name });
  if (kit.lettersOff.includes('kit')) return t('kitdesk.standing.off', { name });
  if (kit.kitMail === 'never') return t('kitdesk.standing.never');
  if (!kit.kitAt) return t('kitdesk.standing.noDate', { name });
  return t('kitdesk.standing.planned', {
    at: dateTime(kit.kitAt, kit.timeZone),
    zone: kit.timeZone.split('/').at(-1)!.replaceAll('_', ' '),
  });
}
