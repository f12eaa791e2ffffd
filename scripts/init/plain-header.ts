/** Texts that are remembered: the same few hundred headers and words are asked for again and again. */
const REMEMBERED = 20_000;

const known = new Map<string, string>();

/** A header without what systems, spreadsheets and people write differently: width of characters, case, blanks, and `_` for a blank. */
export function plainHeader(header: string): string {
  const before = known.get(header);
  if (before !== undefined) return before;
  const plain = header
    .normalize("NFKC")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();
  if (known.size < REMEMBERED) known.set(header, plain);
  return plain;
}
