import { utils, write } from "@e965/xlsx";

type Rows = (string | number | null)[][];

/** The bytes of a workbook with these sheets, in this order, as a spreadsheet writes them. */
export function bookOf(sheets: Readonly<Record<string, Rows>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return write(book, { bookType: "xlsx", type: "buffer" });
}
