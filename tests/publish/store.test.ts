import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { beforeAll, expect, test } from "vitest";
import { type Documents, writeDocuments } from "../../src/data/documents.ts";
import type { FactInfo } from "../../src/data/manifest.ts";
import { readStore, type Store } from "../../src/publish/store.ts";
import { TINY_DOCUMENTS } from "../data/tiny-documents.ts";

const PATH = "cubes/sales.0123456789.arrow.gz";
const PACKED = gzipSync(tableToIPC(tableFromArrays({ month: [24_321, 24_322], count: [3, 4] }), { format: "file" }) as Uint8Array);

const fact = (id: string): FactInfo => ({
  ...{ id, grain: { zh: "订单", en: "order" }, over: "flow", isQuarterly: false, time: "ordered_on", dimensions: [], tables: ["orders"] },
  ...{ first: 24_321, last: 24_322, from: "2026-10-01", until: "2026-10-18", rows: 7, counted: [], pooling: null, coded: [], sql: "" },
  ...{ provisional: [], isOfFinished: false },
  unknown: [
    { figures: ["is_new"], table: "products", column: "launched_on", value: null, open: null },
    { figures: ["is_new"], table: "products", column: "no_such_column", value: null, open: null },
  ],
});

const DOCUMENTS: Documents = {
  ...TINY_DOCUMENTS,
  manifest: { ...TINY_DOCUMENTS.manifest, facts: [fact("sales"), fact("returns")], files: { "sales.arrow": PATH } },
};

let store: Store;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-built-"));
  writeDocuments(folder, DOCUMENTS);
  mkdirSync(join(folder, "cubes"));
  writeFileSync(join(folder, PATH), PACKED);
  store = readStore(folder);
});

test("readStore(folder) has the documents of the folder", () => {
  const { config, reports, findings, site } = store;
  expect([config, reports, findings, site.cubes.manifest, site.reference]).toEqual([
    DOCUMENTS["site-config"],
    DOCUMENTS["export-reports"],
    DOCUMENTS["matrix-findings"],
    DOCUMENTS.manifest,
    DOCUMENTS.reference,
  ]);
});

test("readStore(folder) opens the cubes of the folder, and gives the bytes of their files as they are", () => {
  expect(store.site.cubes.cells("sales").toArray()).toEqual([
    { month: 24_321, count: 3 },
    { month: 24_322, count: 4 },
  ]);
  expect(PACKED.equals(store.packed(PATH))).toBe(true);
});

test("readStore(folder) knows no cube that the manifest does not name", () => {
  expect(() => store.site.cubes.cells("returns")).toThrow("unknown cube: returns.arrow (the manifest has: sales.arrow)");
});

test("readStore(folder) names the systems of every table, and those of its columns that a metric waits for", () => {
  const { orders, products, deals } = store.site.tables;
  expect([orders?.systems, deals?.systems]).toEqual([[{ zh: "ERP", en: "ERP" }], []]);
  expect([orders?.columns, Object.keys(products?.columns ?? {})]).toEqual([{}, ["launched_on"]]);
  expect(products?.columns["launched_on"]?.label.en).toBe("Launched on");
});

test("readStore(folder) throws where a document is not there, naming it", () => {
  expect(() => readStore(mkdtempSync(join(tmpdir(), "tandem-built-")))).toThrow(/ENOENT.*site-config\.json/);
});
