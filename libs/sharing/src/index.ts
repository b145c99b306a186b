import { PieceOfKit } from './kit/piece-of-kit.entity.js';

export const sharingEntities = [PieceOfKit];
export { PieceOfKit };
export { noItem, type PieceState, type PieceSubject } from './kit/piece-of-kit.entity.js';
