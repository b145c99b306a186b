/** What guests read behind their own link, and what a page says of a person. */
export const guest = {
  'guest.frame.description': 'A private page for one guest.',
  'guest.frame.untitled': 'An episode without a title yet',
  'guest.frame.team':
    'You came by the link for assistants and communications teams: you can copy and download everything here.',
  'guest.frame.parts': 'Parts of this page',
  'guest.frame.part.kit': 'Share',
  'guest.frame.part.review': 'Approve',
  'guest.frame.part.me': 'About me',
  'guest.frame.waiting': 'waiting for you',
  'guest.stage':
    '{stage, select, invited {You are invited. Tell us who you are, whenever you have two minutes.} filled {We have what you told us. Nothing is waiting for you.} proposed {Quotes or clips are waiting for your answer.} reviewing {You have begun to answer; some quotes or clips are still open.} approved {Everything has your answer. Thank you.} silent {The time to answer is over; the show’s rule was applied. You can still change your answers.} released {The episode is out.} quiet {The episode is out. This page stays open to you.} declined {You declined. Nothing of you is used here.} withdrawn {You withdrew your consent. Nothing new is made with your voice or words.} other {}}',
  'guest.door.title': 'This link does not work',
  'guest.door.text':
    'It may have been replaced by a newer one, or something is missing at its end. Ask the person who sent it to you for the current link; nothing is lost.',
  'guest.door.wait': 'Too many wrong addresses came from your network. Wait ten minutes and open your link again.',
  'guest.door.foreign': 'This form came from another site, so nothing was changed. Open your own link and try again.',
  'guest.door.teamOnly':
    'This link is for copying and downloading. To change something, the guest’s own link is needed.',
  'guest.code.title': 'One more step: your code',
  'guest.code.sent':
    'We sent six digits to {to}. They work once, for ten minutes. What you entered is kept on this page.',
  'guest.code.label': 'Code from the mail',
  'guest.code.confirm': 'Confirm',
  'guest.code.again': 'Send a new code',
  'guest.code.cancel': 'Change nothing',
  'guest.code.wrong': 'That was not the code. Compare it with the newest mail; nothing is lost.',
  'guest.code.over': 'This code is over: it works once and for ten minutes. Have a new one sent; nothing is lost.',
  'guest.code.tries': 'That was the fifth wrong code, so it is closed. Have a new one sent; nothing is lost.',

  'error.field.guest.fediverse': 'This is not a fediverse address, such as @name@server.example.',
  'error.field.guest.slugTaken': 'Somebody else has this address. Choose another.',
  'error.field.guest.timeOrder': 'The end lies before the beginning.',
  'error.field.guest.time': 'Write a time such as 12:30 or 1:02:30.',
  'guest.use.publish': 'Publish the episode',
  'guest.use.publish.text':
    'My voice, my name and what I say may be published in this episode, on pages and in podcast apps.',
  'guest.use.clips': 'Clips',
  'guest.use.clips.text': 'Short parts of up to 90 seconds may be shown by themselves, each after I have approved it.',
  'guest.use.quotes': 'Quotes',
  'guest.use.quotes.text': 'Sentences of mine may be shown as text and on images, each after I have approved it.',
  'guest.use.transcript': 'Transcript',
  'guest.use.transcript.text': 'What I say may be published in writing beside the sound.',
  'guest.use.translation': 'Translations',
  'guest.use.translation.text': 'What I say may be translated; the translation is marked as one.',
  'guest.use.training': 'Training of machines',
  'guest.use.training.text':
    'My voice and my words may be used to train artificial intelligence. Most people leave this off.',
  'guest.code.many': 'Six codes were sent within an hour. Wait a while, then ask for one again; nothing is lost.',
} as const;
