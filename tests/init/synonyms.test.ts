import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { plainHeader } from "../../scripts/init/plain-header.ts";
import { loadSynonyms } from "../../scripts/init/synonyms.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { ANNOUNCED_COLUMNS } from "./announced.ts";

const { tables: known, ...words } = loadSynonyms();

const tables = await loadTables();

const repeated = (headers: readonly string[]) => {
  const plain = headers.map(plainHeader);
  return plain.filter((header, place) => plain.indexOf(header) !== place);
};

describe.each(Object.entries(known))("%s", (id, headers) => {
  const columns = Object.entries(tables.find((table) => table.id === id)?.columns ?? {});

  test("has headers for columns of the table, and for no other", () => {
    const names = [...columns.map(([name]) => name), ...(ANNOUNCED_COLUMNS[id] ?? [])];
    expect(Object.keys(headers).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("has headers in Chinese and in English for every column", () => {
    const lacking = ([, all]: [string, string[]]) =>
      !all.some((header) => /\p{Script=Han}/u.test(header)) || !all.some((header) => /[a-z]/i.test(header));
    expect(Object.entries(headers).filter(lacking)).toEqual([]);
  });

  test("has each header at one column", () => {
    expect(repeated(Object.values(headers).flat())).toEqual([]);
  });

  test("has the label that the contract gives a column", () => {
    const lacksLabel = (name: string, label: string) => name in headers && !headers[name]?.map(plainHeader).includes(plainHeader(label));
    expect(columns.filter(([name, { label }]) => lacksLabel(name, label.zh)).map(([name]) => name)).toEqual([]);
  });
});

test.each(Object.entries(words))("no word of %s stands twice", (_, list) => {
  expect(repeated(list)).toEqual([]);
});

test("a header of a column does not say that it holds people", () => {
  const people = words.people.map(plainHeader);
  const headers = Object.values(known).flatMap((columns) => Object.values(columns).flat());
  expect(headers.filter((header) => people.includes(plainHeader(header)))).toEqual([]);
});

test("loadSynonyms(file) names the file and the place of what it cannot use", () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-synonyms-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "synonyms.yaml");
  writeFileSync(file, "tables: { orders: { order_id: [] } }\npeople: [Owner]\nfree_text: [Note]\nten_thousands: [万元]\n");
  expect(() => loadSynonyms(file)).toThrow(/synonyms.*\.yaml:\d+ tables\.orders\.order_id/);
});
