import { tableFromColumns, tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import { Refusal, valueReader } from "../../scripts/stage/read-value.ts";
import { startColumn } from "../../scripts/stage/start-column.ts";
import { LARGEST_AMOUNT } from "../../src/core/amounts.ts";
import { amount, type Column } from "../../src/core/columns.ts";

const NAMED = { zh: "金额", en: "Amount" };
const column = (min?: number): Column =>
  amount({ label: NAMED, description: NAMED, required: false, publish: "summed", example: "1", ...(min === undefined ? {} : { min }) });
const SOURCE = { missing: ["-"], values: {}, dates: {}, scale: {} };

const read = (text: string, min?: number) =>
  valueReader(column(min), { source: SOURCE, name: "amount_cny", isMoment: false, wallClock: (instant) => instant, referenced: null })(
    text,
  );

describe("an amount of money", () => {
  test.each([
    ["199.90", 199.9],
    ["-1,234.5678", -1234.5678],
    ["3.2万", 32_000],
    [String(LARGEST_AMOUNT), LARGEST_AMOUNT],
  ])("is read from %s", (text, yuan) => {
    expect(read(text)).toBe(yuan);
  });

  test.each([
    ["900719925475", undefined, { code: "at-most", max: LARGEST_AMOUNT }],
    ["-9007亿2000万", undefined, { code: "number" }],
    ["-900719925475", undefined, { code: "at-least", min: -LARGEST_AMOUNT }],
    ["-0.01", 0, { code: "at-least", min: 0 }],
  ] as const)("is refused as %s at least %s: expected %j", (text, min, reason) => {
    expect(read(text, min)).toEqual(new Refusal(text, reason));
  });

  test("is staged as a decimal of four places, and is the same once it was sent to another thread", () => {
    const amounts = [0.1, -0.1, null, 1.000_05, LARGEST_AMOUNT, -LARGEST_AMOUNT];
    const builder = startColumn("amount");
    for (const yuan of amounts) builder.add(yuan);
    const table = tableFromColumns({ amount_cny: builder.finish() });
    const sent = tableFromIPC(tableToIPC(table, { format: "stream" }) as Uint8Array);
    const staged = [0.1, -0.1, null, 1.0001, LARGEST_AMOUNT, -LARGEST_AMOUNT];
    expect([table, sent].map((each) => [...each.getChild("amount_cny").toArray()])).toEqual([staged, staged]);
    expect(sent.schema.fields[0]?.type).toMatchObject({ precision: 18, scale: 4, bitWidth: 128 });
  });
});
