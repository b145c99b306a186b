import { lazy, Suspense, useState } from 'react';
import type { Me } from '../api/types';
import { AccountButton } from './account-button';

const AccountDropdown = lazy(async () => ({ default: (await import('./account-dropdown')).AccountDropdown }));

/** Who is signed in; what opens from it is loaded when it is first asked for. */
export function AccountMenu({ me }: { me: Me }) {
  const [isWanted, setWanted] = useState(false);
  const closed = <AccountButton me={me} aria-haspopup="menu" onClick={() => setWanted(true)} />;
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <AccountDropdown me={me} />
    </Suspense>
  );
}
