import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCsv } from "../../../scripts/read/csv.ts";
import { DAY_MS } from "../../../src/core/days.ts";
import { allOf } from "../all-of.ts";
import { escaped, rowsOf, textsOf, writeBytes, writeWorkbook } from "./written.ts";

/** A value as it stands in CSV, and as it is written into a cell. */
interface Value {
  text: string;
  cell: string;
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const FORMATS = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"];

const words = fc
  .string({
    unit: fc.constantFrom("东", "部", "a", "Z", "0", "_", "x000D_", "&", "<", ">", '"', ",", ";", "\t", "\n", " ", "😀"),
    minLength: 1,
    maxLength: 8,
  })
  .filter((text) => /\S/.test(text));

const withoutEscapes = (text: string) => escaped(text.replaceAll("_x", "_x005F_x"));

const TEXT: fc.Arbitrary<Value> = fc.tuple(words, fc.constantFrom("inlineStr", "str")).map(([text, type]) => ({
  text,
  cell:
    type === "str"
      ? `t="str"><v>${withoutEscapes(text)}</v>`
      : `t="inlineStr"><is><t xml:space="preserve">${withoutEscapes(text)}</t></is>`,
}));

const NUMBER: fc.Arbitrary<Value> = fc
  .oneof(
    fc.bigInt(-(10n ** 18n), 10n ** 18n).map(String),
    fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(999_999)).map(([a, b]) => `${a}.${b}`),
  )
  .map((text) => ({ text, cell: `><v>${text}</v>` }));

const moments = fc.integer({ min: 61 * 86_400, max: 2_958_465 * 86_400 }).map((seconds) => ({
  days: (seconds * 1000) / DAY_MS,
  iso: new Date(EXCEL_EPOCH + seconds * 1000).toISOString().replace("T", " "),
}));

const DATE: fc.Arbitrary<Value> = moments.map(({ days, iso }) => ({ text: iso.slice(0, 10), cell: `s="1"><v>${Math.floor(days)}</v>` }));
const TIMESTAMP: fc.Arbitrary<Value> = moments.map(({ days, iso }) => ({ text: iso.slice(0, 19), cell: `s="2"><v>${days}</v>` }));
const FLAG: fc.Arbitrary<Value> = fc.boolean().map((flag) => ({ text: flag ? "TRUE" : "FALSE", cell: `t="b"><v>${flag ? 1 : 0}</v>` }));
const NOTHING: fc.Arbitrary<Value> = fc.constantFrom({ text: "", cell: ">" }, { text: "", cell: 't="str"><v></v>' });

const record = fc.tuple(TEXT, fc.oneof(NUMBER, NOTHING), fc.oneof(DATE, TIMESTAMP, NOTHING), fc.oneof(FLAG, TEXT, NOTHING));

const NAMES = ["a", "b", "c", "d"];

async function fieldsOfCsv(records: readonly (readonly Value[])[]) {
  const path = writeBytes(stringify([NAMES, ...records.map((values) => values.map(({ text }) => text))]));
  const header = { titles: [], names: NAMES, width: NAMES.length, line: 1, rows: 1 };
  const { batches } = await openCsv(path, { format: "csv", encoding: "utf-8", delimiter: ",", header });
  return (await allOf(batches)).map(({ fields }) => fields);
}

async function fieldsOfWorkbook(records: readonly (readonly Value[])[]) {
  const rows = records.map((values) => `<row>${values.map(({ cell }) => `<c ${cell}</c>`).join("")}</row>`).join("");
  return textsOf(await rowsOf(await writeWorkbook({ rows, formats: FORMATS }))).map((texts) => texts.map((text) => text ?? ""));
}

describe("the same records", () => {
  test("have the same texts in CSV and in a workbook", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        expect(await fieldsOfWorkbook(records)).toEqual(await fieldsOfCsv(records));
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});
