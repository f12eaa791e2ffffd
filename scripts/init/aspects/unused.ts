import type { Aspect } from "../draft.ts";
import { isAside } from "../knowledge.ts";
import { plainHeader } from "../plain-header.ts";
import { finding } from "../remark.ts";
import { usedHeaders } from "../used-headers.ts";

/** Columns that are named. */
const NAMED = 20;

/** Names columns that hold something and that nothing uses, but those of people and free text. */
export const unusedAspect: Aspect = (draft, { knowledge }) => {
  const { sheet, known, remarks, isDerived } = draft;
  if (isDerived) return;
  const used = usedHeaders(draft);
  const aside = new Set([...(known?.export.never ?? []), ...(known?.export.ignore ?? [])].map(plainHeader));
  const idle = sheet.columns.filter(
    ({ header, filled }) =>
      filled > 0 &&
      sheet.layout.header.names.includes(header) &&
      !used.has(header) &&
      !aside.has(plainHeader(header)) &&
      !isAside(header, knowledge.synonyms),
  );
  if (idle.length === 0) return;
  const names = idle.slice(0, NAMED).map(({ header }) => header);
  const listed = names.join("、") + (idle.length > NAMED ? ` … (${idle.length})` : "");
  remarks.push(finding(["columns"], `没有用到的列：${listed}`, "columns that are not used"));
};
