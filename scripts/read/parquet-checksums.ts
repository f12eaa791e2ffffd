import { crc32 } from "node:zlib";
import type { RowGroup } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { DataError, type Issue } from "../../src/core/errors.ts";

type Chunk = NonNullable<RowGroup["columns"][number]["meta_data"]>;

/** Whether every page of a column is as it was written, so far as the file says what that was: a checksum per page, which not every writer adds. */
function isSound(bytes: Uint8Array, { dictionary_page_offset, data_page_offset, total_compressed_size }: Chunk): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Number(dictionary_page_offset || data_page_offset);
  const end = start + Number(total_compressed_size);
  for (const reader = { view, offset: start }; reader.offset < end; ) {
    const { crc, compressed_page_size } = parquetHeader(reader);
    if (crc === undefined) return true;
    const page = bytes.subarray(reader.offset, reader.offset + compressed_page_size);
    if (crc32(page) !== crc >>> 0) return false;
    reader.offset += page.length;
  }
  return true;
}

/** Throws a DataError that names the columns with a page that is not what its checksum says. */
export function checkPages(path: string, bytes: Uint8Array, groups: readonly RowGroup[]): void {
  const issues = groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: chunk }): Issue[] => {
      if (!chunk || isSound(bytes, chunk)) return [];
      const found = "a page whose bytes have changed since it was written";
      return [{ file: path, column: chunk.path_in_schema.join("."), found, expected: "bytes that fit the checksum of their page" }];
    }),
  );
  if (issues.length > 0) throw new DataError(`文件已损坏，请重新导出或复制 · ${path} is damaged; export or copy it again`, issues);
}
