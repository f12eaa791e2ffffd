const START = /<(?:[^\s<>/:]+:)?sheetData(?:\s[^>]*?)?(\/?)>/;
const END = /<\/(?:[^\s<>/:]+:)?sheetData\s*>/;

/** Longer than a start or an end of an element that a piece of text may cut in two. */
const OVERLAP = 1024;

interface Scan {
  place: "before" | "within" | "after";
  /** Text that is not decided on. */
  open: string;
}

/** The text of a sheet without its rows, which takes far less time to be taken apart. */
export async function* withoutRows(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  const scan: Scan = { place: "before", open: "" };
  for await (const text of texts) {
    scan.open += text;
    if (scan.place === "before") yield takeBefore(scan);
    if (scan.place === "within") skipRows(scan);
    if (scan.place === "after") yield take(scan, scan.open.length);
  }
  yield scan.open;
}

function takeBefore(scan: Scan): string {
  const start = START.exec(scan.open);
  if (!start) return take(scan, Math.max(scan.open.length - OVERLAP, 0));
  scan.place = start[1] === "/" ? "after" : "within";
  return take(scan, start.index + start[0].length);
}

function skipRows(scan: Scan): void {
  const end = END.exec(scan.open);
  if (end) scan.place = "after";
  scan.open = scan.open.slice(end ? end.index : -OVERLAP);
}

function take(scan: Scan, length: number): string {
  const text = scan.open.slice(0, length);
  scan.open = scan.open.slice(length);
  return text;
}
