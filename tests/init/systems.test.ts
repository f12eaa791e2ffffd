import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainHeader } from "../../scripts/init/plain-header.ts";
import { isRecognised, type KnownExport, loadSystems } from "../../scripts/init/systems.ts";
import { isDateForm } from "../../scripts/read/date-forms.ts";
import { readFlag } from "../../scripts/stage/flags.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Column } from "../../src/core/columns.ts";
import { ANNOUNCED_COLUMNS } from "./announced.ts";

const tables = new Map((await loadTables()).map((table) => [table.id, table]));
const known = loadSystems().flatMap(({ id, exports }) => Object.entries(exports).map(([name, each]) => ({ of: `${id}.${name}`, each })));

const columnOf = ({ table }: KnownExport, name: string): Column | undefined => tables.get(table)?.columns[name];
const columnsOf = ({ table }: KnownExport) => [...Object.keys(tables.get(table)?.columns ?? {}), ...(ANNOUNCED_COLUMNS[table] ?? [])];

/** Every header that an export is known to have. */
function headersOf({ columns, ignore, never, recognised_by, events }: KnownExport): string[] {
  const ofEvents = events ? [events.record, events.at, events.state, events.where?.header ?? []].flat() : [];
  return [...Object.values(columns).flat(), ...ignore, ...never, ...recognised_by.flat(), ...ofEvents];
}

/** Headers that stand in two places; a column with values of its own may share the header of another. */
function repeated({ columns, values, ignore, never }: KnownExport): string[] {
  const own = Object.entries(columns).flatMap(([name, headers]) => (name in values ? [] : headers));
  const all = [...own, ...ignore, ...never].map(plainHeader);
  return all.filter((header, place) => all.indexOf(header) !== place);
}

describe.each(known)("$of", ({ each }) => {
  test("feeds a table of exports", () => {
    expect(tables.get(each.table)?.isReference).toBe(false);
  });

  test("names columns that the table has, or is to have", () => {
    const named = [each.columns, each.values, each.dates].flatMap((mapped) => Object.keys(mapped));
    expect(named.filter((name) => !columnsOf(each).includes(name))).toEqual([]);
  });

  test("has each header in one place", () => {
    expect(repeated(each)).toEqual([]);
  });

  test("is recognised by the headers of every list, and not without them", () => {
    expect(each.recognised_by.filter((headers) => !isRecognised(each, headers))).toEqual([]);
    expect(isRecognised(each, [])).toBe(false);
  });

  test("is recognised by headers that it says something about", () => {
    const said = new Set(headersOf({ ...each, recognised_by: [] }).map(plainHeader));
    expect(each.recognised_by.flat().filter((header) => !said.has(plainHeader(header)))).toEqual([]);
  });

  test("renames values of columns that have fixed ones, to those of the contract", () => {
    const wrong = Object.entries(each.values).flatMap(([name, renamed]) => {
      const choices = columnOf(each, name)?.values;
      return Object.values(renamed).filter((value) => (choices ? !Object.hasOwn(choices, value) : readFlag(value) === null));
    });
    expect(wrong).toEqual([]);
  });

  test("writes dates in forms that can be read", () => {
    const forms = Object.values(each.dates).flat();
    expect(forms.filter((form) => !isDateForm(form))).toEqual([]);
  });
});

test.each(known)("no other export is taken for $of", ({ of, each }) => {
  const others = known.filter((other) => other.of !== of);
  expect(others.filter((other) => isRecognised(each, headersOf(other.each))).map((other) => other.of)).toEqual([]);
});

test("what is announced has not landed yet", () => {
  const landed = Object.entries(ANNOUNCED_COLUMNS).flatMap(([id, names]) => names.filter((name) => tables.get(id)?.columns[name]));
  expect(landed).toEqual([]);
});

describe("isRecognised(export, header)", () => {
  const stories = {
    recognised_by: [
      ["编号", "需求名称"],
      ["ID", "Story"],
    ],
    unless: ["Bug ID"],
  };
  test.each([
    ["all headers of a list, in another order and case", ["story", "Created", "id"], true],
    ["headers in full width and with blanks", [" ＩＤ", "Ｓｔｏｒｙ "], true],
    ["headers with _ for a blank", ["id_", "STORY"], true],
    ["headers of two lists, none of them whole", ["编号", "Story"], false],
    ["a header that only another export has", ["ID", "Story", "Bug ID"], false],
  ])("with %s", (_, header, expected) => {
    expect(isRecognised(stories, header)).toBe(expected);
  });
});

describe("loadSystems(folder)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tandem-systems-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const load = (orders: string, top = "") => {
    writeFileSync(join(folder, "shop.yaml"), `name: { zh: 商店, en: Shop }\n${top}exports:\n  orders: { ${orders} }\n`);
    return loadSystems(folder);
  };
  const whole = "title: { zh: 订单, en: Orders }, table: orders, sources: [https://shop.example/docs], recognised_by: [[No.]], columns: {}";

  test("fills in what is left out, and calls a system by its file", () => {
    expect(load(whole)).toEqual([
      {
        id: "shop",
        name: { zh: "商店", en: "Shop" },
        exports: {
          orders: {
            title: { zh: "订单", en: "Orders" },
            table: "orders",
            sources: ["https://shop.example/docs"],
            recognised_by: [["No."]],
            unless: [],
            columns: {},
            values: {},
            dates: {},
            ignore: [],
            never: [],
            has_questions: false,
          },
        },
      },
    ]);
  });

  test.each([
    [
      "a key that is not known",
      `${whole}, ignored: [a]`,
      "",
      "shop.yaml:3 exports.orders.ignored: ",
      "did you mean ignore?, found ignored",
    ],
    ["a key at the top", whole, "nmae: Shop\n", "shop.yaml:2 nmae: ", "did you mean name?, found nmae"],
    ["a source without https", whole.replace("https", "http"), "", "exports.orders.sources#1", "found http://shop.example/docs"],
    ["a list of no headers", whole.replace("[[No.]]", "[[]]"), "", "exports.orders.recognised_by#1", "found []"],
    ["custom fields without a place for their name", whole, "custom_fields: Custom field\n", "custom_fields", "found Custom field"],
  ])("names the file and the place of %s", (_, orders, top, place, found) => {
    expect(() => load(orders, top)).toThrow(join(folder, "shop.yaml"));
    expect(() => load(orders, top)).toThrow(place);
    expect(() => load(orders, top)).toThrow(found);
  });
});
