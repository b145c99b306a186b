import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, queryClient } from '../../../api/queries';
import { dropPiece, savePiece } from '../../../api/sound.calls';
import type { Piece } from '../../../api/sound.types';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { NewPiece } from './new-piece';
import classes from './pieces.module.css';

/** The show's library: listen, rename, licence line, remove, add. */
export function Pieces({ showId, pieces }: { showId: string; pieces: readonly Piece[] }) {
  const { t } = useWords();
  return (
    <Stack gap="sm" mt="lg">
      <div>
        <Title order={3}>{t('studio.showSound.pieces')}</Title>
        <Text className="soft" size="sm">
          {t('studio.showSound.piecesHint')}
        </Text>
      </div>
      {pieces.length === 0 && <Text className="soft">{t('studio.showSound.noPieces')}</Text>}
      {pieces.length > 0 && (
        <ul className="plain-list">
          {pieces.map((piece) => (
            <PieceRow key={piece.id} showId={showId} piece={piece} />
          ))}
        </ul>
      )}
      <NewPiece showId={showId} />
    </Stack>
  );
}

function PieceRow({ showId, piece }: { showId: string; piece: Piece }) {
  const words = useWords();
  const { t, duration } = words;
  const [form, setForm] = useState({ name: piece.name, licence: piece.licence });
  const act = useMutation({
    mutationFn: async (what: 'save' | 'drop'): Promise<unknown> =>
      what === 'save' ? savePiece(showId, piece.id, form) : dropPiece(showId, piece.id),
    onSuccess: (_, what) =>
      tell(what === 'save' ? t('studio.saved') : t('studio.showSound.pieceRemoved', { name: piece.name })),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: keys.showSound(showId) }),
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const isChanged = form.name !== piece.name || form.licence !== piece.licence;
  const state = piece.state === 'done' ? null : piece.state === 'failed' ? 'pieceFailed' : 'pieceWorking';
  return (
    <li className={classes.piece}>
      <div className={classes.fields}>
        <TextInput
          label={t('studio.showSound.pieceName')}
          value={form.name}
          onChange={(e) => setForm({ ...form, name: e.currentTarget.value })}
        />
        <TextInput
          label={t('studio.showSound.pieceLicence')}
          description={t('studio.showSound.pieceLicenceHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={form.licence}
          onChange={(e) => setForm({ ...form, licence: e.currentTarget.value })}
        />
      </div>
      <Group gap="sm" wrap="nowrap">
        {piece.url ? (
          <audio
            className={classes.player}
            controls
            preload="none"
            src={piece.url}
            aria-label={t('studio.showSound.pieceListen', { name: piece.name })}
          />
        ) : (
          <Text size="sm" className="soft" flex={1}>
            {state && t(`studio.showSound.${state}`)}
          </Text>
        )}
        <Text size="sm" className="soft">
          {piece.durationMs !== null && duration(piece.durationMs)}
        </Text>
        {isChanged && (
          <Button size="sm" variant="default" loading={act.isPending} onClick={() => act.mutate('save')}>
            {t('studio.save')}
          </Button>
        )}
        <ActionIcon
          size={38}
          variant="subtle"
          color="gray"
          disabled={act.isPending}
          aria-label={t('studio.showSound.pieceRemove', { name: piece.name })}
          onClick={() => act.mutate('drop')}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
