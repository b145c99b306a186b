export { type Asset, loadAssets, type LoadedAssets } from './asset/assets.js';
export { type EmbedAsk, embedCode, type EmbedCode, hasFilm } from './embed/embed-code.js';
export { type EmbedLook, embedPage, embedProblemPage, type EmbedView, type Theme } from './embed/embed.page.js';
export { type OembedAnswer, oembedAnswer, type OembedView, oembedXml } from './embed/oembed.js';
export { enclosureAddress, episodeAddress, episodeAlternates, episodeText } from './episode/episode-address.js';
export { episodePage, type EpisodePageView } from './episode/episode.page.js';
export { type NeighbourTalks, neighboursOf } from './episode/neighbours.js';
export { teaserPage, type TeaserPageView } from './episode/teaser.page.js';
export { chooseTranscript } from './episode/transcript.js';
export { eventPage, type EventPageView } from './event/event.page.js';
export { choicePage, type ChoicePageView } from './choice/choice.page.js';
export { choiceMadePage } from './choice/choice-made.page.js';
export { secretFeedPage } from './choice/secret-feed.page.js';
export { type FollowAnswer, followAnswerPage } from './followers/follow-answer.page.js';
export { FollowByMail } from './followers/follow-by-mail.js';
export type { FollowTarget } from './followers/follow-form.js';
export { ReminderForm } from './followers/reminder-form.js';
export {
  type GuestFrameView,
  guestLinkPage,
  type GuestPageContent,
  type GuestPart,
  guestReader,
} from './guest-link/guest-frame.js';
export { guestCodePage, type GuestCodeView } from './guest-link/guest-code.page.js';
export { guestMePage } from './guest-link/me.page.js';
export { type GuestMeView, type MeSection, meSections } from './guest-link/me.view.js';
export { type GuestProblem, guestProblemPage } from './guest-link/guest-problem.page.js';
export { guestPage } from './guest/guest.page.js';
export { homePage } from './home/home.page.js';
export type { FeedLink } from './home/more-feeds.js';
export { opmlXml } from './opml/opml.xml.js';
export { offlinePage, problemPage, problemStatus, type ProblemKind } from './problem/problem.page.js';
export { followPage, type FollowPageView } from './show/follow.page.js';
export { searchPage } from './search/search.page.js';
export { type SearchFilter, searchFilters, type SearchItem, type SearchPageView } from './search/search-view.js';
export { showPage } from './show/show.page.js';
export type { ShowPageView, ShowPart } from './show/show.view.js';
export type { ShareImage } from './site/share-image.js';
export { hasSiteText, type SiteTextKind, siteTextKinds } from './text/site-text.js';
export { siteTextPage } from './text/site-text.page.js';
export { type AssetPaths, type Page, regionsOf, type Site, siteName } from './site/site.js';
export { tagPage, type TagPageView } from './tag/tag.page.js';
export { kitPage } from './kit/kit.page.js';
export { letterOffPage } from './kit/letter-off.page.js';
export type { KitFile, KitFileGroup, KitOwnView, KitPageView, KitPost, KitShareView } from './kit/kit.view.js';
export { kitLengths, type KitNetwork, kitNetworks, kitTones } from './kit/kit.view.js';
export { reviewPage } from './review/review.page.js';
export type { ReviewClipView, ReviewPageView, ReviewQuoteView, ReviewWording } from './review/review.view.js';
