import { isMachine } from './visitor.plan.js';

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

/** `ux:K-13`: a guest's link is opened inside the app it was posted in, and those visits are people's. */
describe('who is counted as a visitor', () => {
  it.each([
    `${phone} [LinkedInApp]/9.31.1`,
    `${phone} [FBAN/FBIOS;FBAV/500.0]`,
    `${phone} Instagram 380.0`,
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36 Telegram-Android/11.9 (Google Pixel 9)',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Slack/4.43 Electron/34 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  ])('a person, with %s', (userAgent) => {
    expect(isMachine(userAgent)).toBe(false);
  });

  it.each([
    undefined,
    '',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'TelegramBot (like TwitterBot)',
    'WhatsApp/2.25.10.70 A',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Slack-ImgProxy (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
    'http.rb/5.2.0 (Mastodon/4.3.0; +https://social.example/) Bot',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
  ])('a program, with %j', (userAgent) => {
    expect(isMachine(userAgent)).toBe(true);
  });
});
