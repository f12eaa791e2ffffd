/** Encodings that the first bytes of a text show. */
type Shown = "utf-8" | "utf-16le" | "utf-16be";

/** A byte order mark. */
interface Mark {
  encoding: Shown;
  bytes: Buffer;
}

const MARKS: readonly Mark[] = [
  { encoding: "utf-8", bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: "utf-16le", bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: "utf-16be", bytes: Buffer.from([0xfe, 0xff]) },
];

/** The byte order mark with which a text starts. */
export const markOf = (start: Buffer): Mark | undefined => MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));

/** The encoding that the first bytes of a text show: that of its byte order mark, or UTF-16 where they have the zeros of that; null where they show none. */
export const encodingOf = (start: Buffer): Shown | null => markOf(start)?.encoding ?? utf16Of(start);

const FEED = 0x0a;

/** How many bytes at the start are looked at for the zeros of UTF-16. */
const START_BYTES = 4096;

/** So many times fewer zeros stand in the other halves, where letters of some scripts have one. */
const FEW = 8;

/** UTF-16 without a mark: no other text has as many zeros as line breaks, and they stand where the halves of ASCII are. */
function utf16Of(bytes: Buffer): Shown | null {
  const start = bytes.subarray(0, START_BYTES);
  const zerosAt = (half: number) => start.filter((byte, at) => byte === 0 && at % 2 === half).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  const breaks = start.filter((byte) => byte === FEED).length;
  if (even + odd < Math.max(breaks, 2) || Math.min(even, odd) * FEW > Math.max(even, odd)) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
