/** The folders of the storage with what is made of recordings; names in them begin with the revision's id. */
export const madeFolders = ['analysis', 'waveform', 'mp3', 'm4a', 'opus', 'video', 'hls'] as const;
