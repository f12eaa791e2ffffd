import { type Zippable, zipSync } from "fflate";

/** The first moment that a zip knows, by the clock of wherever this runs, as zips have it. */
const EPOCH = "1980-01-01T00:00:00";

/** Parts by path, in their order, as a zip: the same bytes whenever it is made. They are not compressed: the archive of a snapshot does that, and finds what decks have in common. */
export const zipped = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...parts].map(([path, bytes]): [string, Zippable[string]] => [path, [bytes, { mtime: EPOCH }]])), {
    level: 0,
  });
