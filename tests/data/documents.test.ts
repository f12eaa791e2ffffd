import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type Documents, readDocument, writeDocuments } from "../../src/data/documents.ts";
import { TINY_DOCUMENTS } from "./tiny-documents.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-documents-"));
  writeDocuments(folder, TINY_DOCUMENTS);
});

test.each(Object.keys(TINY_DOCUMENTS) as (keyof Documents)[])("readDocument(folder, %j) gives what was written", (name) => {
  expect(readDocument(folder, name)).toEqual(TINY_DOCUMENTS[name]);
});

test("writeDocuments() writes a file for each document, named as it is", () => {
  expect(readdirSync(folder)).toEqual(
    Object.keys(TINY_DOCUMENTS)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test("readDocument() throws where a document is not what its schema says, naming the place", () => {
  writeFileSync(join(folder, "matrix-findings.json"), '[{"kind":"two_owners","output":"release","departments":["rnd"]}]');
  expect(() => readDocument(folder, "matrix-findings")).toThrow(/"departments"/);
});
