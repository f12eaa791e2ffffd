/** A header without what systems, spreadsheets and people write differently: width of characters, case, blanks around and in it. */
export const plainHeader = (header: string): string => header.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
