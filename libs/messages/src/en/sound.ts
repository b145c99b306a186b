/** What can go wrong with files and their sound, and the remarks in the sound report (`sound.note.<CODE>`). */
export const sound = {
  'error.NOT_AUDIO':
    'This file is not an audio or video recording. Upload the sound file itself, such as WAV, FLAC, MP3, M4A or MP4.',
  'error.EMPTY_FILE': 'This file is empty (0 bytes). Export it again from your recorder and upload it once more.',
  'error.NO_AUDIO_TRACK':
    'This file has pictures but no sound. Export it again with its sound and upload it once more.',
  'error.TOO_MANY_CHANNELS':
    'This file has {channels} channels and at most {most} can be mixed. Export a mono or stereo mix and upload that.',
  'error.DAMAGED_AUDIO':
    'The sound in this file is damaged and cannot be read. Export it again or upload the original recording.',
  'error.TOO_LONG': 'This recording lasts {hours} hours and at most {most} are accepted. Cut it into parts.',
  'error.COVER_TOO_LARGE': 'The cover inside this file is {width} × {height} pixels. Use one of at most 6000 × 6000.',
  'error.PICTURES_NOT_KEPT':
    'The pictures of this recording cannot be published with its sound: they can only be copied whole, as H.264, HEVC, AV1, VP8 or VP9. Take back its cuts, intro and outro, or publish the sound alone.',
  'error.MEDIA_COMMAND_FAILED':
    'The sound could not be processed; your recording is safe. Try again, and if it fails again upload the original recording.',
  'error.MEDIA_COMMAND_TIMED_OUT':
    'Processing the sound took longer than {seconds} seconds and was stopped; your recording is safe. Try again when the server is less busy.',
  'error.MEDIA_COMMAND_STALLED':
    'Processing the sound stood still for {seconds} seconds and was stopped; your recording is safe. Try again, and if it stands still again upload another export of the recording.',
  'error.ANALYSIS_UNREADABLE':
    'The stored measurement of this sound cannot be read. Try again to have it measured anew.',
  'error.PROCESSING_FAILED':
    'The sound could not be prepared for a reason on our side; your recording is safe. Try again, and if it fails again tell whoever runs this server.',
  'error.VERIFICATION_FAILED':
    'The finished sound did not pass its last check, so it was not used; your recording is safe. Try again with another export of it.',
  'error.NOTHING_TO_DO': 'There is nothing to change here at this moment; look at how the sound stands now.',
  'error.NOTHING_LEFT': 'The cuts leave nothing of the recording. Take one of them back, then make the sound again.',
  'error.SOURCE_GONE': 'A piece of this sound has been deleted since. Make the sound again to do without it.',
  'error.UPLOAD_TOO_LARGE':
    'This file has {size} GB and one file may have at most {most} GB. Export it in a compressed format, such as FLAC or MP3.',
  'error.QUOTA_EXCEEDED':
    'This file has {size} GB and only {left} GB are left on this server. Delete recordings that are no longer needed, or ask whoever runs it for more room.',
  'error.TOO_MANY_TRACKS':
    'This recording has {most} tracks and cannot have more. Mix some of them into one file and upload that.',
  'error.DISK_FULL':
    'The disk of this server is full. What had arrived is kept, and the upload can go on as soon as there is room again; tell whoever runs the server.',
  'error.DIGEST_DIFFERS':
    'The file arrived changed: what is stored differs from what your browser read. Send it again; nothing else was touched.',
  'error.UPLOAD_UNFINISHED': 'Only {received} of {total} bytes have arrived. Let the upload end first.',
  'error.UPLOAD_LOCKED': 'Another connection is sending this file at the moment. Wait a few seconds.',
  'error.COVER_NOT_RASTER':
    'This is not a still JPEG, PNG or WebP picture. Export the picture as JPEG or PNG and choose it again.',
  'error.IMAGE_TOO_LARGE':
    'This picture is {width} × {height} pixels; at most {most} × {most} are accepted, and 3000 × 3000 is enough.',
  'error.COVER_TOO_SMALL':
    'This picture is {width} × {height} pixels; it needs at least {least} × {least}, and 3000 × 3000 at best.',
  'error.COVER_NOT_SQUARE':
    'This picture is {width} × {height} pixels and a cover is square. Cut it to a square, 3000 × 3000 at best, and choose it again.',
  'sound.note.NEAR_SILENT':
    'This recording is nearly silent, so it was left as it is. Check the microphone or the export.',
  'sound.note.TOO_PEAKY':
    'The loudest peaks stand far above the rest; the limiter lowers them by up to {reductionDb, number} dB, {percent, number} % of the time.',
  'sound.note.TARGET_NOT_REACHED':
    'The loudness comes out at {lufs, number} LUFS instead of {targetLufs, number}: the peaks leave no room for more.',
  'sound.note.DUAL_MONO': 'Both channels are the same, so it is published in mono, at half the size.',
  'sound.note.EMPTY_CHANNEL':
    '{side, select, left {The left channel is silent} other {The right channel is silent}}, so the other one is published in mono.',
  'sound.note.MIXED_TO_STEREO': 'More than two channels were mixed to stereo.',
  'sound.note.TRUNCATED':
    'The file announces another length than what could be read. Listen to the end before you publish.',
  'sound.note.CLIPPED': 'The recording was too loud for its recorder in places and is distorted there.',
  'sound.note.SPLIT_STEREO':
    'Each voice was on a side of its own; they were mixed to the middle, so that nobody listens with one ear.',
  'sound.note.LEVELLED':
    'The voices were up to {from, number} LU apart and are within {to, number} now; the pauses were not raised.',
  'sound.note.NOTHING_TO_LEVEL':
    'The voices are within {spread, number} LU of each other, so everything gets one and the same gain.',
  'sound.note.NO_VOICES':
    'No voices were found that could be brought together, so everything gets one and the same gain.',
  'sound.note.HELD_BACK': 'One voice could have used {db, number} dB more, but its noise would have come up with it.',
  'sound.note.UNTOUCHED': 'Nothing was changed: this is the sound as it was sent.',
  'sound.note.VIDEO_NOT_CUT':
    'The sound was cut or joined, so the picture could not be kept in step and no video was made.',
  'sound.note.PIECE_MISSING':
    '{piece, select, intro {The intro} other {The outro}} could not be found any more and was left out.',
  'sound.note.TAGS_NOT_WRITTEN':
    'The file could not be given its newest title, chapters or cover and keeps those it has; pages and feeds show the right ones.',
  'sound.finding.muffled':
    '{extent, select, all {The whole recording sounds muffled, as over a telephone: there is hardly anything above 4 kHz. If a better recording exists, use that one.} other {Muffled, probably another microphone: there is hardly anything above 4 kHz. If this voice was also recorded elsewhere, use that recording here.}}',
  'sound.finding.quiet-voice': 'One voice is {db, number} dB below the others.',
  'sound.finding.clipped':
    '{times, plural, one {Clipped: the recorder was turned up too far and it crackles here.} other {Clipped {times, number} times: the recorder was turned up too far and it crackles here.}} Nothing brings this back; record a little lower next time.',
  'sound.finding.long-silence':
    '{amount, number} {unit, select, min {min} other {s}} of silence {where, select, start {at the start. It can be cut off.} end {at the end. It can be cut off.} other {in between. Listeners may think that the player has stopped; it can be cut out.}}',
  'sound.finding.empty-channel':
    '{side, select, left {The left channel is empty: with an earphone on that side only, nothing is heard.} other {The right channel is empty: with an earphone on that side only, nothing is heard.}}',
  'sound.finding.dual-mono': 'Both channels are the same: this is a mono recording.',
  'sound.finding.split-stereo':
    'Each voice is on a side of its own, which is tiring with headphones; both belong in the middle.',
  'sound.finding.hum':
    'Mains hum at {hertz, number} Hz in the pauses. It usually comes from a cable or a power supply near the microphone.',
  'sound.finding.noise':
    'Noise only {db, number} dB below the speech. A microphone nearer to the mouth helps more than anything afterwards.',
  'sound.finding.truncated':
    'The file ends early: it announces {amount, number} {unit, select, min {min} other {s}} more than could be read. Upload it again, or listen to its end before you publish.',
  'sound.finding.near-silent':
    'Nearly silent: even the loudest parts reach only {lufs, number} LUFS. Check the microphone and the export.',
  'sound.finding.music': 'Music rather than speech; it is not levelled like a voice.',
} as const;
