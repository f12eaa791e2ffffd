import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { TimeUnit } from "@uwdata/flechette";
import { type Compressors, type FileMetaData, parquetReadObjects } from "hyparquet";
import { momentText } from "./parquet-text.ts";

const compressors: Compressors = {
  GZIP: (page) => gunzipSync(page),
  BROTLI: (page) => brotliDecompressSync(page),
  ZSTD: (page) => zstdDecompressSync(page),
};

/** The name of the library with which Spark and Hive write. */
const PARQUET_MR = "parquet-mr";

/** Columns of the outdated type INT96, whose range is wider than that of the type in which others are decoded. */
export const int96Columns = ({ schema }: FileMetaData): string[] => schema.filter(({ type }) => type === "INT96").map(({ name }) => name);

/**
 * Texts of INT96 columns, by row and name. INT96 has no zone of its own: parquet-mr stores the instant in UTC, others store what the
 * wall clock showed.
 */
export async function readInt96(
  bytes: Uint8Array,
  metadata: FileMetaData,
  rows: { rowStart: number; rowEnd: number },
): Promise<Record<string, string | null>[]> {
  const isInstant = metadata.created_by?.startsWith(PARQUET_MR) ?? false;
  const file = { byteLength: bytes.byteLength, slice: (start: number, end?: number) => new Uint8Array(bytes.subarray(start, end)).buffer };
  const parsers = { timestampFromNanoseconds: (nanoseconds: bigint) => momentText(nanoseconds, TimeUnit.NANOSECOND, isInstant) };
  return parquetReadObjects({ file, metadata, columns: int96Columns(metadata), compressors, parsers, ...rows });
}
