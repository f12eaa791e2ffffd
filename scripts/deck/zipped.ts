import { type Zippable, zipSync } from "fflate";

/** The first moment that a zip knows, by the clock of wherever this runs, as zips have it. */
const EPOCH = new Date(1980, 0, 1);

/** Parts by path, in their order, as a zip: the same bytes whenever it is made. */
export const zipped = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...parts].map(([path, bytes]): [string, Zippable[string]] => [path, [bytes, { mtime: EPOCH }]])), {
    level: 9,
  });
