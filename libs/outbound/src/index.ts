export { lengthOf, type OutboundAnswer } from './answer/answer.js';
export { readBytes } from './answer/body.js';
export { download, type Downloaded, type DownloadRequest } from './download/download.js';
export {
  AddressNotFetched,
  AnswerBroken,
  AnswerRefused,
  AnswerTooBig,
  AnswerTooSlow,
  OutboundError,
  type OutboundReason,
} from './error.js';
export { head, type OutboundHead } from './head.js';
export { machineNetwork, type Network } from './network.js';
export { Outbound, type OutboundOptions, type OutboundRequest } from './outbound.js';
export { isOutwardAddress } from './target/address.policy.js';
export { toTarget } from './target/target.policy.js';
