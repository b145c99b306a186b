import { readVersion } from './capability.js';

describe('readVersion', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers', '5.1.9-0+deb12u1', false],
    ['ffmpeg version n7.1 Copyright (c) 2000-2024 the FFmpeg developers', 'n7.1', false],
    [
      'ffmpeg version N-47683-g0e8eb07980-static https://johnvansickle.com/ffmpeg/  Copyright (c) 2000-2018 the FFmpeg developers',
      'N-47683-g0e8eb07980-static',
      true,
    ],
  ])('reads %s', (text, version, isOld) => {
    expect(readVersion(text)).toEqual({ version, isOld });
  });
});
