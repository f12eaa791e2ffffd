import type { ReasonCode } from "../core/reason.ts";
import { REASON_EXAMPLES } from "../core/reason-examples.ts";
import { visible } from "../core/visible.ts";
import { reasonWordsOf } from "../i18n/languages.ts";
import { expectedOf } from "../i18n/reasons.ts";
import type { Page } from "../site/ask/page.ts";
import { columnName } from "./column-name.ts";

/** A reason as a page explains it. */
interface ExplainedReason {
  code: ReasonCode;
  /** What was expected of the example. */
  expected: string;
  meaning: string;
  /** What stands in a record, line by line. */
  example: readonly string[];
  remedy: string;
}

/** Where a page explains a reason. */
export const reasonAddress = (page: Page, code: ReasonCode): string => `${page.href("data/reasons/")}#${code}`;

/** Every reason why a record, or a single value of one, is not taken. */
export const explainedReasons = (page: Page): ExplainedReason[] => {
  const reasons = reasonWordsOf(page.language.locale);
  return (Object.keys(REASON_EXAMPLES) as ReasonCode[]).map((code) => {
    const { table, record, reason } = REASON_EXAMPLES[code];
    const { meaning, remedy } = reasons[code];
    const written = typeof record === "string" ? [record] : Object.entries(record).map(([name, value]) => `${name}: ${value}`);
    return {
      code,
      expected: expectedOf(reason, reasons, (name) => columnName(page, table, name)),
      meaning,
      example: written.map(visible),
      remedy,
    };
  });
};
