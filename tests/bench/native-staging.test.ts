import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDuckDbNative } from "../../scripts/bench/duckdb-native.ts";
import { stageNatively } from "../../scripts/bench/native-staging.ts";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "../../scripts/engine/engine.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { choice, date, flag, key, number, text } from "../../src/core/columns.ts";
import { defineTable, type Table } from "../../src/core/contract.ts";
import { CLOCK } from "../stage/folder.ts";

const meaning = { label: { zh: "列", en: "column" }, description: { zh: "列", en: "column" }, publish: "never", example: "" } as const;
const optional = { ...meaning, required: false } as const;

const things = defineTable({
  id: "things",
  label: { zh: "物", en: "Things" },
  description: { zh: "物", en: "Things" },
  key: ["thing_id"],
  columns: {
    thing_id: key({ ...meaning, required: true }),
    made_on: date({ ...optional }),
    colour: choice({ ...optional, values: { red: { zh: "红", en: "red" }, blue: { zh: "蓝", en: "blue" } } }),
    amount_cny: number({ ...optional }),
    is_sold: flag({ ...optional }),
    note: text({ ...optional }),
  },
}) as { id: string } as Table;

const SOURCES = `
exports:
  things:
    files: exports/things.csv
    system: ERP
    rhythm: daily
    encoding: gb18030
    delimiter: ";"
    columns: { thing_id: 编号, made_on: 日期, colour: 颜色, amount_cny: 金额, is_sold: 售出, note: 备注 }
    values: { colour: { 红: red, 蓝: blue } }
    dates: { made_on: ["YYYY年M月D日", excel] }
`;

const RECORDS = [
  "编号;日期;颜色;金额;售出;备注",
  "T-1;2024年3月5日;红;¥1,234.50;是;plain",
  'T-2;45292;蓝;12.5%;否;"two\nlines; and a ""quote"""',
  "T-3;-;N/A;3.2万;无;无",
  "T-4;;;－５;1;",
  "T-5;2024年12月31日;红;.5;0;x",
];

const ROWS = `select thing_id, cast(epoch_ms(cast(made_on as timestamp)) as double) as made_on, colour, amount_cny, is_sold, note from staging.things order by thing_id`;

describe("stageNatively", () => {
  const engines: Engine[] = [];
  let folder = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tandem-native-"));
    mkdirSync(join(folder, "exports"));
    writeFileSync(join(folder, "sources.yaml"), SOURCES);
    writeFileSync(join(folder, "exports/things.csv"), iconv.encode(RECORDS.join("\n"), "gb18030"));
    engines.push(await openDuckDbNative(), await openDuckDbWasm());
    for (const engine of engines) await engine.run("create schema staging");
  });

  afterAll(async () => {
    for (const engine of engines) await engine.close();
  });

  test("gives the rows that staging gives: encodings, delimiters, values, dates, numbers, flags, what is missing", async () => {
    const [native, wasm] = engines as [Engine, Engine];
    const workDir = mkdtempSync(join(tmpdir(), "tandem-native-"));
    expect(await stageNatively(native, { dataDir: folder, contracts: [things], workDir, progress: silentProgress })).toEqual(
      new Set(["things"]),
    );
    const { tables } = await stageAll({ dataDir: folder, clock: CLOCK, progress: silentProgress, tables: [things] });
    expect(tables.get("things")?.rows).toBe(5);
    for (const { data } of tables.values()) await wasm.load("staging.things", data);
    expect(await rowsOf(native, ROWS)).toEqual(await rowsOf(wasm, ROWS));
  });
});
