import type { Restatements } from "../../data/restatements.ts";
import type { Page } from "../../site/ask/page.ts";
import { valueCell } from "../../site/say/cells.ts";
import { linked, numeral, type TableData } from "../../site/say/table.ts";
import type { RestatedFigure } from "./restated-figures.ts";
import { revisionText, whyText } from "./why.ts";

/** "SLA attainment: R&D" */
export function figureName(page: Page, { of, members }: Pick<RestatedFigure, "of" | "members">): string {
  const names = Object.entries(members).map(([dimension, member]) => page.member(dimension, member));
  return names.length > 0 ? page.titled(page.say(of.label), page.listed(names)) : page.say(of.label);
}

/** A row per figure: then, now, the difference, both n, what it means for the verdict, and why. */
export function ledgerTable(page: Page, figures: readonly RestatedFigure[], restatements: Restatements): TableData {
  const { restatements: words } = page.words;
  const numbers = [words.published, words.today, words.change, words.casesThen, words.casesNow];
  return {
    caption: words.title,
    isListed: true,
    head: [words.figure, ...numbers.map((text) => numeral(text)), words.verdict, words.why, words.kind],
    rows: figures.map((figure) => {
      const { of, frozen, now, change, verdicts, snapshot } = figure;
      const vintage = restatements.vintages.find(({ name }) => name === snapshot.name);
      return [
        linked(figureName(page, figure), page.href(`metrics/${of.id}/#vintages`)),
        valueCell(page, frozen.value, of.unit),
        valueCell(page, now.value, of.unit),
        numeral(page.change(change, of.unit), change),
        numeral(page.count(frozen.n), frozen.n),
        numeral(page.count(now.n), now.n),
        page.clauses(...verdicts.map((verdict) => words.verdicts[verdict])),
        vintage ? whyText(page, figure, vintage) : "",
        revisionText(page, figure, restatements),
      ];
    }),
  };
}
