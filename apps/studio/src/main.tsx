import { faviconSvg } from '#libs/look';
import { createRoot } from 'react-dom/client';
import './app/styles';
import { App } from './app/app';

const icon = document.createElement('link');
icon.rel = 'icon';
icon.href = `data:image/svg+xml,${encodeURIComponent(faviconSvg())}`;
document.head.append(icon);

/** A new build replaced the files that this page knows: load it, at most once a minute. */
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('estrade.reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('estrade.reloaded', String(Date.now()));
  location.reload();
});

createRoot(document.getElementById('root')!).render(<App />);
