import { buffer } from "node:stream/consumers";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { extract, pack } from "tar-stream";

/** Files by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A window of 64 MB, so that pages that resemble each other are found across the archive and its base; any `zstd` reads it. */
const WINDOW = 26;
const TABLE = 24;
const MATCH = 6;
const LEVEL = 12;
/** No archive is larger unpacked. */
const MOST_BYTES = 2 ** 30;

const compression = {
  [constants.ZSTD_c_compressionLevel]: LEVEL,
  [constants.ZSTD_c_windowLog]: WINDOW,
  [constants.ZSTD_c_hashLog]: TABLE,
  [constants.ZSTD_c_chainLog]: TABLE,
  [constants.ZSTD_c_minMatch]: MATCH,
  [constants.ZSTD_c_checksumFlag]: 1,
};

const withBase = (base: Uint8Array | null) => (base ? { dictionary: base } : {});

/** The files as one tar archive: in the order of their paths, without times and owners, so that the same files are the same bytes. */
export async function tarOf(files: Files): Promise<Buffer> {
  const archive = pack();
  const mtime = new Date("1970-01-01");
  for (const path of [...files.keys()].sort()) archive.entry({ name: path, mtime, mode: 0o644 }, Buffer.from(files.get(path) ?? []));
  archive.finalize();
  return buffer(archive);
}

/** The files of a tar archive. */
export async function filesOf(tar: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = extract();
  reader.end(tar);
  for await (const entry of reader) files.set(entry.header.name, await buffer(entry));
  return files;
}

/** Packs an archive; what it has in common with `base`, an unpacked one, is not stored again. Throws where it could not be unpacked again. */
export function packed(tar: Uint8Array, base: Uint8Array | null): Buffer {
  if (tar.byteLength > MOST_BYTES)
    throw new Error(
      `页面太大，放不进一个快照 · the pages take ${(tar.byteLength / 2 ** 30).toFixed(2)} GiB, and a snapshot holds ${MOST_BYTES / 2 ** 30} GiB at most`,
    );
  const bytes = zstdCompressSync(tar, { params: compression, ...withBase(base) });
  if (!unpacked(bytes, base).equals(tar)) throw new Error("the packed pages do not unpack to what they were");
  return bytes;
}

/** The archive that was packed. Throws where the bytes are damaged, or the base is not the one. */
export const unpacked = (bytes: Uint8Array, base: Uint8Array | null): Buffer =>
  zstdDecompressSync(bytes, {
    params: { [constants.ZSTD_d_windowLogMax]: WINDOW + 1 },
    maxOutputLength: MOST_BYTES,
    ...withBase(base),
  });
