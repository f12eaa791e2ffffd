import { createHash } from "node:crypto";

/** Letters and digits that nobody takes for one another (Crockford's base 32, in lower case). */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 6;

/** The part of a short code that says which figure: 30 bits of a SHA-256, the same in every snapshot, so that snapshots share the bytes of their pages. */
export function figureCode(figure: string): string {
  const bytes = createHash("sha256").update(figure).digest();
  return Array.from({ length: LENGTH }, (_, i) => DIGITS[(bytes[i] ?? 0) % DIGITS.length]).join("");
}

/** The part that says which snapshot, by its number. */
export const snapshotCode = (number: number): string => number.toString(36);

/** The short code of a figure as it stands in a snapshot, with what the snapshot selects: `/c/<code>/` leads to it for good. */
export const shortCodeOf = (number: number, figure: string): string => figureCode(figure) + snapshotCode(number);
