import type { Analysis, Finding } from '#libs/ffmpeg';

export const toFindings = (_: Analysis): Finding[] => [];
