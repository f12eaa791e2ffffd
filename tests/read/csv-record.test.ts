import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanRecord } from "../../scripts/read/csv-record.ts";

/** What a parser of others makes of the first record: its fields, or the code of its fault. */
function parsed(text: string, delimiter: string): string[] | string {
  try {
    const options = { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, to: 1 };
    return (parse(text, options) as string[][])[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

const CODES: Readonly<Record<string, string>> = {
  "a quote inside a field that does not start with one": "INVALID_OPENING_QUOTE",
  "text after a closing quote": "CSV_INVALID_CLOSING_QUOTE",
  "a quote that is not closed": "CSV_QUOTE_NOT_CLOSED",
};

describe("scanRecord(text, from, delimiter)", () => {
  test("takes any text apart as another strict parser does", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "好", ",", ";", '"', '"', "\n", "\r", "\r\n", " "), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(text, fc.constantFrom(",", ";"), (given, delimiter) => {
        const { fields, fault } = scanRecord(given, 0, delimiter);
        expect(fault ? CODES[fault.found] : fields).toEqual(parsed(given, delimiter));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test.each([
    ["a formula", '="00456",b', ["00456", "b"]],
    ["a formula within quotes", 'a,"=""00456"""\nc', ["a", "00456"]],
    ["a formula of blanks and words", '=" 00 号",b', [" 00 号", "b"]],
    ["an empty formula", 'a,=""\r\nc', ["a", ""]],
    ["an apostrophe before digits", "'00789,'12.50", ["00789", "12.50"]],
    ["an apostrophe before digits within quotes", "\"'00789\",'2026-03-05", ["00789", "2026-03-05"]],
    ["an apostrophe before anything else, which is a part of it", "'s,'24 型,'", ["'s", "'24 型", "'"]],
    ["any other formula, which is what it says", "=1+2,=a", ["=1+2", "=a"]],
  ])("takes as text what a spreadsheet keeps by %s", (_, text, fields) => {
    expect(scanRecord(text, 0, ",")).toMatchObject({ fields, fault: null });
  });

  test.each(['="00,456",b', '="00456"&"7",b', '="00456,b', ' ="00456",b', '="00\n456"'])(
    "takes no other formula with quotes: %j",
    (text) => {
      expect(scanRecord(text, 0, ",").fault?.found).toBe("a quote inside a field that does not start with one");
    },
  );

  test.each([
    ["a line", "a,b\nc", 4, 1],
    ["a line that ends with CR LF", "a,b\r\nc", 5, 1],
    ["a line that ends with CR", "a,b\rc", 4, 1],
    ["the last line", "a,b", 3, 1],
    ["a record of several lines", 'a,"b\r\n\n"\rc', 9, 3],
    ["a broken record, which ends with its first line", 'a,"b\nc', 5, 1],
  ])("ends after %s", (_, text, end, lines) => {
    expect(scanRecord(`x\n${text}`, 2, ",")).toMatchObject({ end: end + 2, lines });
  });
});
