import type { RestatementCause } from "../../data/restatements.ts";
import type { Page } from "../../site/ask/page.ts";
import { metricOf } from "../../site/site.ts";
import { countsText } from "./why.ts";

/** A definition that is not what it was, as it was and as it is. */
export interface ChangedDefinition {
  name: string;
  texts: { label: string; text: string }[];
}

/** What differs from when a snapshot was frozen: a line each, and the definitions with both texts. */
export function differencesOf(page: Page, causes: readonly RestatementCause[]): { lines: string[]; definitions: ChangedDefinition[] } {
  const { restatements: words } = page.words;
  const textsOf = ({ frozen, now }: { frozen: string | null; now: string | null }) => [
    { label: words.rowBefore, text: frozen ?? words.absent },
    { label: words.rowNow, text: now ?? words.absent },
  ];
  const lineOf = (cause: RestatementCause): string[] => {
    if (cause.kind === "records") return [countsText(page, cause)];
    if (cause.kind === "settings") return [words.file(cause.file)];
    if (cause.kind === "program") return [words.versionOf(cause.frozen, cause.now)];
    if (cause.kind !== "reference") return [];
    return [page.titled(cause.file, page.clauses(...textsOf(cause).map(({ label, text }) => `${label} ${text}`)))];
  };
  return {
    lines: causes.flatMap(lineOf),
    definitions: causes.flatMap((cause) => {
      if (cause.kind === "fact") return [{ name: words.fact(cause.fact), texts: textsOf(cause) }];
      return cause.kind === "formula" ? [{ name: page.say(metricOf(page.site, cause.metric).label), texts: textsOf(cause) }] : [];
    }),
  };
}
