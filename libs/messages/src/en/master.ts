/** The command line that repairs one file (`npm run master`). */
export const master = {
  'master.help': `Repairs the sound of one recording as a server does, without a database.

  npm run master -- IN OUT [options]

IN is any audio or video file; OUT ends in .mp3, .m4a or .opus. IN is never written to.

What is wanted
  --target N          loudness in LUFS, as heard: -14, -16 (default), -18 or -23
  --preset NAME       voice, interview (default), room, panel or music
  --strength 0..1     how far voices are brought together; 0: one gain for everything
  --meter NAME        heard (default): mono counts as it sounds; literal: as a plain meter reads it
  --mono-as-stereo    publish mono as two equal sides
  --untouched         encode only, repair nothing

Where
  --cut RANGE         take out, such as 0:00-0:12 or 59:30- (to the end); may be repeated
  --only RANGE        bring voices together only here
  --leave RANGE       never lift or lower this part against the others; may be repeated
  --intro FILE, --outro FILE   played before and after, brought to the same loudness
  --track FILE        sounds together with IN; may be repeated

How and what else
  --chunks N          encode in N parts at once (1)
  --report FILE       everything that was found and measured, as JSON
  --picture FILE      before and after, as SVG
  --lang en|fr        language of what is printed
  --quiet             print nothing but errors`,
  'master.seeHelp': 'npm run master -- --help says what there is.',
  'master.interrupted': 'Interrupted; nothing was written.',
  'master.usage.TWO_FILES':
    'Name one recording and one file to make ({given, plural, =0 {none} one {# name} other {# names}} given).',
  'master.usage.OPTION': 'The option {option} is not known, or lacks its value.',
  'master.usage.EXTENSION': 'The file to make has to end in .mp3, .m4a or .opus.',
  'master.usage.ONE_OF': '{option} can be: {allowed}.',
  'master.usage.NUMBER': '{option} is a number from {least, number} to {most, number}.',
  'master.usage.RANGE': '{option} is a range of times such as 0:00-0:12, its end after its start.',
  'master.usage.NOT_THERE': '{file} is not there or cannot be read.',
  'master.usage.NO_PLACE': '{file} cannot be written there.',
  'master.usage.SAME_FILE': '{file} is used twice; a recording is never written over.',
  'master.error.MEDIA_COMMAND_FAILED':
    'The sound could not be processed; your recording is as it was. Try again, and if it fails again export it anew.',
  'master.error.MEDIA_COMMAND_TIMED_OUT':
    'Processing the sound took longer than {seconds} seconds and was stopped. Try again when the machine is less busy.',
  'master.error.VERIFICATION_FAILED':
    'The finished sound has another length than it has to have, so it was not kept. Try again with another export of the recording.',
  'master.step.probe': 'Looking at the file',
  'master.step.analyse': 'Listening',
  'master.step.plan': 'Deciding',
  'master.step.render': 'Repairing and encoding',
  'master.step.tag': 'Writing the tags',
  'master.step.verify': 'Checking the result',
  'master.findings': 'Found:',
  'master.noFindings': 'Nothing wrong was found.',
  'master.mended': 'mended',
  'master.before': 'Before',
  'master.after': 'After',
  'master.row.heard': 'Loudness, as heard',
  'master.row.meter': 'Loudness, plain meter',
  'master.row.peak': 'True peak',
  'master.row.range': 'Loudness range',
  'master.row.duration': 'Duration',
  'master.made': '{channels, select, mono {Mono} other {Stereo}}, {bytes}, made in {seconds} s.',
  'master.missed':
    '{name, select, loudness {The loudness comes out at {measured} LUFS} truePeak {The true peak comes out at {measured} dBTP} other {The length comes out at {measured} ms}}, which misses the target.',
  'master.picture.title': 'The sound before and after: waveform, and loudness of each three seconds with the target',
  'master.picture.legend': 'Line: loudness of 3 s in LUFS. Band: the target ± 1.',
} as const;
