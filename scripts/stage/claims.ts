import { resolve } from "node:path";
import type { Issue } from "../../src/core/errors.ts";
import { sheetOf } from "../read/layout.ts";
import { placeIn } from "../sources/entry-place.ts";
import type { Source } from "../sources/sources.ts";
import type { SeenPart } from "./source-structure.ts";

/** An issue for each file, or sheet of one, that several sources of a table read: its records would be there twice. */
export function claimedTwice(dataDir: string, seen: readonly SeenPart[], sources: readonly Source[]): Issue[] {
  const claims = Map.groupBy(seen, (part) => `${resolve(dataDir, part.file)}\0${sheetOf(part.layout)}`);
  return [...claims.values()].flatMap(([first, ...others]) => others.map((other) => issueOf(first as SeenPart, other, sources)));
}

function issueOf(first: SeenPart, other: SeenPart, sources: readonly Source[]): Issue {
  const [own, earlier] = [other, first].map(({ source }) => (sources[source] as Source).place) as [Source["place"], Source["place"]];
  const files = placeIn(earlier, "files");
  const is = [first.file, sheetOf(first.layout) ?? []].flat().join(" / ");
  return {
    ...placeIn(own, "files"),
    found: {
      zh: `${is}，${files.column}（第 ${files.line} 行）也读它`,
      en: `${is}, which ${files.column} (line ${files.line}) reads as well`,
    },
    expected: { zh: "每个文件（或工作表）只属于一个来源", en: "each file, or sheet of one, in one source of the table" },
    remedy: {
      zh: `写窄 ${earlier.name} 或 ${own.name} 的 files；同一工作簿用 sheet 分开`,
      en: `narrow files of ${earlier.name} or of ${own.name}; sheets of one workbook are kept apart by sheet`,
    },
  };
}
