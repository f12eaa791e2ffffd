import type { Issue } from "../../src/core/errors.ts";
import { listed } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { reasons as english } from "../../src/i18n/en/reasons.ts";
import { expectedOf } from "../../src/i18n/reasons.ts";
import { reasons as chinese } from "../../src/i18n/zh/reasons.ts";
import type { Refused } from "./record-stager.ts";

/** Different texts that are kept of one fault. */
const KEPT = 1000;

/** Texts that a message names. */
const SHOWN = 5;

const SHOWN_CHARACTERS = 80;

/** What is wrong in one column for one reason, over all files of a table. */
export interface Tallied extends Omit<Refused, "found" | "also"> {
  /** Where it was first seen. */
  file: string;
  line: number;
  cell?: string | undefined;
  count: number;
  /** How often each text was found. */
  texts: ReadonlyMap<string, number>;
}

/** Counts what is refused, also the further faults of a record, so that all columns are named at once. */
export class FaultTally {
  readonly #faults = new Map<string, Tallied & { texts: Map<string, number> }>();

  add({ column, reason, found }: Refused, place: Pick<Tallied, "file" | "line" | "cell">): void {
    const key = `${column}\0${expectedOf(reason)}`;
    const fault = this.#faults.get(key) ?? { ...place, column, reason, count: 0, texts: new Map<string, number>() };
    this.#faults.set(key, fault);
    fault.count += 1;
    const text = found.length > SHOWN_CHARACTERS ? `${found.slice(0, SHOWN_CHARACTERS)}…` : found;
    if (fault.texts.has(text) || fault.texts.size < KEPT) fault.texts.set(text, (fault.texts.get(text) ?? 0) + 1);
  }

  /** The most frequent first. */
  list = (): Tallied[] => [...this.#faults.values()].sort((a, b) => b.count - a.count);
}

/** `73 × 华南, 12 × 华东`; a text alone where it is the only one. */
export function shownTexts(texts: ReadonlyMap<string, number>): string {
  const ordered = [...texts].sort(([, a], [, b]) => b - a);
  if (texts.size === 1 && ordered[0]?.[1] === 1) return ordered[0][0];
  return listed(
    ordered.map(([text, count]) => `${count.toLocaleString("en")} × ${text}`),
    SHOWN,
  );
}

/** A fault as an issue, with what to do about it. */
export const issueOf = (
  { file, line, cell, column, reason, texts }: Tallied,
  {
    found = shownTexts(texts),
    remedy = { zh: chinese[reason.code].remedy, en: english[reason.code].remedy },
  }: { found?: string; remedy?: Text },
): Issue => ({
  ...{ file, line, cell, column: column ?? undefined, found },
  expected: { zh: expectedOf(reason, chinese), en: expectedOf(reason) },
  remedy,
});
