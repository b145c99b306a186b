import { keys, queryClient } from '../../../api/queries';
import { addPiece } from '../../../api/sound.calls';
import { tell } from '../../../parts/toast';
import { SendButton } from '../../../upload/send-button';
import { useWords } from '../../../words/words';
import { toPieceName } from './piece-name';

/** Sends a file for the library; it is a piece as soon as it has arrived, and is measured behind. */
export function NewPiece({ showId }: { showId: string }) {
  const { t } = useWords();
  const add = async (file: File, uploadId: string) => {
    const name = toPieceName(file.name);
    try {
      await addPiece(showId, { uploadId, name, licence: '' });
      tell(t('studio.showSound.pieceAdded', { name }));
    } finally {
      void queryClient.invalidateQueries({ queryKey: keys.showSound(showId) });
    }
  };
  return (
    <SendButton
      label={t('studio.showSound.pieceAdd')}
      fileLabel={t('studio.showSound.pieceFile')}
      accept="audio/*"
      meta={{ showId, purpose: 'piece' }}
      onSent={add}
    />
  );
}
