import type { Text } from "../../src/core/text.ts";

/** Something that a person should look at, and where in the entry of `sources.yaml` it stands. */
export interface Remark extends Text {
  /** Keys from the entry of the table on; the entry itself without any. */
  at: readonly string[];
  /** Whether it asks for a look, rather than says what was found. */
  isDoubt: boolean;
}

/** What was taken, though it is not sure. */
export const doubt = (at: readonly string[], zh: string, en: string): Remark => ({ at, zh, en, isDoubt: true });

/** What was found. */
export const finding = (at: readonly string[], zh: string, en: string): Remark => ({ at, zh, en, isDoubt: false });

/** How a remark stands in a file: Chinese first. */
export const remarkText = ({ zh, en, isDoubt }: Remark): string => (isDoubt ? `请核对：${zh} · check: ${en}` : `${zh} · ${en}`);
