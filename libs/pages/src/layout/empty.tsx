import type { ReactNode } from 'react';

/** A place where nothing is yet: an empty platform, one sentence of what is so, one of what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <span className="plank" aria-hidden="true" />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
