import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Staging, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { DataError } from "../../src/core/errors.ts";
import { CLOCK } from "./folder.ts";

const folders: string[] = [];

/** A copy of the shipped sample company. */
function sample(): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-threads-"));
  folders.push(folder);
  cpSync(readSettings().dataDir, folder, { recursive: true });
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const stage = (dataDir: string, threads: number) => stageAll({ dataDir, clock: CLOCK, progress: silentProgress, threads });

function contentOf({ tables, missing }: Staging) {
  const content = [...tables.values()].map(({ table, bytes, rows, files }) => ({
    id: table.id,
    bytes: Buffer.from(bytes).toString("base64"),
    rows,
    files: files.map(({ seconds: _, ...report }) => report),
  }));
  return { content, missing };
}

function rejectsOf(dataDir: string) {
  const folder = join(dataDir, ".tandem/rejects");
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const thrownBy = (dataDir: string, threads: number): Promise<unknown> =>
  stage(dataDir, threads).then(
    () => null,
    (error: unknown) => error,
  );

describe("stageAll in two threads", () => {
  let folder: string;
  beforeAll(() => {
    folder = sample();
  });

  test("stages what it stages in one, byte by byte and in the same order", async () => {
    const here = contentOf(await stage(folder, 1));
    const rejects = rejectsOf(folder);
    expect(contentOf(await stage(folder, 2))).toEqual(here);
    expect(rejectsOf(folder)).toEqual(rejects);
  });

  test("converts instants to the company's clock", async () => {
    appendFileSync(join(folder, "exports/plm-requirement-changes.tsv"), "CHG-Z\tREQ-10031\t2026-09-30T20:00:00Z\t业务部\t需求不清\t\n");
    const { tables } = await stage(folder, 2);
    expect(tables.get("requirement_changes")?.data.toArray().at(-1)).toMatchObject({ changed_on: Date.UTC(2026, 9, 1) });
  });

  test("hands on every table as it comes, and reports the work on every file", async () => {
    const [came, reported] = [new Set<string>(), new Set<string>()];
    const { tables } = await stageAll({
      dataDir: folder,
      clock: CLOCK,
      threads: 2,
      onTable: async ({ table }) => void came.add(table.id),
      progress: {
        ...silentProgress,
        task: (label, work) => {
          reported.add(label);
          return work({ update: () => undefined });
        },
      },
    });
    expect(came).toEqual(new Set(tables.keys()));
    expect(reported).toEqual(new Set([...tables.values()].flatMap(({ files }) => files.map(({ table, file }) => `${table} ${file}`))));
  });

  test("hands on what taking a table throws", async () => {
    const onTable = () => Promise.reject(new Error("no engine"));
    await expect(stageAll({ dataDir: folder, clock: CLOCK, progress: silentProgress, threads: 2, onTable })).rejects.toThrow("no engine");
  });
});

describe("stageAll in two threads throws what it throws in one", () => {
  async function sameFrom(folder: string): Promise<DataError> {
    const [here, there] = [await thrownBy(folder, 1), await thrownBy(folder, 2)];
    expect(there).toBeInstanceOf(DataError);
    expect([(there as DataError).message, (there as DataError).issues]).toEqual([(here as DataError).message, (here as DataError).issues]);
    return there as DataError;
  }

  test("when several tables reject too much", async () => {
    const folder = sample();
    for (const file of ["crm-losses.csv", "plm-projects.csv"]) appendFileSync(join(folder, "exports", file), "x\n".repeat(2000));
    expect((await sameFrom(folder)).message).toMatch(/^losses: .*\nprojects: /);
  });

  test("when a file turns out to be broken on the way", async () => {
    const folder = sample();
    const path = join(folder, "exports", readdirSync(join(folder, "exports")).find((name) => name.endsWith(".parquet")) as string);
    writeFileSync(path, readFileSync(path).fill(0xff, 64, 1024));
    expect((await sameFrom(folder)).issues).toMatchObject([{ file: "exports/erp-orders-2023.parquet", expected: "a sound Parquet file" }]);
  });
});
