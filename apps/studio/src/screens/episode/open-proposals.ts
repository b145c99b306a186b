import { useEffect, useRef } from 'react';

const open = new Set<() => void>();

/** A proposal on the screen says how it is accepted, as long as it is open. */
export function useOpenProposal(isOpen: boolean, accept: () => void): void {
  const latest = useRef(accept);
  latest.current = accept;
  useEffect(() => {
    if (!isOpen) return undefined;
    const run = () => latest.current();
    open.add(run);
    return () => void open.delete(run);
  }, [isOpen]);
}

export function acceptAllProposals(): void {
  [...open].forEach((accept) => accept());
}
