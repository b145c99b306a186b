import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Waiting } from './waiting';

/** A screen that is loaded when it is first opened. */
function screen<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  const Screen = lazy(async () => ({ default: (await load())[name] as ComponentType }));
  return (
    <Suspense fallback={<Waiting />}>
      <Screen />
    </Suspense>
  );
}

/** Every address of the studio, below `/studio`. */
export function Screens() {
  return (
    <Routes>
      <Route path="/login" element={login} />
      <Route path="/setup" element={setup} />
      <Route path="/forgotten" element={forgotten} />
      <Route path="/reset" element={reset} />
      <Route path="/confirm-email" element={confirmEmail} />
      <Route path="/invitation" element={invitation} />
      <Route element={guard}>
        <Route index element={home} />
        <Route path="/shows" element={shows} />
        <Route path="/shows/new" element={newShow} />
        <Route path="/shows/:showId" element={show}>
          <Route index element={episodes} />
          <Route path="events" element={events} />
          <Route path="events/:eventId" element={event} />
          <Route path="series" element={series} />
          <Route path="subscribers" element={subscribers} />
          <Route path="followers" element={followers} />
          <Route path="feed" element={feed} />
          <Route path="page" element={showPage} />
          <Route path="settings" element={settings} />
          <Route path="members" element={members} />
        </Route>
        <Route path="/shows/:showId/episodes/:episodeId" element={episode} />
        <Route path="/shows/:showId/episodes/:episodeId/sound" element={sound} />
        <Route path="/shows/:showId/episodes/:episodeId/clips" element={clips} />
        <Route path="/shows/:showId/episodes/:episodeId/kit" element={kit} />
        <Route path="/shows/:showId/episodes/:episodeId/guests" element={guests} />
        <Route path="/people" element={people} />
        <Route path="/people/:personId" element={person} />
        <Route path="/import" element={imports} />
        <Route path="/import/:importId" element={oneImport} />
        <Route path="/account" element={account} />
        <Route path="/jobs" element={jobs} />
        <Route path="/bin" element={bin} />
        <Route path="/site" element={site} />
        <Route path="/mails" element={mails} />
        <Route path="*" element={notFound} />
      </Route>
    </Routes>
  );
}

const login = screen(() => import('../screens/entry/login.screen'), 'LoginScreen');
const setup = screen(() => import('../screens/entry/setup.screen'), 'SetupScreen');
const forgotten = screen(() => import('../screens/entry/forgotten.screen'), 'ForgottenScreen');
const reset = screen(() => import('../screens/entry/reset.screen'), 'ResetScreen');
const confirmEmail = screen(() => import('../screens/entry/confirm-email.screen'), 'ConfirmEmailScreen');
const invitation = screen(() => import('../screens/entry/invitation.screen'), 'InvitationScreen');
const guard = screen(() => import('./guard'), 'Guard');
const home = screen(() => import('../screens/home/home.screen'), 'HomeScreen');
const shows = screen(() => import('../screens/show/shows.screen'), 'ShowsScreen');
const newShow = screen(() => import('../screens/show/new-show.screen'), 'NewShowScreen');
const show = screen(() => import('../screens/show/show.layout'), 'ShowLayout');
const episodes = screen(() => import('../screens/show/episodes.screen'), 'EpisodesScreen');
const events = screen(() => import('../screens/event/events.screen'), 'EventsScreen');
const event = screen(() => import('../screens/event/event.screen'), 'EventScreen');
const series = screen(() => import('../screens/series/series.screen'), 'SeriesScreen');
const subscribers = screen(() => import('../screens/subscriber/subscribers.screen'), 'SubscribersScreen');
const followers = screen(() => import('../screens/follower/followers.screen'), 'FollowersScreen');
const feed = screen(() => import('../screens/feed/feed.screen'), 'FeedScreen');
const showPage = screen(() => import('../screens/show/page/page.screen'), 'ShowPageScreen');
const site = screen(() => import('../screens/site/site.screen'), 'SiteScreen');
const settings = screen(() => import('../screens/show/settings.screen'), 'ShowSettingsScreen');
const members = screen(() => import('../screens/show/members.screen'), 'MembersScreen');
const episode = screen(() => import('../screens/episode/episode.screen'), 'EpisodeScreen');
const sound = screen(() => import('../screens/episode/sound/sound.screen'), 'SoundScreen');
const clips = screen(() => import('../screens/episode/clips/clips.screen'), 'ClipsScreen');
const kit = screen(() => import('../screens/episode/kit/kit.screen'), 'KitScreen');
const guests = screen(() => import('../screens/episode/guests/guests.screen'), 'GuestsScreen');
const people = screen(() => import('../screens/people/people.screen'), 'PeopleScreen');
const person = screen(() => import('../screens/people/person.screen'), 'PersonScreen');
const imports = screen(() => import('../screens/import/imports.screen'), 'ImportsScreen');
const oneImport = screen(() => import('../screens/import/import.screen'), 'ImportScreen');
const account = screen(() => import('../screens/account/account.screen'), 'AccountScreen');
const jobs = screen(() => import('../screens/jobs/jobs.screen'), 'JobsScreen');
const bin = screen(() => import('../screens/bin/bin.screen'), 'BinScreen');
const mails = screen(() => import('../screens/jobs/mails.screen'), 'MailsScreen');
const notFound = screen(() => import('./not-found.screen'), 'NotFoundScreen');
