import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bool, dateDay, decimal, float64, int64, TimeUnit, timestamp, utf8 } from "@uwdata/flechette";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { openParquet } from "../../scripts/read/parquet.ts";
import { writeParquet } from "../stage/parquet.ts";
import { allOf } from "./all-of.ts";

const folder = mkdtempSync(join(tmpdir(), "tandem-parquet-"));

/** The header and all records of a Parquet file. */
async function read(bytes: Uint8Array) {
  const path = join(folder, "t.parquet");
  writeFileSync(path, bytes);
  const { header, moments, batches } = await openParquet(path);
  const entries = await allOf(batches);
  return { header, moments: [...moments], fields: entries.map((entry) => entry.fields), entries };
}

const COLUMNS = { id: ["A", "B", "A"], amount: [1.5, null, -2], note: [null, '好,"x"\n', ""] };
const FIELDS = [
  ["A", "1.5", null],
  ["B", null, '好,"x"\n'],
  ["A", "-2", ""],
];

describe("openParquet(file) reads every codec and encoding", () => {
  test.each(["UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4", "LZ4_RAW", "BROTLI"] as const)("%s", async (codec) => {
    expect((await read(writeParquet(COLUMNS, { codec }))).fields).toEqual(FIELDS);
  });

  test("plain instead of dictionary", async () => {
    expect((await read(writeParquet(COLUMNS, { hasDictionary: false }))).fields).toEqual(FIELDS);
  });

  test("several row groups, with rows numbered through", async () => {
    const { entries } = await read(writeParquet(COLUMNS, { rowsPerGroup: 1 }));
    expect(entries.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, "A"],
      [2, "B"],
      [3, "A"],
    ]);
  });

  test("a file of another writer", async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: "id", data: ["A", "B"], type: "STRING" },
        { name: "at", data: [new Date("2026-03-02T09:30:00Z"), null], type: "TIMESTAMP", nullable: true },
      ],
    });
    expect(await read(new Uint8Array(bytes))).toMatchObject({
      moments: ["at"],
      fields: [
        ["A", "2026-03-02T09:30:00.000"],
        ["B", null],
      ],
    });
  });
});

const DAY = Date.UTC(2026, 2, 2);

describe("openParquet(file) writes values exactly", () => {
  test.each([
    { name: "a date", type: dateDay(), value: DAY, text: "2026-03-02" },
    { name: "a timestamp without a zone", type: timestamp(TimeUnit.MILLISECOND), value: DAY + 34_200_000, text: "2026-03-02T09:30:00.000" },
    {
      name: "a timestamp in UTC, as wall clock",
      type: timestamp(TimeUnit.MICROSECOND, "UTC"),
      value: DAY,
      text: "2026-03-02T00:00:00.000",
    },
    { name: "a timestamp before 1970", type: timestamp(TimeUnit.MILLISECOND), value: -1, text: "1969-12-31T23:59:59.999" },
    { name: "a decimal", type: decimal(18, 2), value: 1234.5, text: "1234.50" },
    { name: "a small negative decimal", type: decimal(18, 2), value: -0.05, text: "-0.05" },
    { name: "a decimal without a fraction", type: decimal(18, 0), value: 12, text: "12" },
    { name: "a large whole number", type: int64(), value: 9_007_199_254_740_993n, text: "9007199254740993" },
    { name: "a fraction", type: float64(), value: 0.1, text: "0.1" },
    { name: "a flag", type: bool(), value: true, text: "true" },
    { name: "a text with markup", type: utf8(), value: "<script>", text: "<script>" },
  ])("$name", async ({ type, value, text }) => {
    const { fields } = await read(writeParquet({ x: [value, null] }, { types: { x: type } }));
    expect(fields).toEqual([[text], [null]]);
  });

  test("a NUL byte is a fault", async () => {
    const { entries } = await read(writeParquet({ x: ["a\0b", "c"] }));
    expect(entries.map(({ fault }) => fault?.expected ?? null)).toEqual(["text without NUL bytes", null]);
  });

  test("a record as it was written is a line of CSV", async () => {
    const { entries } = await read(writeParquet(COLUMNS));
    expect(entries[1]?.text()).toBe('B,,"好,""x""\n"');
  });
});
