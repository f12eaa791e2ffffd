import type { StepRow } from "../../charts/steps.ts";
import { valueCell } from "../cells.ts";
import type { MetricView } from "../metric-view.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral } from "../table.ts";
import { alone, type Column, type Rows, rowsOf } from "./rows.ts";

/** The steps of a way that some leave before its end. */
interface Steps<Row> extends Required<Pick<Rows<Row>, "choice">> {
  title: string;
  /** What the column of shares is. */
  shareLabel: string;
  steps: readonly Row[];
  /** Name of a step. */
  name: Column<Row>["cell"];
}

/** The tips and the table of steps: how many came so far, and their share of those before. */
export function stepRows<Row extends StepRow>(page: Page, view: MetricView, { title, shareLabel, steps, name, choice }: Steps<Row>) {
  const now = nowName(page, view);
  return rowsOf<Row>(page, {
    caption: page.clauses(title, now),
    columns: () => [
      { head: page.words.handoffs.step, cell: name },
      { head: numeral("n"), cell: ({ count }) => numeral(page.count(count), count), tip: alone },
      { head: numeral(shareLabel), cell: ({ share }) => valueCell(page, share, "share") },
    ],
    rows: () => steps,
    tipName: (step) => page.clauses(step, now),
    choice,
  });
}
