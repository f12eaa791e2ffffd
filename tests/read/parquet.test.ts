import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bool, dateDay, decimal, float64, int64, TimeUnit, timestamp, utf8 } from "@uwdata/flechette";
import type { SchemaElement } from "hyparquet";
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
        ["A", "2026-03-02T09:30:00.000Z"],
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
      name: "a timestamp in UTC, as an instant",
      type: timestamp(TimeUnit.MICROSECOND, "UTC"),
      value: DAY,
      text: "2026-03-02T00:00:00.000Z",
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
    const { fields } = await read(writeParquet({ x: [value, null], id: ["A", "B"] }, { types: { x: type, id: utf8() } }));
    expect(fields).toEqual([
      [text, "A"],
      [null, "B"],
    ]);
  });

  test("a NUL byte is a fault", async () => {
    const { entries } = await read(writeParquet({ x: ["a\0b", "c"] }));
    expect(entries.map(({ fault }) => fault?.reason ?? null)).toEqual([{ code: "no-nul" }, null]);
  });

  test("a record as it was written is a line of CSV", async () => {
    const { entries } = await read(writeParquet(COLUMNS));
    expect(entries[1]?.text()).toBe('B,,"好,""x""\n"');
  });
});

/** A file of one column, `x`, whose type and values are those of Parquet itself. */
const ofType = (element: Omit<SchemaElement, "name">, data: unknown[], options: object = {}) =>
  new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name: "root", num_children: 1 },
        { name: "x", repetition_type: "OPTIONAL", ...element },
      ],
      columnData: [{ name: "x", data }],
      ...options,
    }),
  );

const textsIn = async (bytes: Uint8Array) => (await read(bytes)).entries.map(({ fields }) => fields[0]);

const timestampType = (unit: "MILLIS" | "MICROS" | "NANOS", isAdjustedToUTC: boolean) =>
  ({ type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC, unit } }) as const;
const timeType = (unit: "MILLIS" | "MICROS" | "NANOS") =>
  ({ type: unit === "MILLIS" ? "INT32" : "INT64", logical_type: { type: "TIME", isAdjustedToUTC: false, unit } }) as const;

describe("openParquet(file) reads the types of Parquet:", () => {
  const seconds = BigInt(DAY / 1000 + 34_200);
  test.each([
    ["milliseconds in UTC", timestampType("MILLIS", true), seconds * 1000n + 5n, "2026-03-02T09:30:00.005Z"],
    ["microseconds in UTC", timestampType("MICROS", true), seconds * 1_000_000n + 5999n, "2026-03-02T09:30:00.005Z"],
    ["nanoseconds in UTC", timestampType("NANOS", true), seconds * 1_000_000_000n + 5_999_999n, "2026-03-02T09:30:00.005Z"],
    ["milliseconds on the wall clock", timestampType("MILLIS", false), seconds * 1000n, "2026-03-02T09:30:00.000"],
    ["microseconds on the wall clock", timestampType("MICROS", false), seconds * 1_000_000n, "2026-03-02T09:30:00.000"],
    ["nanoseconds on the wall clock", timestampType("NANOS", false), seconds * 1_000_000_000n, "2026-03-02T09:30:00.000"],
    ["a microsecond before 1970", timestampType("MICROS", false), -1n, "1969-12-31T23:59:59.999"],
    [
      "the old form of a timestamp",
      { type: "INT64", converted_type: "TIMESTAMP_MILLIS" } as const,
      seconds * 1000n,
      "2026-03-02T09:30:00.000Z",
    ],
    ["a year beyond 9999", timestampType("MILLIS", false), 253_402_300_800_000n, "+010000-01-01T00:00:00.000"],
    ["a time beyond what can be counted", timestampType("MICROS", true), 2n ** 63n - 1n, "9223372036854775807 µs since 1970"],
    [
      "a day beyond what can be counted",
      { type: "INT32", converted_type: "DATE" } as const,
      2 ** 31 - 1,
      "185542587100800000 ms since 1970",
    ],
    ["a time of day in milliseconds", timeType("MILLIS"), 30_600_000, "08:30:00"],
    ["a time of day in microseconds", timeType("MICROS"), 30_600_000_005n, "08:30:00.000005"],
    ["a time of day in nanoseconds", timeType("NANOS"), 86_399_999_999_999n, "23:59:59.999999999"],
    ["a time of day beyond the day", timeType("MICROS"), 86_400_000_000n, "86400000000 µs since midnight"],
    [
      "a UUID",
      { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, logical_type: { type: "UUID" } } as const,
      new Uint8Array(Buffer.from("123e4567e89b12d3a456426614174000", "hex")),
      "123e4567-e89b-12d3-a456-426614174000",
    ],
  ])("%s", async (_, element, value, text) => {
    expect(await textsIn(ofType(element, [value, null, value]))).toEqual([text, text]);
  });
});

/** A copy of a file in which every occurrence of some bytes is another. */
function patched(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(latin(from), latin(to)), "latin1"));
}

const latin = (bytes: readonly number[]) => Buffer.from(bytes).toString("latin1");

/** A file of INT96, which no writer at hand writes: one of twelve bytes a value, whose type is changed in schema and column. */
function int96(values: readonly [day: number, nanoseconds: bigint][], options: object = {}): Uint8Array {
  const data = values.map(([day, nanoseconds]) => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigInt64LE(nanoseconds);
    bytes.writeInt32LE(day, 8);
    return new Uint8Array(bytes);
  });
  const fixed = ofType({ type: "FIXED_LEN_BYTE_ARRAY", type_length: 12 }, data, { statistics: false, ...options });
  return patched(patched(fixed, [0x15, 14, 0x15, 24], [0x15, 6, 0x15, 24]), [0x1c, 0x15, 14], [0x1c, 0x15, 6]);
}

describe("openParquet(file) reads INT96", () => {
  const [march, lastDay] = [2_461_104, 5_373_484];

  test("beyond the year 2262, where nanoseconds overflow, as they are", async () => {
    const { fields, moments } = await read(
      int96([
        [march, 30_600_000_000_000n],
        [lastDay, 86_399_000_000_000n],
        [2_147_483_647, 0n],
      ]),
    );
    expect(fields).toEqual([
      ["2026-03-04T08:30:00.000"],
      ["9999-12-31T23:59:59.000"],
      [`${(2_147_483_647n - 2_440_588n) * 86_400_000_000_000n} ns since 1970`],
    ]);
    expect(moments).toEqual(["x"]);
  });

  test("as instants where the writer stores UTC", async () => {
    expect(await textsIn(int96([[march, 0n]], { createdBy: "parquet-mr version 1.12.3 (build f8dced1)" }))).toEqual([
      "2026-03-04T00:00:00.000Z",
    ]);
  });

  test("in several row groups", async () => {
    const values = Array.from({ length: 5 }, (_, index): [number, bigint] => [march + index, 0n]);
    expect((await textsIn(int96(values, { rowGroupSize: 2 }))).map((text) => text?.slice(8, 10))).toEqual(["04", "05", "06", "07", "08"]);
  });
});

test("openParquet(file) skips rows without any value, and numbers those after them as they stand", async () => {
  const { entries } = await read(writeParquet({ id: ["A", null, " ", "B"], amount: [1, null, null, null] }));
  expect(entries.map(({ line, fields }) => [line, ...fields])).toEqual([
    [1, "A", "1"],
    [4, "B", null],
  ]);
});

test("openParquet(file) fails, with both counts, when it reads fewer rows than the footer counts", async () => {
  const [sixRows, sevenRows] = [12, 14].map((count) => [0x16, count, 0x19]);
  const file = ofType({ type: "INT32" }, [1, 2, 3, 4, 5, 6]);
  await expect(read(patched(file, sixRows as number[], sevenRows as number[]))).rejects.toThrow(
    "t.parquet: expected the 7 rows that its footer counts, found 6 rows that can be read",
  );
});

test("openParquet(file) refuses a small file whose one long word stands in every row, before it decodes anything", async () => {
  const words = new Array(20_000).fill("x".repeat(100_000));
  const file = ofType({ type: "BYTE_ARRAY", converted_type: "UTF8" }, words, { rowGroupSize: 20_000, pageSize: 2 ** 30 });
  expect(file.length).toBeLessThan(20_000);
  await expect(read(file)).rejects.toThrow(
    /t\.parquet would take 5\.6 GB of memory\n.*found 20000 rows × 1 columns; 1\.9 GB are decoded at once/,
  );
});
