import { PieceOfKit } from './kit/piece-of-kit.entity.js';
import { GuestLetter } from './letter/guest-letter.entity.js';
import { GuestKit } from './life/guest-kit.entity.js';
import { ShortCode } from './link/short-code.entity.js';

export const sharingEntities = [PieceOfKit, GuestKit, GuestLetter, ShortCode];
export { GuestKit, GuestLetter, PieceOfKit, ShortCode };
export { noItem, type PieceState, type PieceSubject } from './kit/piece-of-kit.entity.js';
export { type LetterKind, letterKinds, type OptionalLetter, optionalLetters } from './letter/letter-kinds.js';
export { ShortCodesService } from './link/short-codes.service.js';
export { type CardContent, type CardPerson, type CardShape, cardShapes, toCardContent } from './card/card.content.js';
export { clipShapes, type ClipShape } from './card/clip-background.plan.js';
export { drawCard, type PictureSource } from './card/draw-card.js';
export type { EncodedImage } from './card/encode-image.js';
export { type ClipBackground, renderClipBackground } from './card/render-clip-background.js';
export { toXmp } from './card/xmp.js';
export { kitAddress } from './life/kit-address.plan.js';
export { KitQuery } from './life/kit.query.js';
export type { KitView } from './life/kit.view.js';
export { GuestKitsService, type GuestKitForm } from './life/guest-kits.service.js';
export { toBlog, type Blog, type BlogImage } from './text/blog.plan.js';
export { toDisclaimer, toKitTextFacts } from './text/kit-facts.plan.js';
export {
  type KitTextChoice,
  type KitTextFacts,
  type KitTextUse,
  lengths,
  type TextLength,
  type Tone,
  tones,
} from './text/kit-text.facts.js';
export { toKitTexts, toMailText, type KitTexts } from './text/kit-texts.plan.js';
export { type Post, toPost } from './text/post.plan.js';
export { setTypography } from './text/typography.plan.js';
export { ShortLinkQuery } from './link/short-link.query.js';
export { type Card, type CardFile, CardQuery } from './card/card.query.js';
export { KitPieces, type PieceMade, type PieceWish, versionOf } from './kit/kit-pieces.js';
export { makePieceHandlers, type PieceDeps, pieceJobs } from './kit/piece.handlers.js';
export { pieceSubscriptions, planOf, tagSubjectId } from './kit/plan-subscriptions.js';
export { findUnmade, findWithoutCard, onPieceParked } from './kit/reconcile-pieces.js';
export { clipFileName } from './clip/clip-name.plan.js';
export { clipSubscriptions, findUnmadeClips, onClipParked } from './clip/clip-subscriptions.js';
export { clipKinds, type ClipToMake, toClipWishes } from './clip/clip-wishes.plan.js';
export { makeClip, planClips } from './clip/clip.jobs.js';
export { makeMakeClip, type MakeClipDeps } from './clip/make-clip.handler.js';
export { makePlanClips } from './clip/plan-clips.handler.js';
export { findUnsentLetters, GuestLettersService, onLetterParked } from './letter/guest-letters.service.js';
export type { LetterState } from './letter/guest-letter.entity.js';
export { sendLetter } from './letter/letter.jobs.js';
export { type GuestLetterDeps, makeSendLetter } from './letter/send-letter.handler.js';
export { type ClipFile, ClipFiles } from './clip/clip-files.service.js';
export { streamZip } from './kit/kit-zip.js';
export { wordsOf } from './kit/words-of.plan.js';
export { mostZipBytes, planKitZip, type ZipEntry, zipName } from './kit/kit-zip.plan.js';
export { chooseSlide, slideReachM, type SlideChoice } from './slide/slide.plan.js';
