import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { brokenWorkbook } from "./broken.ts";
import { withPassword } from "./signature.ts";

/** A part that takes more bytes is no export: a full sheet of 1,048,576 rows and 60 columns takes less. */
const MOST_BYTES = 4 * 1024 ** 3;

/** Deflate packs bytes into a thousandth at best; exports come to a hundredth at most. */
const MOST_RATIO = 400;

/** Small parts may repeat themselves as they like. */
const RATIO_FROM_BYTES = 16 * 1024 ** 2;

/** The bytes of a part. Throws a DataError when they grow beyond all measure, whatever the zip declares, or are not those that were packed. */
export async function* inflate(
  zip: ZipFile,
  entry: Entry,
  { path, name }: { path: string; name: string },
): AsyncGenerator<Buffer, void, undefined> {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw withPassword(path, { zh: "有密码的 zip", en: "a zip with a password" });
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES || (bytes > RATIO_FROM_BYTES && bytes > MOST_RATIO * compressedSize))
      throw brokenWorkbook(path, `${name}: ${compressedSize} bytes that grow beyond ${bytes - chunk.length}`);
    if (bytes > uncompressedSize) throw brokenWorkbook(path, `${name}: more than the ${uncompressedSize} bytes that the zip declares`);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes < uncompressedSize) throw brokenWorkbook(path, `${name}: ${bytes} of the ${uncompressedSize} bytes that the zip declares`);
  if (checksum !== entry.crc32) throw brokenWorkbook(path, `${name}: bytes that do not fit their checksum`);
}
