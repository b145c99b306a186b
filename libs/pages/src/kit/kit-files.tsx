import type { Reader } from '../site/site.js';
import type { KitProps } from './kit.page.js';
import type { KitFile } from './kit.view.js';

/** Every file of the kit, usable one by one as soon as each is ready, and all of them at once (`ux:K-09`). */
export function KitFiles({ reader, view }: KitProps) {
  const { t } = reader;
  const { files, zip } = view;
  const hasMoments = files.some(({ files: each }) => each.length > 0);
  return (
    <section className="sheet kit-files" id="files">
      <div className="kit-head">
        <h2>{t('kit.files.title')}</h2>
        {zip ? (
          <a className="button" href={zip} download="">
            {t('kit.files.all')}
          </a>
        ) : null}
      </div>
      <p className="hint">{t(hasMoments ? 'kit.files.lead' : 'kit.files.none')}</p>
      {files.map((group) => (
        <div key={group.title} className="kit-group">
          <h3>{group.title}</h3>
          <ul>
            {group.files.map((file) => (
              <File key={file.name + file.label} reader={reader} file={file} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function File({ reader, file }: { reader: Reader; file: KitFile }) {
  const { t } = reader;
  const { picture, label, detail, state } = file;
  const words = (
    <span className="kit-file-words">
      <b>{label}</b>
      <span>{state === 'ready' ? detail : t(state === 'making' ? 'kit.files.soon' : 'kit.files.failed')}</span>
    </span>
  );
  if (state !== 'ready') return <li className="kit-file is-waiting">{words}</li>;
  return (
    <li>
      <a
        className="kit-file"
        href={file.href}
        download={file.name}
        title={t('kit.files.download', { name: file.name })}
      >
        {picture ? (
          <img src={picture.href} width={picture.width} height={picture.height} alt={picture.alt} loading="lazy" />
        ) : null}
        {words}
      </a>
    </li>
  );
}
