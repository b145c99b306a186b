import { z } from 'zod';
import type { ImportedChapter } from '../feed-document/imported-feed.js';
import { toLine, toUrl } from '../feed-document/values.js';

const chapter = z.object({
  startTime: z.number().min(0).max(864_000),
  title: z.string().optional(),
  url: z.string().optional(),
  toc: z.boolean().optional(),
});
const file = z.object({ chapters: z.array(z.unknown()).max(10_000) });

/** Chapters of a JSON file of the podcast namespace (1.0 to 1.2); what is no chapter is left out, silent ones too. */
export function readChapters(text: string, base: string): ImportedChapter[] {
  const parsed = file.safeParse(toJson(text));
  if (!parsed.success) return [];
  return parsed.data.chapters.flatMap((each) => {
    const found = chapter.safeParse(each);
    if (!found.success || found.data.toc === false) return [];
    const title = toLine(found.data.title ?? '', 255);
    const url = toUrl(found.data.url ?? '', base);
    return title ? [{ startMs: Math.round(found.data.startTime * 1000), title, url }] : [];
  });
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
