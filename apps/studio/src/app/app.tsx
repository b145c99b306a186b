import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/queries';
import { Announcer } from '../parts/announcer';
import { WordsProvider } from '../words/words';
import { router } from './router';
import { cssVariables, theme } from './theme';

/** Providers from the outside in: look, words, data, routes. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Notifications position="bottom-center" autoClose={8000} containerWidth={460} />
          <Announcer />
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  );
}
