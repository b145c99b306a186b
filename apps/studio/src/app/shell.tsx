import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import type { Instance, Me } from '../api/types';
import { useLiveProgress } from '../live/live-progress';
import { Loading } from '../parts/loading';
import { DropZone } from '../upload/drop-zone';
import { UploadTray } from '../upload/upload-tray';
import { useWords } from '../words/words';
import { Keys } from './keys';
import { Navigation } from './navigation';
import { Wordmark } from './wordmark';
import classes from './shell.module.css';

const MenuDrawer = lazy(async () => ({ default: (await import('./menu-drawer')).MenuDrawer }));

/** The frame of every signed-in screen: navigation at the side (a drawer on a phone), drop target, uploads under way. */
export function Shell({ me, instance }: { me: Me; instance: Instance | undefined }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [isOpen, menu] = useDisclosure(false);
  const [wasOpened, setWasOpened] = useState(false);
  useLiveProgress();
  useEffect(() => {
    menu.close();
    scrollTo(0, 0);
  }, [pathname]);
  const navigation = <Navigation me={me} instance={instance} />;
  return (
    <div className={classes.frame}>
      <a className="skip" href="#main">
        {t('studio.nav.skip')}
      </a>
      <div className={classes.bar} role="region" aria-label="Estrade">
        <Link to="/" aria-label={t('studio.nav.home')} className={classes.mark}>
          <Wordmark height={22} />
        </Link>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          onClick={() => {
            setWasOpened(true);
            menu.open();
          }}
          aria-label={t('studio.nav.open')}
        >
          <IconMenu2 aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.side} role="region" aria-label="Estrade">
        {navigation}
      </div>
      {wasOpened && (
        <Suspense>
          <MenuDrawer isOpen={isOpen} onClose={menu.close}>
            {navigation}
          </MenuDrawer>
        </Suspense>
      )}
      <main id="main" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <UploadTray />
      <DropZone />
      <Keys />
    </div>
  );
}
