import { brokenWorkbook } from "./broken.ts";
import type { Parts } from "./parts.ts";
import { type Range, rangeOf } from "./reference.ts";
import type { Relation } from "./relations.ts";
import { isTrue, readAllElements, readElements } from "./xml.ts";

/** A sheet with cells. */
export interface Sheet {
  name: string;
  /** Whether readers see it; one that is very hidden is not even in the list of those that are hidden. */
  visibility: "visible" | "hidden" | "very hidden";
  /** The cells in use, as the writer of the workbook declares them, rightly or not; null when it does not. */
  dimension: Range | null;
  /** The part that holds it. */
  part: string;
}

interface Listed {
  sheets: Sheet[];
  is1904: boolean;
}

const VISIBILITY: Readonly<Record<string, Sheet["visibility"]>> = { hidden: "hidden", veryHidden: "very hidden" };

/** The sheets of a workbook, but for those that are a chart, and from when it counts days. Throws a DataError when one is not there. */
export async function listSheets(parts: Parts, part: string, relations: readonly Relation[]): Promise<Listed> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readAllElements(parts, part, {
    open: (element, attributes) => {
      if (element === "workbookPr") is1904 = isTrue(attributes.date1904);
      if (element !== "sheet") return;
      const { name = "", state = "" } = attributes;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = relations.find((each) => each.id === id);
      if (!relation || !parts.has(relation.target)) throw brokenWorkbook(parts.path, `nothing that holds sheet ${name}`);
      if (relation.kind !== "worksheet") return;
      sheets.push({ name, visibility: VISIBILITY[state] ?? "visible", dimension: null, part: relation.target });
    },
  });
  for (const sheet of sheets) sheet.dimension = await readDimension(parts, sheet.part);
  return { sheets, is1904 };
}

/** It is declared before the rows. */
async function readDimension(parts: Parts, part: string): Promise<Range | null> {
  let dimension: Range | null = null;
  let isBefore = true;
  const elements = readElements(parts, part, {
    open: (element, { ref = "" }) => {
      if (element === "dimension") dimension = rangeOf(ref);
      if (element === "sheetData") isBefore = false;
    },
  });
  for await (const _ of elements) if (!isBefore) break;
  return dimension;
}
