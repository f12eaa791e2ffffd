import { describe, expect, test } from "vitest";
import { remarkOnUnfound } from "../../scripts/reports/unfound.ts";
import { dataFolder, stageFolder } from "../stage/folder.ts";

async function remarks(agents: readonly string[]): Promise<string[]> {
  const lines = agents.map((agent, n) => `D-${n},2026-01-02,${agent}`);
  const source = { files: "deals.csv", lookup: { file: "teams.csv", key: { agent: "name" }, columns: { note: "team" } } };
  const files = { "deals.csv": ["deal_id,signed_on,agent", ...lines, ""].join("\n"), "teams.csv": "name,team\nAda,North\n" };
  return remarkOnUnfound([...(await stageFolder(dataFolder({ deals: source }, files))).tables.values()]);
}

describe("remarkOnUnfound", () => {
  test("names the words that lookup did not find, the most frequent first, and in how many records they stand", async () => {
    expect(await remarks(["Bo", "Cy", "Ada", "Cy"])).toEqual([
      "values that lookup did not find, which are treated as missing: 3",
      "  deals.csv agent: 2 different, in 3 records, not in teams.csv: Cy, Bo",
    ]);
  });

  test("counts a record once that was made of several events", async () => {
    const events = ["D-1,2026-01-02 09:00,Bo", "D-1,2026-01-02 10:00,Bo", "D-1,2026-01-02 11:00,Cy", "D-2,2026-01-02 09:00,Bo"];
    const source = {
      files: "deals.csv",
      lookup: { file: "teams.csv", key: { agent: "name" }, columns: { note: "team" } },
      events: { key: "deal_id", time: "at", columns: { signed_on: { first: "at" }, note: { last: "note" } } },
    };
    const files = { "deals.csv": ["deal_id,at,agent", ...events, ""].join("\n"), "teams.csv": "name,team\nAda,North\n" };
    expect(remarkOnUnfound([...(await stageFolder(dataFolder({ deals: source }, files))).tables.values()])).toEqual([
      "values that lookup did not find, which are treated as missing: 2",
      "  deals.csv agent: 2 different, in 2 records, not in teams.csv: Bo, Cy",
    ]);
  });

  test("names five at most", async () => {
    expect((await remarks(["a", "b", "c", "d", "e", "f"]))[1]).toBe(
      "  deals.csv agent: 6 different, in 6 records, not in teams.csv: a, b, c, d, e, …",
    );
  });

  test("is silent where all are found", async () => {
    expect(await remarks(["Ada", "", "ADA"])).toEqual([]);
  });
});
