import type { Reason } from "../core/reason.ts";
import { reasons as english } from "./en/reasons.ts";
import type { ReasonWords } from "./zh/reasons.ts";

/** What was expected, as the end of "expected …"; by default in English, where columns go by their ids. */
export function expectedOf(
  reason: Reason,
  reasons: ReasonWords = english,
  nameOf: (column: string) => string = (column) => column,
): string {
  const expected = reasons[reason.code].expected as (reason: Reason, name: typeof nameOf) => string;
  return expected(reason, nameOf);
}
