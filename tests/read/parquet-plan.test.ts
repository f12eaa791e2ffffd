import type { FileMetaData, RowGroup } from "hyparquet";
import { describe, expect, test } from "vitest";
import { planParts } from "../../scripts/read/parquet-plan.ts";

const MB = 1024 ** 2;

type Chunk = NonNullable<RowGroup["columns"][number]["meta_data"]>;

/** A column without a dictionary, in a file without pages. */
const chunk = (num_values: number, given: Partial<Chunk>): RowGroup["columns"][number] => ({
  file_offset: 0n,
  meta_data: {
    ...{ type: "INT32", encodings: ["PLAIN"], path_in_schema: ["x"], codec: "SNAPPY", data_page_offset: 0n },
    ...{ total_uncompressed_size: 100n, total_compressed_size: 100n, num_values: BigInt(num_values) },
    ...given,
  },
});

/** A footer of one column whose row groups have so many rows. */
const footer = (rows: readonly number[], given: Partial<Chunk> = {}): FileMetaData => ({
  ...{ version: 1, metadata_length: 0, num_rows: BigInt(rows.reduce((sum, count) => sum + count, 0)) },
  schema: [
    { name: "root", num_children: 1 },
    { name: "x", type: given.type ?? "INT32", type_length: 100 },
  ],
  row_groups: rows.map((count) => ({ columns: [chunk(count, given)], total_byte_size: 100n, num_rows: BigInt(count) })),
});

/** A page header that has no dictionary: a data page of no bytes. */
const PAGE = Uint8Array.of(0x15, 0, 0x15, 0, 0x15, 0, 0);

const plan = (rows: readonly number[], given?: Partial<Chunk>) => planParts("t.parquet", PAGE, footer(rows, given));

describe("planParts(path, bytes, footer)", () => {
  test("reads a small file at once", () => {
    expect(plan([1000, 2000, 500])).toEqual([{ rowGroups: [0, 1, 2], rows: 3500, size: 14_000 }]);
  });

  test("reads a large file in parts of whole row groups", () => {
    const parts = plan([16 * MB, 16 * MB, MB, 30 * MB]);
    expect(parts.map(({ rowGroups, rows }) => [rowGroups, rows / MB])).toEqual([
      [[0, 1], 32],
      [[2, 3], 31],
    ]);
  });

  test("reads a file without a row", () => {
    expect(plan([])).toEqual([]);
  });

  test.each([
    ["booleans", { type: "BOOLEAN" }, 1],
    ["whole numbers", { type: "INT64" }, 8],
    ["values of a fixed length", { type: "FIXED_LEN_BYTE_ARRAY" }, 100],
    ["texts, by their size in the file", { type: "BYTE_ARRAY", total_uncompressed_size: 5000n }, 5],
    ["texts, by their size as the footer has it", { type: "BYTE_ARRAY", size_statistics: { unencoded_byte_array_data_bytes: 9000n } }, 13],
  ] as const)("counts the bytes of %s", (_, given, bytes) => {
    expect(plan([1000], given)[0]?.size).toBe(1000 * bytes);
  });

  test.each([
    [
      "one row group",
      [300 * MB],
      "expected a file that takes at most 2.0 GB; split it into several files, found 314572800 rows × 1 columns",
    ],
    ["many small ones", new Array(300).fill(MB), "t.parquet would take 5.1 GB of memory"],
  ])("refuses more rows than memory holds, in %s", (_, rows, message) => {
    expect(() => plan(rows as number[])).toThrow(message);
  });
});
