import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { layoutOfCsv, openCsv } from "../../scripts/read/csv.ts";
import { DELIMITERS, type Delimiter } from "../../scripts/read/csv-splitter.ts";
import { ENCODINGS, type Encoding } from "../../scripts/read/decode.ts";
import { plainName } from "../../scripts/read/header-row.ts";

import { allOf } from "./all-of.ts";

const path = join(mkdtempSync(join(tmpdir(), "tandem-csv-")), "t.csv");

async function read(content: string | Uint8Array, encoding: Encoding = "utf-8", delimiter: Delimiter = ",") {
  writeFileSync(path, content);
  const layout = await layoutOfCsv(path, { encoding, delimiter, ignore: "rest" });
  if (!layout) return { header: undefined, entries: [] };
  const { header, batches } = await openCsv(path, layout);
  return { header, entries: await allOf(batches) };
}

const fieldsOf = async (...given: Parameters<typeof read>) => (await read(...given)).entries.map(({ fields }) => fields);

describe("openCsv(file) reads every encoding", () => {
  test.each(ENCODINGS)("%s", async (encoding) => {
    const good = encoding === "windows-1252" ? "“für”€" : "“好”€";
    expect(await fieldsOf(encode(`id,note\r\n1,${good}\r\n2,\r\n`, encoding), encoding)).toEqual([
      ["1", good],
      ["2", ""],
    ]);
  });

  test.each(["utf-8", "utf-16le", "utf-16be"] as const)("%s with a byte order mark, which is no part of the header", async (encoding) => {
    expect((await read(encode("编号\n1\n", encoding, { addBOM: true }), encoding)).header).toEqual(["编号"]);
  });
});

test.each(DELIMITERS)("openCsv(file) separates by %j", async (delimiter) => {
  const others = DELIMITERS.filter((each) => each !== delimiter).join("");
  expect(await fieldsOf(`a${delimiter}b\n1${others}${delimiter}"2${delimiter}"\n`, "utf-8", delimiter)).toEqual([
    [`1${others}`, `2${delimiter}`],
  ]);
});

test("openCsv(file) keeps markup and formulas as text", async () => {
  expect(await fieldsOf("a,b\n<script>alert(1)</script>,=cmd()\n")).toEqual([["<script>alert(1)</script>", "=cmd()"]]);
});

test("openCsv(file) reads records that go over the blocks in which a file is read", async () => {
  const long = "长".repeat(1_500_000);
  const { entries } = await read(`a,b\n1,"${long}\n${long}"\n2,x\n`);
  expect(entries.map(({ line, fields }) => [line, fields.map((field) => field?.length)])).toEqual([
    [2, [1, 3_000_001]],
    [4, [1, 1]],
  ]);
});

const filler = Array.from({ length: 150_000 }, (_, index) => `${index},${"x".repeat(12)}\n`);

test.each([
  ["never closed", 'a,"b\n', ""],
  ["closed by a quoted field far away", 'a,"b\n', '1,"x"\n'],
])("openCsv(file) goes on after a quote that is %s", async (_, broken, last) => {
  const { entries } = await read(`a,b\n\n${broken}${filler.join("")}${last}`);
  expect(entries.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([3]);
  expect([entries.length, entries.at(-1)?.line]).toEqual([150_001 + (last ? 1 : 0), 150_003 + (last ? 1 : 0)]);
});

test("openCsv(file) rejects the line of a quote that runs over whole records, wherever it stands in the file", async () => {
  const { entries } = await read(`a,b\n\n1,"x,y\n2,b\n3,b",c",d"\n${filler.join("")}4,"e"\n`);
  expect(entries.slice(0, 3).map(({ line, fields }) => [line, fields[0]])).toEqual([
    [3, undefined],
    [4, "2"],
    [5, undefined],
  ]);
});

test("openCsv(file) is not slow on a file of broken quotes", async () => {
  const { entries } = await read(`a,b\n${'5" pipe,x\n'.repeat(20_000)}`);
  expect(entries.every(({ fault }) => fault !== null)).toBe(true);
}, 20_000);

/** Any text but one that a spreadsheet keeps by a formula, which is read as what it keeps. */
const cell = fc
  .string({ unit: fc.constantFrom("a", "好", ",", ";", '"', "\n", "\r", " ", "=", "'", "😀", "\t"), maxLength: 6 })
  .filter((text) => !/^="[^"]*"$/.test(text));
const grid = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }));
const lineBreak = fc.constantFrom("\n", "\r\n", "\r");

/** Quotes everything that needs quotes, and with `isQuoted` the rest as well. */
const write = (records: string[][], record_delimiter: string, isQuoted: boolean) =>
  stringify(records, { record_delimiter, quoted: isQuoted, quoted_match: /[\r\n"]/, quoted_empty: true });

/** Those of `wanted` that `given` has one after the other. */
function inOrder(wanted: readonly string[], given: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((each) => {
    const at = given.indexOf(each, from);
    if (at !== -1) from = at + 1;
    return at !== -1;
  });
}

describe("openCsv(file), for any records,", () => {
  test("gives back what was written, with the line on which each record starts", async () => {
    await fc.assert(
      fc.asyncProperty(grid, lineBreak, fc.boolean(), async (records, delimiter, isQuoted) => {
        const texts = records.map((record) => write([record], delimiter, isQuoted));
        const { header, entries } = await read(texts.join(""));
        const isRecord = records.map((record) => record.some((field) => field.trim() !== ""));
        const kept = records.filter((_, index) => isRecord[index]);
        expect([header, ...entries.map(({ fields }) => fields)]).toEqual([kept[0]?.map(plainName), ...kept.slice(1)]);
        const linesBefore = texts.map(
          (_, index) =>
            texts
              .slice(0, index)
              .join("")
              .split(/\r\n|\n|\r/).length,
        );
        expect(entries.map(({ line }) => line)).toEqual(linesBefore.filter((_, index) => isRecord[index]).slice(1));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("loses no other record when one is damaged", async () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "好", "1", " "), minLength: 1, maxLength: 5 });
    const records = fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 9 });
    const damage = fc.record({ record: fc.nat(), at: fc.nat(), mark: fc.constantFrom('"', '""', ",", "\0", '",', '"a', '"\n') });
    await fc.assert(
      fc.asyncProperty(records, damage, fc.boolean(), async (given, { record, at, mark }, isQuoted) => {
        const texts = given.map((each) => write([each], "\n", isQuoted));
        const broken = record % given.length;
        const text = texts[broken] ?? "";
        const place = at % text.length;
        const damaged = texts.with(broken, `${text.slice(0, place)}${mark}${text.slice(place)}`);
        const { entries } = await read(`x,y,z\n${damaged.join("")}`);
        const sound = entries.filter(({ fault }) => fault === null).map(({ fields }) => fields.join("|"));
        const others = given.toSpliced(broken, 1).map((each) => each.join("|"));
        expect(inOrder(others, sound)).toEqual(others);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
