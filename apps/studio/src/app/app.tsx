import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../api/queries';
import { Announcer } from '../parts/announcer';
import { Toasts } from '../parts/toasts';
import { WordsProvider } from '../words/words';
import { CrashNet } from './crash';
import { Screens } from './screens';
import { cssVariables, theme } from './theme';

/** Providers from the outside in: look, words, data, addresses. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider>
        <CrashNet>
          <QueryClientProvider client={queryClient}>
            <BrowserRouter basename="/studio">
              <Screens />
            </BrowserRouter>
            <Toasts />
            <Announcer />
          </QueryClientProvider>
        </CrashNet>
      </WordsProvider>
    </MantineProvider>
  );
}
