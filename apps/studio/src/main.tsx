import { faviconSvg } from '#libs/look';
import { createRoot } from 'react-dom/client';
import './app/styles';
import { App } from './app/app';

const icon = document.createElement('link');
icon.rel = 'icon';
icon.href = `data:image/svg+xml,${encodeURIComponent(faviconSvg())}`;
document.head.append(icon);

createRoot(document.getElementById('root')!).render(<App />);
