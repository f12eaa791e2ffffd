import { columnFromArray, dictionary, float64, int32, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { fromArrow } from "arquero";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, test } from "vitest";
import { compact } from "../../scripts/cubes/compact.ts";
import { textCodes } from "../../scripts/cubes/text-codes.ts";

describe("textCodes(column)", () => {
  test.each([
    ["texts", utf8()],
    ["a dictionary", dictionary(utf8())],
  ])("of %s sorts the words by their bytes, and gives what is missing the code after the last", (_, type) => {
    const { codes, words } = textCodes(columnFromArray(["华东", "b", null, "a", "b", "Z"], type));
    expect(words).toEqual(["Z", "a", "b", "华东"]);
    expect([...codes]).toEqual([3, 2, 4, 1, 2, 0]);
  });

  test("tells thousands of words apart", () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => `word ${(i * 7919) % 2_500}`);
    const { codes, words } = textCodes(columnFromArray(texts, utf8()));
    expect(words).toHaveLength(2_500);
    expect([...codes].map((code) => words[code])).toEqual(texts);
  });
});

const read = (table: ReturnType<typeof compact>) => fromArrow(tableToIPC(table, { format: "stream" }) as Uint8Array).objects();

describe("compact(table, keys)", () => {
  const random = xoroshiro128plus(7);
  const draw = (below: number) => Math.abs(random.next()) % below;
  const rows = Array.from({ length: 500 }, () => ({
    month: 24_300 + draw(5),
    region: draw(6) === 0 ? null : `r${draw(4)}`,
    value: [3, -2, 40_000_000, 12][draw(4)] as number,
    sum: draw(1000) / 8,
  }));
  const column = (name: keyof (typeof rows)[0]) => rows.map((row) => row[name]);
  const table = tableFromColumns({
    month: columnFromArray(column("month"), int32()),
    region: columnFromArray(column("region"), utf8()),
    value: columnFromArray(column("value"), int32()),
    sum: columnFromArray(column("sum"), float64()),
  });
  const keys = ["month", "region", "value"];

  test("keeps every row, in the order of the keys, what is missing last and equals as they came", () => {
    const place = (region: string | null) => region ?? "~";
    const sorted = rows.toSorted(
      (a, b) =>
        a.month - b.month || (place(a.region) < place(b.region) ? -1 : place(a.region) > place(b.region) ? 1 : 0) || a.value - b.value,
    );
    expect(read(compact(table, keys))).toEqual(sorted);
  });

  test("holds a key as a dictionary, whole numbers in 32 bits and the others as they are", () => {
    expect(compact(table, keys).schema.fields.map(({ type }) => type.typeId)).toEqual([
      int32().typeId,
      dictionary(utf8()).typeId,
      int32().typeId,
      float64().typeId,
    ]);
  });

  test("can be read without rows, and with a key that is missing everywhere", () => {
    const [none, missing] = [[], [null, null]].map((regions) =>
      tableFromColumns({
        month: columnFromArray(Array(regions.length).fill(1), int32()),
        region: columnFromArray<string | null>(regions, utf8()),
      }),
    );
    const rowsOf = (given: typeof none) => read(compact(given as NonNullable<typeof given>, ["month", "region"]));
    expect([rowsOf(none), rowsOf(missing)]).toEqual([
      [],
      [
        { month: 1, region: null },
        { month: 1, region: null },
      ],
    ]);
  });
});
