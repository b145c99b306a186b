import { Center, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { speak } from '../api/client';
import { useInstance, useMe } from '../api/queries';
import { ErrorNote } from '../parts/error-note';
import { useWords } from '../words/words';
import { toRegion } from '#libs/messages';
import { Shell } from './shell';

/** Lets signed-in people through, in their language and time zone; everybody else signs in first and comes back. */
export function Guard() {
  const me = useMe();
  const instance = useInstance();
  const { pathname, search } = useLocation();
  const { setRegion, setZone, region } = useWords();
  const [locale, zone] = [me.data?.locale, me.data?.timeZone];

  useEffect(() => {
    if (locale) setRegion(toRegion(locale));
    if (zone) setZone(zone);
  }, [locale, zone, setRegion, setZone]);
  useEffect(() => speak(region), [region]);

  if (me.isPending)
    return (
      <Center h="100dvh">
        <Loader color="after" />
      </Center>
    );
  if (me.isError)
    return (
      <Center h="100dvh" p="md">
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
      </Center>
    );
  if (!me.data) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  return <Shell me={me.data} instance={instance.data} />;
}
