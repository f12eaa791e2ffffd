import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { encodingOf } from "../tools/encoding-of.ts";
import type { Encoding } from "./decode.ts";

const CHUNK_BYTES = 1024 * 1024;
const [FEED, LAST_ASCII] = [0x0a, 0x7f];

/** Lines with letters beyond ASCII that are sound in an encoding. */
interface Sound {
  utf8: number;
  gb18030: number;
  /** Of those that are not UTF-8, lines with letters of Western Europe. */
  western: number;
}

/**
 * The encoding of a text file: that of its byte order mark; UTF-16 where its start has the zeros of that; else UTF-8, GB18030 or
 * Windows-1252, whichever more of its lines are sound in, so that single broken lines do not decide.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const sound: Sound = { utf8: 0, gb18030: 0, western: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const shown = isFirst ? encodingOf(chunk) : null;
    if (shown) return shown;
    isFirst = false;
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(FEED) + 1;
    count(bytes.subarray(0, end), sound);
    rest = bytes.subarray(end);
  }
  count(rest, sound);
  if (sound.western > Math.max(sound.utf8, sound.gb18030)) return "windows-1252";
  return sound.gb18030 > sound.utf8 ? "gb18030" : "utf-8";
}

/** Adds the lines of a text to those that are sound. */
function count(bytes: Buffer, sound: Sound): void {
  if (isUtf8(bytes)) {
    if (!isAscii(bytes)) sound.utf8 += linesBeyondAscii(bytes);
    return;
  }
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    start = end;
    if (isUtf8(line)) sound.utf8 += isAscii(line) ? 0 : 1;
    else if (isWestern(line)) sound.western += 1;
    else if (isGb18030(line)) sound.gb18030 += 1;
  }
}

function linesBeyondAscii(bytes: Buffer): number {
  let lines = 0;
  let isCounted = false;
  for (const byte of bytes) {
    if (byte === FEED) isCounted = false;
    else if (byte > LAST_ASCII && !isCounted) {
      lines += 1;
      isCounted = true;
    }
  }
  return lines;
}

/** Bytes beyond ASCII, each run of them, and those that stand alone; and the same of characters, of which an odd one is none, or stands beside a letter. */
const [BYTES, LONE_BYTE] = [/[\x80-\xff]+/g, /(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])/g];
const [CHARACTERS, ODD] = [/\P{ASCII}+/gu, /\uFFFD|(?<=[A-Za-z])\P{ASCII}(?!\P{ASCII})|(?<!\P{ASCII})\P{ASCII}(?=[A-Za-z])/gu];

const LENIENT = new TextDecoder("gb18030");

/** Whether most bytes beyond ASCII stand alone and, taken for Chinese, would put single characters among the letters of words. */
function isWestern(bytes: Buffer): boolean {
  const count = (text: string, form: RegExp) => text.match(form)?.length ?? 0;
  const [latin, chinese] = [bytes.toString("latin1"), LENIENT.decode(bytes)];
  return count(latin, LONE_BYTE) * 2 > count(latin, BYTES) && count(chinese, ODD) * 2 > count(chinese, CHARACTERS);
}

function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
