import { z } from "zod";
import { changed, defineStep } from "../step.ts";

/** Column that takes the name of the sheet in which a record stands, as where each department has a sheet. */
export const sheetColumn = defineStep(z.string().min(1), (name, { file, header, sheet, complain }) => {
  if (sheet === null)
    complain({
      ...{ file, column: name, found: { zh: "不是工作簿", en: "a file without sheets" } },
      expected: { zh: "sheet_column 要取工作表的名称", en: "a workbook, whose sheets sheet_column names" },
    });
  return {
    header: [...header, name],
    take: (entry) => [changed(entry, { fields: [...entry.fields, sheet] })],
  };
});
