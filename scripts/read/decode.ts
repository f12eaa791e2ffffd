import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { DataError } from "../../src/core/errors.ts";

export const ENCODINGS = ["utf-8", "gb18030", "gbk", "utf-16le", "utf-16be"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Whole physical lines of a file. */
export interface Block {
  /** In UTF-8, whatever the file was in, without a byte order mark. */
  bytes: Buffer;
  /** Lines, counted from 0, that held bytes which are not of the encoding; there the text has U+FFFD. */
  badLines: ReadonlySet<number>;
  isLast: boolean;
  /** Bytes of the file that are read so far. */
  bytesRead: number;
}

/** A physical line ends after LF, CR LF or a lone CR. */
const AFTER_LINE = /(?<=\n|\r(?!\n))/;

/** Small, since the header of every file is looked at before any file is read. */
const BLOCK_BYTES = 64 * 1024;

const MARKS: readonly [Encoding, Buffer][] = [
  ["utf-8", Buffer.from([0xef, 0xbb, 0xbf])],
  ["utf-16le", Buffer.from([0xff, 0xfe])],
  ["utf-16be", Buffer.from([0xfe, 0xff])],
];

type Decoded = Pick<Block, "bytes" | "badLines">;

const NONE: ReadonlySet<number> = new Set();

/** The text of a file in blocks of whole lines. Throws a DataError when its byte order mark is of another encoding. */
export async function* readBlocks(path: string, encoding: Encoding): AsyncGenerator<Block, void, undefined> {
  let rest: Buffer | null = null;
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
    const bytes: Buffer = rest === null ? withoutMark(chunk, path, encoding) : Buffer.concat([rest, chunk]);
    const end = endOfLines(bytes, encoding);
    rest = bytes.subarray(end);
    bytesRead += chunk.length;
    if (end > 0) yield { ...decode(bytes.subarray(0, end), encoding), isLast: false, bytesRead };
  }
  yield { ...decode(rest ?? Buffer.alloc(0), encoding), isLast: true, bytesRead };
}

function withoutMark(bytes: Buffer, path: string, encoding: Encoding): Buffer {
  const found = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark));
  if (!found) return bytes;
  const [marked, mark] = found;
  if (marked === encoding) return bytes.subarray(mark.length);
  throw new DataError(`${path} is not in ${encoding}`, [{ file: path, found: `the byte order mark of ${marked}`, expected: encoding }]);
}

/** The offset after the last line feed; 0 when there is none. */
function endOfLines(bytes: Buffer, encoding: Encoding): number {
  if (!encoding.startsWith("utf-16")) return bytes.lastIndexOf(0x0a) + 1;
  const feed = encoding === "utf-16le" ? 0 : 1;
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    if (bytes[at + feed] === 0x0a && bytes[at + 1 - feed] === 0) return at + 2;
  }
  return 0;
}

function decode(raw: Buffer, encoding: Encoding): Decoded {
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeUtf16(raw, encoding);
  if (encoding === "utf-8" && isUtf8(raw)) return { bytes: raw, badLines: NONE };
  try {
    return { bytes: Buffer.from(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(raw)), badLines: NONE };
  } catch {
    return decodeByLine(raw, encoding);
  }
}

function decodeByLine(raw: Buffer, encoding: Encoding): Decoded {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  const badLines = new Set<number>();
  const lines = raw
    .toString("latin1")
    .split(AFTER_LINE)
    .map((latin1, index) => {
      const line = Buffer.from(latin1, "latin1");
      try {
        return strict.decode(line);
      } catch {
        badLines.add(index);
        return lenient.decode(line);
      }
    });
  return { bytes: Buffer.from(lines.join("")), badLines };
}

function decodeUtf16(raw: Buffer, encoding: "utf-16le" | "utf-16be"): Decoded {
  const whole = raw.subarray(0, raw.length - (raw.length % 2));
  const text = (encoding === "utf-16be" ? Buffer.from(whole).swap16() : whole).toString("utf16le");
  const isHalved = whole.length < raw.length;
  if (text.isWellFormed() && !isHalved) return { bytes: Buffer.from(text), badLines: NONE };
  const lines = `${text}${isHalved ? "\uFFFD" : ""}`.split(AFTER_LINE);
  const badLines = new Set(lines.flatMap((line, index) => (line.isWellFormed() ? [] : [index])));
  if (isHalved) badLines.add(lines.length - 1);
  return { bytes: Buffer.from(lines.join("")), badLines };
}
