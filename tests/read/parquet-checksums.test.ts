import { crc32 } from "node:zlib";
import type { RowGroup } from "hyparquet";
import { ByteWriter } from "hyparquet-writer";
import { writePageHeader } from "hyparquet-writer/src/datapage.js";
import { describe, expect, test } from "vitest";
import { checkPages } from "../../scripts/read/parquet-checksums.ts";

interface Page {
  text: string;
  /** Undefined for a page without one. */
  crc?: number;
}

const sound = (text: string): Page => ({ text, crc: crc32(text) | 0 });

/** The bytes of a column of pages, after four others, and its row group. */
function column(...pages: readonly Page[]): { bytes: Uint8Array; group: RowGroup } {
  const writer = new ByteWriter();
  writer.appendBytes(Buffer.from("PAR1"));
  for (const { text, crc } of pages) {
    const data_page_header = {
      num_values: 1,
      encoding: "PLAIN",
      definition_level_encoding: "RLE",
      repetition_level_encoding: "RLE",
    } as const;
    const sizes = { uncompressed_page_size: text.length, compressed_page_size: text.length };
    writePageHeader(writer, { type: "DATA_PAGE", ...sizes, ...(crc === undefined ? {} : { crc }), data_page_header });
    writer.appendBytes(Buffer.from(text));
  }
  const size = BigInt(writer.offset - 4);
  const meta_data = {
    ...({ type: "BYTE_ARRAY", codec: "UNCOMPRESSED", num_values: 1n } as const),
    ...{ data_page_offset: 4n, total_uncompressed_size: size, total_compressed_size: size },
  };
  const columns = [{ file_offset: 0n, meta_data: { ...meta_data, encodings: [], path_in_schema: ["amount"] } }];
  return { bytes: writer.getBytes(), group: { columns, total_byte_size: size, num_rows: 1n } };
}

const check = ({ bytes, group }: ReturnType<typeof column>) => checkPages("t.parquet", bytes, [group]);

describe("checkPages", () => {
  test.each([
    ["pages as they were written", column(sound("first"), sound("second"))],
    ["pages without checksums", column({ text: "first" }, { text: "second" })],
    ["no pages", column()],
  ])("takes %s", (_, given) => {
    expect(() => check(given)).not.toThrow();
  });

  test.each([
    ["first", 0],
    ["second", 1],
  ])("refuses a file with a flipped bit in the %s page, and names the column", (_, place) => {
    const pages = ["first", "second"].map(sound).map((page, i) => (i === place ? { ...page, text: page.text.replace("s", "r") } : page));
    expect(() => check(column(...pages))).toThrow(
      [
        "t.parquet is damaged; export or copy it again",
        "  t.parquet amount: expected bytes that fit the checksum of their page, found a page whose bytes have changed since it was written",
      ].join("\n"),
    );
  });
});
