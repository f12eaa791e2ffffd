import { readFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "../../src/core/days.ts";
import { escaped, writeWorkbook } from "../read/xlsx/written.ts";
import { dataFolder, stageFolder } from "./folder.ts";

/** A value as CSV has it, and as the cell of a workbook. */
interface Value {
  text: string;
  cell: string;
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const FORMATS = ["yyyy-mm-dd", "yyyy/m/d hh:mm"];

const typed = (text: string, attributes: string, written: string): Value => ({ text, cell: `<c ${attributes}><v>${written}</v></c>` });
const said = (text: string): Value => ({
  text,
  cell: text === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
});

const minutes = fc.integer({ min: 0, max: 40 * 365 * 1440 }).map((count) => {
  const at = Date.UTC(1990, 0, 1) + count * 60_000;
  return { iso: new Date(at).toISOString().slice(0, 16).replace("T", " "), serial: (at - EXCEL_EPOCH) / DAY_MS };
});

const ERROR = typed("#N/A", 't="e"', "#N/A");
const nothing = fc.constantFrom(said(""), said("-"), said("  "));
const rarely = (value: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: odd });

const id = fc.oneof(
  fc.nat(20).map((n) => said(`D-${n}`)),
  fc
    .bigInt(10n ** 16n + 1n, 10n ** 18n)
    .map((n) => (n % 10n === 0n ? n + 1n : n))
    .map((n) => typed(String(n), "", String(n))),
);
const day = minutes.map(({ iso, serial }) => typed(iso.slice(0, 10), 's="1"', String(Math.floor(serial))));
const moment = minutes.map(({ iso, serial }) => typed(iso, 's="2"', String(serial)));
const amount = fc.oneof(
  fc.integer({ min: -5, max: 10 ** 9 }).map((parts) => typed(String(parts / 100), "", String(parts / 100))),
  fc.constantFrom("1,234.50", "¥80", "3.2万", "１２").map(said),
);
const note = fc.string({ unit: fc.constantFrom("东", "a", "0", "&", "<", '"', ",", "\n", " ", "😀", "'"), maxLength: 8 }).map(said);
const flag = fc.oneof(
  fc.boolean().map((is) => typed(is ? "TRUE" : "FALSE", 't="b"', is ? "1" : "0")),
  fc.constantFrom("是", "×", "no").map(said),
);
const whole = fc.integer({ min: 0, max: 60 }).map((count) => typed(String(count), "", String(count)));

const deal = fc.tuple(
  id,
  rarely(day, nothing),
  nothing,
  rarely(amount, fc.constantFrom(ERROR, said("约5"))),
  rarely(note, fc.constant(ERROR)),
);
const visit = fc.tuple(
  ...([id, rarely(moment, nothing), rarely(moment, nothing), fc.constantFrom("call", "visit", "", "walk").map(said)] as const),
  ...([rarely(whole, nothing), flag] as const),
);

const HEADERS = {
  deals: ["deal_id", "signed_on", "region", "amount_cny", "note"],
  visits: ["deal_id", "started_at", "ended_at", "kind", "people", "is_first"],
};

type Tables = Record<keyof typeof HEADERS, readonly (readonly Value[])[]>;

const csvOf = async (rows: readonly (readonly Value[])[]) => stringify(rows.map((values) => values.map(({ text }) => text)));

async function workbookOf(rows: readonly (readonly Value[])[]) {
  const written = rows.map((values) => `<row>${values.map(({ cell }) => cell).join("")}</row>`).join("");
  return readFileSync(await writeWorkbook({ rows: written, formats: FORMATS }));
}

/** What comes of both tables in one format: their rows, where these stand, and what became of the others and why. */
async function staged(tables: Tables, ending: string, bytesOf: (rows: readonly (readonly Value[])[]) => Promise<string | Uint8Array>) {
  const names = Object.keys(HEADERS) as (keyof typeof HEADERS)[];
  const exports = Object.fromEntries(names.map((name) => [name, { files: `${name}.${ending}` }]));
  const files: Record<string, string | Uint8Array> = {};
  for (const name of names) files[`${name}.${ending}`] = await bytesOf([HEADERS[name].map(said), ...tables[name]]);
  const found = await stageFolder(dataFolder(exports, files));
  return names.map((name) => {
    const { data, files: reports } = found.tables.get(name) as NonNullable<ReturnType<typeof found.tables.get>>;
    const [{ read, accepted, repeated, rejected, reasons } = {}] = reports;
    return { name, rows: data.toArray(), read, accepted, repeated, rejected, reasons };
  });
}

test("the same records are staged to the same rows from CSV and from a workbook, and are refused for the same reasons", async () => {
  const tables = fc.record({
    deals: fc.array(deal, { minLength: 1, maxLength: 12 }),
    visits: fc.array(visit, { minLength: 1, maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(tables, async (given) => {
      expect(await staged(given, "xlsx", workbookOf)).toEqual(await staged(given, "csv", csvOf));
    }),
    { numRuns: 60, seed: 1 },
  );
});
