import type { TableData } from "./table.ts";

/** A piece of a page that follows the reader's selection: words, which may lead to a page, a small drawing, or a table. */
export type LivePart =
  | { text: string; tone?: string | undefined; href?: string | undefined }
  | { drawing: SVGElement }
  | { table: TableData };

export const textPart = (text: string, tone?: string): LivePart => ({ text, tone });
