/** The injection token of `LoadedAssets`. */
export const ASSETS = 'ASSETS';
