import { defineJob, type Handler, type PayloadOf } from '#libs/queue';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { Person } from './person.entity.js';

/** Removes the files of a photograph that somebody has replaced or taken away: its address was told to the world. */
export const erasePhoto = defineJob({
  name: 'people.erase-photo',
  queue: 'count',
  payload: z.object({ key: z.string().regex(/^image\/[\w-]+\.jpg$/) }),
  key: ({ key }) => key.slice('image/'.length, -'.jpg'.length),
});

export interface ErasePhotoDeps {
  readonly dataSource: DataSource;
  /** A picture and its smaller copies, for good; asking twice is no error. */
  removeImage(key: string): Promise<void>;
}

/** Every upload is a picture of its own, so a key is some record's, or nobody's: also a record's that was merged away. */
export function makeErasePhoto({ dataSource, removeImage }: ErasePhotoDeps): Handler<PayloadOf<typeof erasePhoto>> {
  return async ({ key }) => {
    if (await dataSource.manager.existsBy(Person, { photoKey: key })) return;
    await removeImage(key);
  };
}
