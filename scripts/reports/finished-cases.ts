import type { FactInfo } from "../../src/data/manifest.ts";

/** What the build says of facts whose exports hold only cases that are over; nothing without any. */
export function remarkOnFinished(facts: readonly Pick<FactInfo, "id" | "isOfFinished" | "rows">[]): string[] {
  const names = facts.filter(({ isOfFinished, rows }) => isOfFinished && rows > 0).map(({ id }) => id);
  if (names.length === 0) return [];
  return [`exports hold only cases that are over; export open ones too, since recent periods are not complete in: ${names.join(", ")}`];
}
