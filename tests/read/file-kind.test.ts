import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { stageDeals } from "../stage/folder.ts";
import { writeParquet } from "../stage/parquet.ts";
import { partsOf, zipOf } from "./xlsx/written.ts";

const CASES: [string, Uint8Array | string, string, string][] = [
  ["a workbook", await zipOf(partsOf()), "a zip, as .xlsx workbooks are", "if the file is a workbook, let its name end with .xlsx"],
  ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "a workbook of an old Excel (.xls)", "save it as .xlsx"],
  ["the page of a login", "\r\n<!DOCTYPE html><html><body>Log in</body></html>", "an HTML page", "save it as .xlsx"],
  ["a table that is called .xls", '<html xmlns:x="urn:x"><table><tr><td>deal_id</td></tr></table>', "an HTML page", "save it as .xlsx"],
  ["a packed file", gzipSync("deal_id,signed_on\n"), "a file packed by gzip", "unpack the file"],
  ["the answer of a server", '[{"deal_id": 1}]', "JSON", "export the table itself"],
  ["Parquet", writeParquet({ deal_id: ["D-1"] }), "a Parquet file", "let its name end with .parquet"],
  ["a PDF", "%PDF-1.7\n%\n1 0 obj", "a PDF document", "export the table itself"],
  ["an archive", Buffer.from("Rar!\x1a\x07\x01\x00", "latin1"), "a file packed by RAR", "unpack the file"],
  ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "a picture", "export the table itself"],
];

test.each(CASES)("%s under the name of CSV is named, with what to do", async (_, content, found, remedy) => {
  const staging = stageDeals(content);
  await expect(staging).rejects.toThrow(`found ${found}`);
  await expect(staging).rejects.toThrow(remedy);
  await expect(staging).rejects.toThrow("expected CSV, ");
});

test.each([
  "PK,deal_id",
  "PAR1,deal_id",
  "Rar!,deal_id",
  "%PDF-share,deal_id",
  "<table_id>,deal_id",
  "%,deal_id",
  "7z,deal_id",
  "{a},deal_id",
  "<a>,deal_id",
])("a header may begin with %s", async (header) => {
  const { tables } = await stageDeals(`${header},signed_on\n1,D-1,2026-01-02\n`, { ignore: "rest" });
  expect(tables.get("deals")?.rows).toBe(1);
});

test("CSV under the name of Parquet is named, with what to do", async () => {
  const staging = stageDeals("deal_id,signed_on\nD-1,2026-01-02\n", {}, "a.parquet");
  await expect(staging).rejects.toThrow("expected a sound Parquet file, found text, such as CSV");
  await expect(staging).rejects.toThrow("let its name end with .csv");
});
