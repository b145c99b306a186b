import { Anchor, Loader, SegmentedControl, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { isKey, type Key } from '#libs/messages';
import { useState } from 'react';
import type { KitPiece } from '../../../api/kit.calls';
import { useWords } from '../../../words/words';
import { type FileGroup, groupFiles } from './file-groups';
import classes from './kit.module.css';
import { useKitDesk } from './kit-desk';

/** Every file of a kit in one language, folded by kind: to look at, to fetch, or how far it is. */
export function Files() {
  const { t } = useWords();
  const { kit } = useKitDesk();
  const [lang, setLang] = useState<string>(kit.locale.slice(0, 2));
  if (kit.pieces.length === 0) return <Text className="soft">{t('kitdesk.noFiles')}</Text>;
  return (
    <>
      <LangSwitch value={lang} onChange={setLang} />
      {groupFiles(kit.pieces, lang).map(({ kind, pieces }, n) => (
        <Kind key={kind} kind={kind} pieces={pieces} isFirst={n === 0} />
      ))}
    </>
  );
}

function Kind({ kind, pieces, isFirst }: FileGroup & { isFirst: boolean }) {
  const { t } = useWords();
  const waiting = pieces.filter(({ state }) => state === 'wanted' || state === 'making').length;
  const failed = pieces.filter(({ state }) => state === 'failed').length;
  return (
    <details className={classes.kind} open={isFirst}>
      <summary>
        <b>{t(`kitdesk.kind.${kind}`)}</b>{' '}
        <span className="soft">{t('kitdesk.kindCount', { n: pieces.length, waiting, failed })}</span>
      </summary>
      <ul className={classes.files}>
        {pieces.map((piece) => (
          <li key={piece.id}>
            <File piece={piece} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function LangSwitch({ value, onChange }: { value: string; onChange(lang: string): void }) {
  const { t } = useWords();
  const data = (['fr', 'en'] as const).map((lang) => ({ value: lang, label: t(`kitdesk.lang.${lang}`) }));
  return <SegmentedControl aria-label={t('kitdesk.lang')} value={value} data={data} onChange={onChange} mb="md" />;
}

function File({ piece }: { piece: KitPiece }) {
  const { t, bytes } = useWords();
  const { state, error, url, fileName, width, height } = piece;
  const format = /\.(\w+)$/.exec(fileName)?.[1]?.toUpperCase() ?? '';
  const size = [format, width > 0 ? `${width} × ${height}` : '', piece.bytes > 0 ? bytes(piece.bytes) : ''];
  return (
    <div className={classes.file}>
      <div className={classes.frame}>
        <Look piece={piece} />
      </div>
      <div className={classes.words}>
        <b>{useLabel(piece)}</b>
        {state === 'ready' && url ? (
          <Anchor size="sm" href={url} download={fileName} title={fileName}>
            {size.filter(Boolean).join(' · ')}
          </Anchor>
        ) : state === 'failed' ? (
          <Text size="sm" c="var(--bad)">
            {isKey(error) ? t(error) : t('kitdesk.failed')}
          </Text>
        ) : (
          <Text size="sm" className="soft">
            {state === 'ready' ? size.join(' ') : t(state === 'making' ? 'kitdesk.making' : 'kitdesk.wanted')}
          </Text>
        )}
      </div>
    </div>
  );
}

function Look({ piece: { state, url, fileName, alt } }: { piece: KitPiece }) {
  if (state === 'wanted' || state === 'making') return <Loader size="xs" color="gray" aria-hidden />;
  if (!url) return <IconFile aria-hidden />;
  if (state === 'ready' && /\.(png|jpe?g|webp|svg)$/.test(fileName)) return <img src={url} alt={alt} loading="lazy" />;
  if (state === 'ready' && /\.mp4$/.test(fileName)) {
    return <video src={`${url}#t=0.1`} preload="metadata" muted aria-label={alt || fileName} />;
  }
  return <IconFile aria-hidden />;
}

function useLabel({ kind, shape }: KitPiece): string {
  const { t } = useWords();
  const isCaptions = kind === 'clip-srt' || kind === 'clip-vtt';
  const word = `kit.piece.${isCaptions ? 'captions' : kind}`;
  const form = `kit.shape.${shape.startsWith('far') ? 'far' : shape}`;
  const name = isKey(word) ? t(word as Key) : t('kit.piece.other');
  return isKey(form) ? `${name}, ${t(form as Key)}` : name;
}
