import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { DEALS_HEADER, dataFolder, stageFolder } from "./folder.ts";

const REGIONS = "region,is_active\neast,1\nnorth_west,1\n";

const staging = (records: readonly string[], source: object = {}, header = DEALS_HEADER) =>
  stageFolder(
    dataFolder(
      { deals: { files: "d.csv", max_rejected: 0, ...source } },
      { "d.csv": [header, ...records, ""].join("\n"), "reference/sales-regions.csv": REGIONS },
    ),
  );

const visiting = (records: readonly string[]) =>
  stageFolder(
    dataFolder({ visits: { files: "v.csv", max_rejected: 0 } }, { "v.csv": ["deal_id,started_at,kind", ...records, ""].join("\n") }),
  );

describe("stageAll, where more records are rejected than may be,", () => {
  test("names the faults of all columns at once, also those of one record", async () => {
    await expect(staging(["D-1,bad,west,about 5,"])).rejects.toThrow(
      /d\.csv:2 signed_on: [\s\S]*d\.csv:2 region: [\s\S]*d\.csv:2 amount_cny: /,
    );
  });

  test("counts what names no member, and gives the line to write", async () => {
    const records = ["D-1,2026-01-02,est,1,", "D-2,2026-01-02,est,1,", "D-3,2026-01-02,华南,1,"];
    const said = staging(records);
    await expect(said).rejects.toThrow("found 2 × est, 1 × 华南");
    await expect(said).rejects.toThrow(
      "write under exports.deals.values in sources.yaml: region: { est: east, 华南: ? }; for ? one of east, north_west",
    );
  });

  test("gives no line where a word is like none of very many that it may name", async () => {
    const regions = ["region,is_active", ...Array.from({ length: 21 }, (_, n) => `place ${n},1`), ""].join("\n");
    const files = { "d.csv": `${DEALS_HEADER}\nD-1,2026-01-02,华南,1,\n`, "reference/sales-regions.csv": regions };
    const said = stageFolder(dataFolder({ deals: { files: "d.csv", max_rejected: 0 } }, files));
    await expect(said).rejects.toThrow("Add the row to that table");
    await expect(said).rejects.not.toThrow("华南: ?");
  });

  test("finds the members of a column with fixed values by what is like their names in any language", async () => {
    await expect(visiting(["D-1,2026-01-02 09:00,电话沟通", "D-1,2026-01-02 10:00,Visits"])).rejects.toThrow(
      "write under exports.visits.values in sources.yaml: kind: { 电话沟通: call, Visits: visit }",
    );
  });

  test("counts days and times by their form, and gives the one that reads them", async () => {
    const said = staging(["D-1,03/25/2026,,1,", "D-2,04/01/2026,,1,", "D-3,May 2026,,1,"]);
    await expect(said).rejects.toThrow("found 2 × 03/25/2026, 1 × May 2026");
    await expect(said).rejects.toThrow('write under exports.deals.dates in sources.yaml: signed_on: ["M/D/YYYY"]');
  });

  test("says of how many it is where it does not read all", async () => {
    const others = Array.from({ length: 6 }, (_, at) => `D-${at + 2},tbd,,1,`);
    await expect(staging(["D-1,25.3.2026,,1,", ...others])).rejects.toThrow('signed_on: ["D.M.YYYY"], which reads 1 of 7');
  });

  test("gives both forms that read them where nothing tells the day from the month", async () => {
    await expect(staging(["D-1,03/04/2026,,1,", "D-2,05/04/2026,,1,"])).rejects.toThrow(
      'signed_on: ["D/M/YYYY"] where the day comes first, or signed_on: ["M/D/YYYY"] where the month does: check which',
    );
  });

  test("says of both of how many they are where they do not read all", async () => {
    await expect(staging(["D-1,03/04/2026,,1,", "D-2,tbd,,1,", "D-3,tbd,,1,"])).rejects.toThrow(
      'signed_on: ["M/D/YYYY"] where the month does (each reads 1 of 3): check which',
    );
  });

  test("writes the words of a line such that YAML reads them as they are", async () => {
    const words = ["0x1F", "007", "1.0", "yes: no", "~", "true", "- a", "x #y"];
    const error: unknown = await staging(words.map((word, at) => `D-${at},2026-01-02,${word},1,`)).catch((caught) => caught);
    const [, line = ""] = /region: (\{ .* \})/.exec(String(error)) ?? [];
    expect(Object.keys(parse(line.replaceAll("?", "x")) as object).sort()).toEqual([...words].sort());
  });

  test("says how many keys the rows have, and by which column the latest is kept", async () => {
    const said = staging(["D-1,2026-01-02,,1,", "D-1,2026-01-03,,1,", "D-1,2026-01-04,,1,", "D-2,2026-01-02,,1,"]);
    await expect(said).rejects.toThrow("found 4 rows with 2 keys, such as D-1");
    await expect(said).rejects.toThrow("write under exports.deals in sources.yaml: keep: latest by signed_on; an event log?");
  });

  test("names no column to keep by where none tells the records of a key apart", async () => {
    const said = staging(["D-1,2026-01-02,,1,a", "D-1,2026-01-02,,1,b"]);
    await expect(said).rejects.toThrow("an event log?");
    await expect(said).rejects.not.toThrow("keep: latest by signed_on");
  });
});
