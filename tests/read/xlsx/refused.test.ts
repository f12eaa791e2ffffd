import { gzipSync } from "node:zlib";
import { CFB, utils, write } from "@e965/xlsx";
import { writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../../scripts/read/xlsx/workbook.ts";
import { bothOf, DataError } from "../../../src/core/errors.ts";
import { partsOf, writeBytes, zipOf } from "./written.ts";

/** The same table in a format of another kind, by another program. */
const saved = (bookType: "biff8" | "xlsb" | "ods" | "xlml" | "html" | "csv"): Buffer => {
  const workbook = utils.book_new(
    utils.aoa_to_sheet([
      ["区域", "金额"],
      ["东部", 12],
    ]),
    "Sheet1",
  );
  return write(workbook, { bookType, type: "buffer" });
};

function compound(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, stream, Buffer.alloc(8192));
  return CFB.write(file, { type: "buffer" }) as Uint8Array;
}

/** The same zip, in which every file is said to be encrypted. */
function locked(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (const [mark, flags] of [
    ["PK\x01\x02", 8],
    ["PK\x03\x04", 6],
  ] as const)
    for (let at = copy.indexOf(mark); at !== -1; at = copy.indexOf(mark, at + 1))
      copy.writeUInt16LE(copy.readUInt16LE(at + flags) | 1, at + flags);
  return copy;
}

const zip = await zipOf(partsOf());
const SAVE = "open the file in a spreadsheet and save it as .xlsx";

describe("openWorkbook(path) says what a file is that is no workbook, and what to do", () => {
  test.each<[string, Uint8Array | string | Promise<Uint8Array>, string, string]>([
    ["an empty file", "", "an empty file", "export it again"],
    [
      "one with a password",
      writeXlsx({ sheets: [{ name: "a", rows: [[1]] }], encryption: { password: "a" } }),
      "a file with a password",
      "take the password off",
    ],
    ["a stream of that kind", compound("EncryptedPackage"), "a file with a password", "take the password off and save it again"],
    ["an old workbook", saved("biff8"), "a workbook of Excel 97–2003 (.xls)", SAVE],
    ["another old file", compound("WordDocument"), "a file with a password, or one of an old Office (such as .xls)", SAVE],
    [
      "half a header of an old file",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      "a file with a password, or one of an old Office (such as .xls)",
      SAVE,
    ],
    ["a binary workbook", saved("xlsb"), "a binary workbook (.xlsb)", SAVE],
    ["an OpenDocument table", saved("ods"), "an OpenDocument file, such as .ods", SAVE],
    ["an XML spreadsheet", saved("xlml"), "an XML spreadsheet of Excel 2003", SAVE],
    ["an HTML page", saved("html"), "an HTML page", SAVE],
    ["a table of HTML", '\uFEFF\r\n<table border="1"><tr><td>1</td></tr></table>', "an HTML page", SAVE],
    ["CSV", saved("csv"), "text, such as CSV", "let its name end with .csv"],
    ["CSV in GB18030", Buffer.from([0xc7, 0xf8, 0xd3, 0xf2, 0x2c, 0x31]), "text, such as CSV", "let its name end with .csv"],
    ["text in UTF-16", Buffer.from("\uFEFFa\tb\n", "utf16le"), "text, such as CSV", "let its name end with .csv"],
    ["a Parquet file", "PAR1\x15\x04PAR1", "a Parquet file", "let its name end with .parquet"],
    ["a packed CSV", gzipSync("a,b\n1,2\n"), "a file packed by gzip", "unpack the file"],
    ["a PDF", "%PDF-1.7\n1 0 obj\n", "a PDF document", "export the table itself, as CSV or .xlsx"],
    ["the answer of a server", '{"error": "log in"}', "JSON", "export the table itself"],
    ["a zip with a password", locked(zip), "a zip with a password", "take the password off and save it again"],
    ["other bytes", new Uint8Array([1, 0, 2, 0, 3]), "bytes that are no zip, as every .xlsx is", SAVE],
    ["a zip that was cut", zip.subarray(0, zip.length - 200), "a zip that ends too early", "copy or download it again"],
    [
      "a zip of other files",
      zipOf({ "a.csv": "1", "b.csv": "2", "c.csv": "3", "d.csv": "4" }),
      "a zip of a.csv, b.csv, c.csv …",
      "unpack them",
    ],
    ["an empty zip", zipOf({}), "an empty zip", "an .xlsx workbook"],
    ["a document", zipOf({ ...partsOf(), "word/document.xml": "<document/>" }), "a Word document", SAVE],
  ])("%s", async (_, bytes, found, expected) => {
    const path = writeBytes(await bytes);
    const error = await openWorkbook(path).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(DataError);
    const { issues, message } = error as DataError;
    expect(issues.map(({ file, found: text }) => ({ file, found: bothOf(text).en }))).toEqual([{ file: path, found }]);
    expect(message).toContain(expected);
  });
});
