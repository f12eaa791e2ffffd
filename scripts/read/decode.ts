import { isUtf8 } from "node:buffer";
import { DataError } from "../../src/core/errors.ts";
import { markOf } from "../tools/encoding-of.ts";

export const ENCODINGS = ["utf-8", "gb18030", "gbk", "windows-1252", "utf-16le", "utf-16be"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Whole physical lines of a file. */
export interface Block {
  /** Without a byte order mark. */
  text: string;
  /** Lines, counted from 0, that held bytes which are not of the encoding; there the text has U+FFFD. */
  badLines: ReadonlySet<number>;
  isLast: boolean;
}

/** A physical line ends after LF, CR LF or a lone CR. */
const AFTER_LINE = /(?<=\n|\r(?!\n))/;

type Decoded = Pick<Block, "text" | "badLines">;

const NONE: ReadonlySet<number> = new Set();

/** The text of a file, given in chunks, in blocks of whole lines. Throws a DataError when its byte order mark is of another encoding. */
export async function* readBlocks(chunks: AsyncIterable<Buffer>, path: string, encoding: Encoding): AsyncGenerator<Block, void, undefined> {
  let waiting: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  for await (const given of chunks) {
    const chunk = isFirst ? withoutMark(given, path, encoding) : given;
    isFirst = false;
    const end = endOfLines(chunk, encoding, length);
    if (end > 0) {
      yield { ...decode(Buffer.concat([...waiting, chunk.subarray(0, end)]), encoding), isLast: false };
      waiting = [];
      length = 0;
    }
    waiting.push(chunk.subarray(end));
    length += chunk.length - end;
  }
  yield { ...decode(Buffer.concat(waiting), encoding), isLast: true };
}

function withoutMark(bytes: Buffer, path: string, encoding: Encoding): Buffer {
  const mark = markOf(bytes);
  if (!mark) return bytes;
  if (mark.encoding === encoding) return bytes.subarray(mark.bytes.length);
  const found = `the byte order mark of ${mark.encoding}`;
  throw new DataError(`编码不对 · ${path} is not in ${encoding}`, [{ file: path, found, expected: encoding }]);
}

/**
 * The offset after the last line that surely ends within a chunk, `before` bytes after the start of a line; 0 when none does. One that
 * ends with a CR does so only where more follows, which may be an LF.
 */
function endOfLines(chunk: Buffer, encoding: Encoding, before: number): number {
  const [feed, carriage] = [encode("\n", encoding), encode("\r", encoding)];
  const followed = chunk.subarray(0, Math.max(0, chunk.length - carriage.length));
  return Math.max(endOfLast(feed, chunk, before), endOfLast(carriage, followed, before));
}

/** The offset after the last occurrence of a character that is not half of two others; 0 without one. */
function endOfLast(character: Buffer, chunk: Buffer, before: number): number {
  const size = character.length;
  let at = chunk.lastIndexOf(character);
  while (at !== -1 && (before + at) % size !== 0) at = chunk.subarray(0, at + size - 1).lastIndexOf(character);
  return at === -1 ? 0 : at + size;
}

/** A character of ASCII in an encoding. */
function encode(character: string, encoding: Encoding): Buffer {
  if (encoding === "utf-16le") return Buffer.from(character, "utf16le");
  return encoding === "utf-16be" ? Buffer.from(character, "utf16le").swap16() : Buffer.from(character);
}

function decode(raw: Buffer, encoding: Encoding): Decoded {
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeUtf16(raw, encoding);
  if (encoding === "utf-8" && isUtf8(raw)) return { text: raw.toString("utf8"), badLines: NONE };
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(raw), badLines: NONE };
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
  return { text: lines.join(""), badLines };
}

function decodeUtf16(raw: Buffer, encoding: "utf-16le" | "utf-16be"): Decoded {
  const whole = raw.subarray(0, raw.length - (raw.length % 2));
  const text = (encoding === "utf-16be" ? Buffer.from(whole).swap16() : whole).toString("utf16le");
  const isHalved = whole.length < raw.length;
  if (text.isWellFormed() && !isHalved) return { text, badLines: NONE };
  const lines = `${text}${isHalved ? "\uFFFD" : ""}`.split(AFTER_LINE);
  const badLines = new Set(lines.flatMap((line, index) => (line.isWellFormed() ? [] : [index])));
  if (isHalved) badLines.add(lines.length - 1);
  return { text: lines.join(""), badLines };
}
