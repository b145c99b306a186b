import { z } from 'zod';
import { DamagedAudio, NoAudioTrack, NotAudio, TooLong, TooManyChannels } from '../error.js';
import type { Probe, SourceChapter, SourceTags } from './probe-result.js';

const text = z.string().optional();
const tags = z.record(z.string(), z.string()).default({});
const stream = z.object({
  index: z.number(),
  codec_type: text,
  codec_name: text,
  sample_rate: text,
  sample_fmt: text,
  channels: z.number().optional(),
  channel_layout: text,
  bits_per_raw_sample: text,
  bits_per_sample: z.number().optional(),
  duration: text,
  width: z.number().optional(),
  height: z.number().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  tags,
});
const ffprobeOutput = z.object({
  streams: z.array(stream).default([]),
  chapters: z.array(z.object({ start_time: z.string(), tags })).default([]),
  format: z.object({
    format_name: z.string(),
    duration: text,
    bit_rate: text,
    probe_score: z.number().default(0),
    tags,
  }),
});
type Output = z.infer<typeof ffprobeOutput>;
type Stream = z.infer<typeof stream>;

export interface ProbeLimits {
  readonly mostChannels: number;
  readonly mostDurationMs: number;
}

/**
 * Turns ffprobe's JSON into a Probe and refuses what is not a recording.
 * @throws NotAudio, NoAudioTrack, TooManyChannels, TooLong, DamagedAudio
 */
export function readFfprobe(json: unknown, sizeBytes: number, limits: ProbeLimits): Probe {
  const parsed = ffprobeOutput.safeParse(json);
  // Random bytes named .mp3 are "mp3" with a score of 1.
  if (!parsed.success || parsed.data.format.probe_score < 25) throw new NotAudio();
  const { format, streams, chapters } = parsed.data;
  const audio = streams.find((each) => each.codec_type === 'audio');
  const cover = streams.find((each) => each.disposition.attached_pic === 1);
  const video = streams.find((each) => each.codec_type === 'video' && each !== cover);
  if (!audio) throw video ? new NoAudioTrack() : new NotAudio();
  const sampleRate = Number(audio.sample_rate ?? 0);
  const channels = audio.channels ?? 0;
  if (channels > limits.mostChannels) throw new TooManyChannels(channels, limits.mostChannels);
  if (!(sampleRate > 0) || channels < 1 || !audio.codec_name) throw new DamagedAudio();
  // The sound's own length first: a video may go on in silence.
  const durationMs = milliseconds(audio.duration) ?? milliseconds(format.duration);
  if (durationMs !== null && durationMs > limits.mostDurationMs) throw new TooLong(durationMs, limits.mostDurationMs);
  return {
    container: format.format_name,
    codec: audio.codec_name,
    sampleRate,
    channels,
    channelLayout: audio.channel_layout || null,
    durationMs,
    bitsPerSample: bitsOf(audio),
    isFloat: /^(flt|dbl)/.test(audio.sample_fmt ?? ''),
    bitRate: Number(format.bit_rate) || null,
    hasVideo: video !== undefined,
    videoCodec: video?.codec_name ?? null,
    videoWidth: video?.width ?? null,
    videoHeight: video?.height ?? null,
    tags: toTags({ ...audio.tags, ...format.tags }),
    chapters: chapters.map(toChapter),
    cover: cover ? { streamIndex: cover.index, width: cover.width ?? 0, height: cover.height ?? 0 } : null,
    sizeBytes,
  };
}

function milliseconds(seconds: string | undefined): number | null {
  const value = Number(seconds);
  return seconds !== undefined && Number.isFinite(value) && value > 0 ? Math.round(value * 1000) : null;
}

function bitsOf(audio: Stream): number | null {
  return Number(audio.bits_per_raw_sample) || audio.bits_per_sample || null;
}

/** Containers differ in case and names (`TITLE`, `IART`, `album_artist`); the first that has text is taken. */
function toTags(raw: Record<string, string>): SourceTags {
  const lower = new Map(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value.trim()]));
  const pick = (...names: string[]) => names.map((name) => lower.get(name)).find(Boolean);
  const picked = {
    title: pick('title', 'inam'),
    artist: pick('artist', 'author', 'iart'),
    album: pick('album', 'iprd', 'show'),
    albumArtist: pick('album_artist', 'albumartist'),
    date: pick('date', 'year', 'icrd', 'creation_time'),
    track: pick('track', 'tracknumber', 'itrk', 'iprt', 'episode_id', 'episode_sort'),
    genre: pick('genre', 'ignr'),
    comment: pick('comment', 'icmt'),
    description: pick('description', 'synopsis', 'lyrics'),
    language: pick('language', 'ilng'),
    publisher: pick('publisher', 'organization'),
  };
  return Object.fromEntries(Object.entries(picked).filter(([, value]) => value)) as SourceTags;
}

function toChapter(chapter: Output['chapters'][number]): SourceChapter {
  return {
    startMs: Math.max(0, Math.round(Number(chapter.start_time) * 1000)),
    title: (chapter.tags['title'] ?? '').trim(),
  };
}
