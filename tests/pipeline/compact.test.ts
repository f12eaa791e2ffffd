import {
  bool,
  columnFromArray,
  dictionary,
  float64,
  int8,
  int32,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  utf8,
} from "@uwdata/flechette";
import { fromArrow } from "arquero";
import { describe, expect, test } from "vitest";
import { compact } from "../../scripts/cubes/compact.ts";

const read = (table: ReturnType<typeof compact>) => fromArrow(tableToIPC(table, { format: "stream" }) as Uint8Array).objects();

describe("compact(table)", () => {
  const rows = [
    { month: 24_300, region: "华东", is_new: true, sum: 0.125 },
    { month: 24_300, region: null, is_new: false, sum: -3 },
    { month: 24_301, region: "a", is_new: null, sum: 4 },
    { month: 24_301, region: "华东", is_new: true, sum: 5 },
    { month: 24_302, region: null, is_new: false, sum: 6 },
  ];
  const column = (name: keyof (typeof rows)[0]) => rows.map((row) => row[name]);
  const inBatches = { maxBatchRows: 2 };

  test.each([
    ["texts", utf8()],
    ["a dictionary", dictionary(utf8())],
  ])("keeps rows that come in batches with %s, and their order, in one batch", (_, text) => {
    const table = tableFromColumns({
      month: columnFromArray(column("month"), int32(), inBatches),
      region: columnFromArray(column("region"), text, inBatches),
      is_new: columnFromArray(column("is_new"), bool(), inBatches),
      sum: columnFromArray(column("sum"), float64(), inBatches),
    });
    expect(read(compact(table))).toEqual(rows);
    expect(table.getChild("month").data).toHaveLength(3);
    expect(compact(table).children.map(({ data }) => data.length)).toEqual([1, 1, 1, 1]);
    expect(compact(table).schema.fields.map(({ type }) => type.typeId)).toEqual(
      [uint16(), dictionary(utf8()), bool(), float64()].map(({ typeId }) => typeId),
    );
  });

  test.each([
    ["counts up to 255", [0, 255], uint8()],
    ["small differences", [-128, 127], int8()],
    ["counts up to 65,535", [0, 256, 65_535], uint16()],
    ["months", [24_300, null], uint16()],
    ["whole numbers of 32 bits", [-(2 ** 31), 2 ** 31 - 1], int32()],
    ["whole numbers beyond", [2 ** 31], float64()],
    ["fractions", [1, 0.5], float64()],
  ])("holds %s in the narrowest type", (_, numbers, type) => {
    const table = compact(tableFromColumns({ n: columnFromArray(numbers, float64()) }));
    expect(table.schema.fields.map((field) => field.type)).toEqual([type]);
    expect(read(table)).toEqual(numbers.map((n) => ({ n })));
  });

  test("can be read without rows, and with a key that is missing everywhere", () => {
    const [none, missing] = [[], [null, null]].map((regions) =>
      compact(
        tableFromColumns({
          month: columnFromArray(Array(regions.length).fill(1), int32()),
          region: columnFromArray<string | null>(regions, utf8()),
        }),
      ),
    );
    expect([none, missing].map((table) => read(table as NonNullable<typeof table>))).toEqual([
      [],
      [
        { month: 1, region: null },
        { month: 1, region: null },
      ],
    ]);
  });
});
