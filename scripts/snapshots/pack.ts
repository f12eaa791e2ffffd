import { Readable } from "node:stream";
import { constants, createZstdDecompress, zstdCompressSync, zstdDecompressSync } from "node:zlib";
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

const decompression = { [constants.ZSTD_d_windowLogMax]: WINDOW + 1 };

const withBase = (base: Uint8Array | null) => (base ? { dictionary: base } : {});

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The files as one tar archive: in the order of their paths, without times and owners, so that the same files are the same bytes. */
export async function tarOf(files: Files): Promise<Buffer> {
  const archive = pack();
  const mtime = new Date("1970-01-01");
  for (const path of [...files.keys()].sort()) archive.entry({ name: path, mtime, mode: 0o644 }, Buffer.from(files.get(path) ?? []));
  archive.finalize();
  return bytesOf(archive);
}

/** The files of a tar archive, up to that of a path where one is given. */
async function filesIn(tar: Readable, last?: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of tar.pipe(extract())) {
    const { name } = entry.header;
    if (last !== undefined && name > last) break;
    files.set(name, await bytesOf(entry));
  }
  tar.destroy();
  return files;
}

/** The files of a tar archive. */
export const filesOf = (tar: Uint8Array): Promise<Map<string, Buffer>> => filesIn(Readable.from([tar]));

/** The first files of a packed archive, which has them in the order of their paths, up to that of a path. What follows is not unpacked. */
export const firstFilesOf = (bytes: Uint8Array, base: Uint8Array | null, last: string): Promise<Map<string, Buffer>> =>
  filesIn(Readable.from([bytes]).pipe(createZstdDecompress({ params: decompression, ...withBase(base) })), last);

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
    params: decompression,
    maxOutputLength: MOST_BYTES,
    ...withBase(base),
  });
