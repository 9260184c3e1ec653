import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const Records = v.array(v.looseObject({ id: v.string(), title: v.string() }));

/** A collection's records as they are on the disk now, with what every record has. */
export const recordsIn = (folder: string, collection: string) =>
  v.parse(Records, JSON.parse(readFileSync(path.join(folder, `${collection}.json`), 'utf8')));
