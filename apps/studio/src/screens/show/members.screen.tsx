import { Badge, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { changeRole, dropInvitation, inviteMember, listMembers, removeMember } from '../../api/account.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient, useMe } from '../../api/queries';
import type { Member, Role } from '../../api/types';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { useLoadedShow } from './show.layout';

const roles: Role[] = ['owner', 'producer', 'editor', 'moderator'];
const roleWords = {
  owner: 'studio.role.owner',
  producer: 'studio.role.producer',
  editor: 'studio.role.editor',
  moderator: 'studio.role.moderator',
} as const;

/** Who works on a show, as what; invitations go by mail. */
export function MembersScreen() {
  const { t } = useWords();
  const show = useLoadedShow();
  const me = useMe();
  const members = useQuery({ queryKey: keys.members(show.id), queryFn: () => listMembers(show.id) });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.members(show.id) });
  const data = roles.map((role) => ({ value: role, label: t(roleWords[role]) }));
  const mayChange = show.role === 'owner' || me.data?.isInstanceOwner === true;
  return (
    <Stack gap="xl" maw={760}>
      {members.isPending && <Loading />}
      {members.isError && <ErrorNote error={members.error} onRetry={() => void members.refetch()} />}
      <ul className={`plain-list ${classes.rows}`}>
        {members.data?.map((member) => (
          <MemberRow
            key={member.userId ?? member.invitationId}
            showId={show.id}
            member={member}
            data={data}
            mayChange={mayChange}
            onDone={refresh}
          />
        ))}
      </ul>
      {mayChange && <Invite showId={show.id} onDone={refresh} data={data} />}
    </Stack>
  );
}

interface RowProps {
  showId: string;
  member: Member;
  data: { value: string; label: string }[];
  mayChange: boolean;
  onDone(): void;
}

/** Somebody who works on the show, or an invitation that is still open. */
function MemberRow({ showId, member, data, mayChange, onDone }: RowProps) {
  const words = useWords();
  const { t } = words;
  const { userId, invitationId, role } = member;
  const name = member.name || member.email;
  const act = (change: Promise<unknown>) =>
    void change.catch((error: unknown) => tellProblem(toSentence(error, words))).then(onDone);
  const remove = () =>
    userId ? act(removeMember(showId, userId)) : invitationId && act(dropInvitation(showId, invitationId));
  return (
    <li className={classes.row}>
      <span className={classes.text}>
        <strong>{name}</strong>
        {member.name && <span>{member.email}</span>}
      </span>
      {member.state === 'invited' && <Badge>{t('studio.member.invited')}</Badge>}
      {mayChange && userId ? (
        <Select
          size="sm"
          w={170}
          aria-label={t('studio.member.roleOf', { name })}
          data={data}
          value={role}
          allowDeselect={false}
          onChange={(next) => act(changeRole(showId, userId, next as Role))}
        />
      ) : (
        <Text>{t(roleWords[role])}</Text>
      )}
      {mayChange && (
        <Button
          size="sm"
          variant="default"
          aria-label={t('studio.member.removeNamed', { name })}
          onClick={() => void remove()}
        >
          {t('studio.member.remove')}
        </Button>
      )}
    </li>
  );
}

interface InviteProps {
  showId: string;
  data: { value: string; label: string }[];
  onDone(): void;
}

function Invite({ showId, data, onDone }: InviteProps) {
  const { t } = useWords();
  const form = useForm({ initialValues: { email: '', role: 'editor' as Role } });
  const invite = useMutation({
    mutationFn: (values: typeof form.values) => inviteMember(showId, values),
    onSuccess: () => {
      tell(t('studio.member.sent', { email: form.values.email }));
      form.reset();
      onDone();
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
      <Stack>
        <Title order={2}>{t('studio.member.invite')}</Title>
        <Text className="soft">{t('studio.member.inviteText')}</Text>
        <Group align="flex-end">
          <TextInput
            label={t('studio.field.email')}
            type="email"
            required
            withAsterisk={false}
            style={{ flex: '1 1 240px' }}
            {...form.getInputProps('email')}
          />
          <Select label={t('studio.member.role')} data={data} allowDeselect={false} {...form.getInputProps('role')} />
          <Button type="submit" size="md" loading={invite.isPending}>
            {t('studio.member.submit')}
          </Button>
        </Group>
        {invite.error && <ErrorNote error={invite.error} />}
      </Stack>
    </form>
  );
}
