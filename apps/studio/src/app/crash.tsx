import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words';

/** Catches a screen of ours that broke: what is safe and what to do; the details are for the console. */
export class CrashNet extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const { t } = useWords();
  return (
    <main role="alert" style={{ maxWidth: 520, margin: '18vh auto', padding: 20 }}>
      <h1>{t('studio.crash.title')}</h1>
      <p>{t('studio.crash.text')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('studio.crash.reload')}
      </button>
    </main>
  );
}
