import type { Delimiter } from "./csv-splitter.ts";
import type { Encoding } from "./decode.ts";
import type { Header } from "./header-row.ts";

/** How a file is written, found before its records are read. Plain data, so that a thread can be given it. */
export type Layout = { header: Header } & (
  | { format: "csv"; encoding: Encoding; delimiter: Delimiter }
  | { format: "xlsx"; sheet: string; fillMerged: boolean }
  | { format: "parquet" }
);

/** Null where a file is no workbook. */
export const sheetOf = (layout: Layout): string | null => (layout.format === "xlsx" ? layout.sheet : null);

export type LayoutOf<Format extends Layout["format"]> = Extract<Layout, { format: Format }>;
