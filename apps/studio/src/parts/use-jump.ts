import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Brings the field that the address names (`#show.ownerEmail`, an element `field-show.ownerEmail`) into view and gives it the focus. */
export function useJump(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const name = decodeURIComponent(hash.slice(1));
    const target = document.getElementById(`field-${name}`);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  }, [hash, key]);
}
