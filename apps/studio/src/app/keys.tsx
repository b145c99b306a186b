import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isSwitchedOff } from '../parts/single-keys';
import { chooseFile } from '../upload/choose-file';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }));

const opened = new EventTarget();
export const openKeys = () => opened.dispatchEvent(new Event('open'));

const places: Record<string, string> = { h: '/', s: '/shows', j: '/jobs', b: '/bin' };
/** Single keys that work where nobody is typing, and the list of them behind `?`. */
export function Keys() {
  const navigate = useNavigate();
  const { showId } = useParams();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    let waitsForPlace = 0;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isSwitchedOff(event)) return;
      const key = event.key.toLowerCase();
      if (Date.now() - waitsForPlace < 1200 && places[key]) void navigate(places[key]);
      else if (key === 'g') waitsForPlace = Date.now();
      else if (key === 'u') chooseFile(showId);
      else if (key === 'n') void navigate('/shows/new');
      else if (key === '?') open();
      else return;
      if (key !== 'g') waitsForPlace = 0;
      event.preventDefault();
    };
    opened.addEventListener('open', open);
    document.addEventListener('keydown', press);
    return () => {
      opened.removeEventListener('open', open);
      document.removeEventListener('keydown', press);
    };
  }, [navigate, showId]);
  return (
    isOpen && (
      <Suspense>
        <KeysDialog onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(
    element?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'),
  );
}
