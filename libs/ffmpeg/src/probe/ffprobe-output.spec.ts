import { DamagedAudio, NoAudioTrack, NotAudio, TooLong, TooManyChannels } from '../error.js';
import { readFfprobe } from './ffprobe-output.js';

const limits = { mostChannels: 8, mostDurationMs: 3_600_000 };
const audio = {
  index: 0,
  codec_type: 'audio',
  codec_name: 'flac',
  sample_rate: '48000',
  channels: 2,
  channel_layout: 'stereo',
  sample_fmt: 's16',
  bits_per_raw_sample: '16',
};
const video = { index: 1, codec_type: 'video', codec_name: 'h264', width: 640, height: 360 };
const cover = {
  index: 2,
  codec_type: 'video',
  codec_name: 'mjpeg',
  width: 300,
  height: 300,
  disposition: { attached_pic: 1 },
};
const format = { format_name: 'flac', duration: '12.5', probe_score: 100, tags: {} };
const read = (streams: unknown[], more: object = {}) =>
  readFfprobe({ streams, format: { ...format, ...more } }, 1000, limits);

describe('readFfprobe', () => {
  it('reads a recording', () => {
    expect(read([audio])).toMatchObject({
      codec: 'flac',
      sampleRate: 48000,
      channels: 2,
      durationMs: 12500,
      bitsPerSample: 16,
      isFloat: false,
      hasVideo: false,
      cover: null,
    });
  });

  it('does not take a cover for a video', () => {
    expect(read([audio, cover])).toMatchObject({ hasVideo: false, cover: { streamIndex: 2, width: 300, height: 300 } });
    expect(read([video, audio])).toMatchObject({ hasVideo: true, videoWidth: 640, cover: null });
  });

  it('finds tags whatever their case and names', () => {
    const tags = { TITLE: ' Été ', album_artist: 'A', ICRD: '2026', TRACKNUMBER: '7', comment: '' };
    expect(read([audio], { tags }).tags).toEqual({ title: 'Été', albumArtist: 'A', date: '2026', track: '7' });
  });

  it('refuses what is not sound', () => {
    expect(() => read([audio], { probe_score: 1 })).toThrow(NotAudio);
    expect(() => readFfprobe(null, 1, limits)).toThrow(NotAudio);
    expect(() => read([])).toThrow(NotAudio);
    expect(() => read([video])).toThrow(NoAudioTrack);
    expect(() => read([{ ...audio, sample_rate: '0' }])).toThrow(DamagedAudio);
  });

  it('refuses what is too much', () => {
    expect(() => read([{ ...audio, channels: 64 }])).toThrow(TooManyChannels);
    expect(() => read([audio], { duration: '3601' })).toThrow(TooLong);
  });
});
