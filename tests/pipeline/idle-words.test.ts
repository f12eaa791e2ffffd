import { describe, expect, test } from "vitest";
import { idleWords, publishedIdleWords, remarkOnIdleWords } from "../../scripts/reports/idle-words.ts";
import { parseYaml } from "../../scripts/tools/yaml.ts";
import { dataFolder, stageFolder } from "../stage/folder.ts";

const DAY = "2026-01-02";

/** Idle words of deals in two files, each of whose records has a state. */
async function idleOf(source: object, states: readonly string[], later: readonly string[] = []) {
  const file = (of: readonly string[], from: number) =>
    ["deal_id,signed_on,state", ...of.map((state, n) => `D-${from + n},${DAY},${state}`), ""].join("\n");
  const files = { "a.csv": file(states, 0), "b.csv": file(later, 100) };
  const { tables } = await stageFolder(dataFolder({ deals: { files: ["a.csv", "b.csv"], ignore: "rest", ...source } }, files));
  return idleWords([...tables.values()]);
}

describe("idleWords", () => {
  test("names a word of a condition that no record of any file has, with what is there: the nearest first, then the most frequent", async () => {
    const where = { state: { not: ["voided", "draft"] } };
    expect(await idleOf({ where }, ["open", "open", "open", "void"], ["draft", "won", "won"])).toEqual([
      {
        table: "deals",
        entry: ["exports", "deals"],
        path: ["where", "state"],
        word: "voided",
        there: [
          ["void", 1],
          ["open", 3],
          ["won", 2],
        ],
      },
    ]);
  });

  test.each<[string, object]>([
    ["drop_rows", { drop_rows: { state: ["total", "open"] } }],
    ["where, of which any may hold", { where: [{ state: "open" }, { state: "total" }] }],
  ])("looks at all words of %s", async (_, source) => {
    expect((await idleOf(source, ["open", "won"])).map(({ word }) => word)).toEqual(["total"]);
  });

  test("finds a blank that no cell is", async () => {
    expect((await idleOf({ where: { state: { not: ["", "won"] } } }, ["open", "won"])).map(({ word }) => word)).toEqual([""]);
    expect(await idleOf({ where: { state: { not: "" } } }, ["open", ""])).toEqual([]);
  });

  test("names a word below values only where one is there that may have been meant", async () => {
    const source = { columns: { note: "state" }, values: { note: { "in progress": "p", closed: "c" } } };
    expect((await idleOf(source, ["in progres", "open"])).map(({ path, word }) => [...path, word])).toEqual([
      ["values", "note", "in progress"],
    ]);
    expect(await idleOf(source, ["open"])).toEqual([]);
  });

  test("looks at the conditions of events", async () => {
    const columns = {
      signed_on: { first: "signed_on", where: { state: "signd" } },
      note: { while: { state: "open" } },
    };
    const found = await idleOf({ events: { key: "deal_id", time: "signed_on", columns } }, ["open", "signed"]);
    expect(found.map(({ path, word }) => [...path, word])).toEqual([["events", "columns", "signed_on", "where", "state", "signd"]]);
  });

  test("judges each source of a table by its own files", async () => {
    const files = { "a.csv": `deal_id,signed_on,state\nD-1,${DAY},open\n`, "b.csv": `deal_id,signed_on,state\nD-2,${DAY},won\n` };
    const source = (file: string) => ({ files: file, ignore: "rest", where: { state: "won" }, system: "CRM", rhythm: "daily" });
    const { tables } = await stageFolder(dataFolder({ deals: [source("a.csv"), source("b.csv")] }, files));
    expect(idleWords([...tables.values()]).map(({ entry, word }) => [...entry, word])).toEqual([["exports", "deals", 0, "won"]]);
  });

  test("is silent of files without records", async () => {
    expect(await idleOf({ where: { state: "open" } }, [])).toEqual([]);
  });
});

test("remarkOnIdleWords() names the line of sources.yaml, the word, and what records have, in both languages", async () => {
  const idle = await idleOf({ where: { state: { not: "voided" } } }, ["void", "open", "open", ""]);
  const { lineOf } = parseYaml("exports:\n  deals:\n    files: a.csv\n    where:\n      state: { not: voided }\n", "sources.yaml");
  expect(remarkOnIdleWords(idle, lineOf)).toEqual([
    "sources.yaml 中没有任何记录用到的词，不起作用：1 个 · words of sources.yaml that no record has, so that they do nothing: 1",
    "  sources.yaml:5 exports.deals.where.state: voided；记录中为 1 × void, 2 × open, 1 × 空白",
    "    voided; records have 1 × void, 2 × open, 1 × a blank",
  ]);
  expect(remarkOnIdleWords([], lineOf)).toEqual([]);
});

test("publishedIdleWords() counts them, and names neither them nor what records have", async () => {
  const idle = await idleOf({ where: { state: { not: ["Ada", "Bo"] } } }, ["Cy"]);
  expect(publishedIdleWords(idle)).toEqual([{ table: "deals", setting: "where", column: "state", words: 2 }]);
});
