import { expect, test } from "vitest";
import { plainHeader } from "../../scripts/init/plain-header.ts";
import { loadWords } from "../../scripts/init/words.ts";
import { loadTables } from "../../scripts/tools/registry.ts";

const { records, values, not_counted, moments, answers } = loadWords();
const tables = new Map((await loadTables()).map((table) => [table.id, table]));

test("words.yaml names tables of exports", () => {
  const named = [records, values, not_counted, moments].flatMap((section) => Object.keys(section));
  expect(named.filter((id) => tables.get(id)?.isReference !== false)).toEqual([]);
});

test("words.yaml names values that the contract has, or none", () => {
  const wrong = Object.entries(values).flatMap(([id, columns]) =>
    Object.entries(columns).flatMap(([name, said]) => {
      const choices = tables.get(id)?.columns[name]?.values;
      return Object.keys(said).flatMap((value) =>
        value === "" || (choices && Object.hasOwn(choices, value)) ? [] : [`${id}.${name}: ${value}`],
      );
    }),
  );
  expect(wrong).toEqual([]);
});

test("words.yaml names moments that the contract has", () => {
  const wrong = Object.entries(moments).flatMap(([id, columns]) =>
    Object.keys(columns).filter((name) => !["timestamp", "number"].includes(tables.get(id)?.columns[name]?.kind ?? "")),
  );
  expect(wrong).toEqual([]);
});

test("no word of words.yaml says two values of a column", () => {
  const columns = Object.values(values).flatMap((each) => Object.values(each));
  const repeated = columns.flatMap((said) => {
    const plain = Object.values(said).flat().map(plainHeader);
    return plain.filter((word, at) => plain.indexOf(word) !== at);
  });
  expect(repeated).toEqual([]);
});

test("every scale of answers has a middle", () => {
  expect(answers.filter(({ length }) => length % 2 === 0)).toEqual([]);
});
