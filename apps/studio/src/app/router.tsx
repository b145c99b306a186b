import { createBrowserRouter } from 'react-router';
import { HomeScreen } from '../screens/home/home.screen';
import { LoginScreen } from '../screens/entry/login.screen';
import { CrashScreen, NotFoundScreen } from './crash';
import { Guard } from './guard';

/** Every address of the studio. Screens that a first visit does not show are loaded when they are opened. */
export const router = createBrowserRouter(
  [
    {
      errorElement: <CrashScreen />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/login', element: <LoginScreen /> },
        {
          path: '/setup',
          lazy: async () => ({ Component: (await import('../screens/entry/setup.screen')).SetupScreen }),
        },
        {
          path: '/forgotten',
          lazy: async () => ({ Component: (await import('../screens/entry/forgotten.screen')).ForgottenScreen }),
        },
        {
          path: '/reset',
          lazy: async () => ({ Component: (await import('../screens/entry/reset.screen')).ResetScreen }),
        },
        {
          path: '/confirm-email',
          lazy: async () => ({ Component: (await import('../screens/entry/confirm-email.screen')).ConfirmEmailScreen }),
        },
        {
          path: '/invitation',
          lazy: async () => ({ Component: (await import('../screens/entry/invitation.screen')).InvitationScreen }),
        },
        {
          element: <Guard />,
          children: [
            { index: true, element: <HomeScreen /> },
            {
              path: '/shows',
              lazy: async () => ({ Component: (await import('../screens/show/shows.screen')).ShowsScreen }),
            },
            {
              path: '/shows/new',
              lazy: async () => ({ Component: (await import('../screens/show/new-show.screen')).NewShowScreen }),
            },
            {
              path: '/shows/:showId',
              lazy: async () => ({ Component: (await import('../screens/show/show.layout')).ShowLayout }),
              children: [
                {
                  index: true,
                  lazy: async () => ({ Component: (await import('../screens/show/episodes.screen')).EpisodesScreen }),
                },
                {
                  path: 'events',
                  lazy: async () => ({ Component: (await import('../screens/event/events.screen')).EventsScreen }),
                },
                {
                  path: 'events/:eventId',
                  lazy: async () => ({ Component: (await import('../screens/event/event.screen')).EventScreen }),
                },
                {
                  path: 'settings',
                  lazy: async () => ({
                    Component: (await import('../screens/show/settings.screen')).ShowSettingsScreen,
                  }),
                },
                {
                  path: 'members',
                  lazy: async () => ({ Component: (await import('../screens/show/members.screen')).MembersScreen }),
                },
              ],
            },
            {
              path: '/shows/:showId/episodes/:episodeId',
              lazy: async () => ({ Component: (await import('../screens/episode/episode.screen')).EpisodeScreen }),
            },
            {
              path: '/account',
              lazy: async () => ({ Component: (await import('../screens/account/account.screen')).AccountScreen }),
            },
            {
              path: '/jobs',
              lazy: async () => ({ Component: (await import('../screens/jobs/jobs.screen')).JobsScreen }),
            },
            { path: '/bin', lazy: async () => ({ Component: (await import('../screens/bin/bin.screen')).BinScreen }) },
            {
              path: '/mails',
              lazy: async () => ({ Component: (await import('../screens/jobs/mails.screen')).MailsScreen }),
            },
            { path: '*', element: <NotFoundScreen /> },
          ],
        },
      ],
    },
  ],
  { basename: '/studio' },
);
