/** A header without what systems, spreadsheets and people write differently: width of characters, case, blanks, and `_` for a blank. */
export const plainHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();
