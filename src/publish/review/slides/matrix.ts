import type { SlideCell } from "../../../data/review.ts";
import { livePart } from "../../../site/all-kinds.ts";
import type { Page } from "../../../site/ask/page.ts";
import { hasPromises, membersOfPromise, type Promised, promiseName } from "../../../site/ask/promises.ts";
import { type MatrixRow, matrixRows, stagesOf } from "../../../site/matrix/matrix.ts";
import { tallyOf } from "../../../site/say/overview.ts";
import { topicOf } from "../../../site/site.ts";
import { specWithin } from "../../../site/spec.ts";
import { slideCell } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

/** Words of a part of the page, and how they stand out. */
function said(page: Page, spec: string): { text: string; tone: string | undefined } {
  const part = livePart(page, spec);
  return "text" in part ? { text: part.text, tone: part.tone } : { text: "", tone: undefined };
}

const toneOf = (tone: string | undefined): SlideCell["tone"] => (tone === "better" || tone === "worse" ? tone : null);

/** "Technical support: first response 59.3% ▼ (n = 135)" */
function promiseWords(page: Page, promised: Promised) {
  const of = (part: string) => said(page, specWithin(part, membersOfPromise(promised)));
  const [kept, mark, n] = [of("matrix.kept"), of("matrix.mark"), of("metric.n sla-attainment")];
  const value = [kept.text, mark.text].filter(Boolean).join(" ");
  return { text: page.noted(`${promiseName(page, promised)} ${value}`, `n = ${n.text}`), tone: toneOf(kept.tone) };
}

/** What a department promised in a stage; in the tone of what is worst of it. */
function cellOf(page: Page, { cells }: MatrixRow, stage: MatrixRow["cells"][number]["stage"]): SlideCell {
  const promises = cells.find((cell) => cell.stage === stage)?.promises ?? [];
  const lines = promises.map((promised) => promiseWords(page, promised));
  const tone = (["worse", "better"] as const).find((each) => lines.some((line) => line.tone === each)) ?? null;
  return { text: lines.map(({ text }) => text).join("\n"), isNumber: false, tone };
}

/** The department with how much of all that it promised was kept. */
function headOf(page: Page, department: string): SlideCell {
  const of = (part: string) => said(page, specWithin(part, { department })).text;
  const flag = said(page, `matrix.flag ${department}`).text;
  const whole = page.noted(of("metric.value sla-attainment"), `n = ${of("metric.n sla-attainment")}`);
  return {
    text: [page.member("department", department), whole, flag].filter(Boolean).join("\n"),
    isNumber: false,
    tone: flag ? "flagged" : null,
  };
}

/** So many departments fit on a slide; those that follow miss less. */
const DEPARTMENTS = 8;

/** The department-responsibility matrix: what each department promised in which stage, and whether it kept it. */
const matrix: SlideMaker = ({ page }) => {
  const all = hasPromises(page.site) ? matrixRows(page).filter(({ cells }) => cells.some(({ promises }) => promises.length > 0)) : [];
  const rows = all.slice(0, DEPARTMENTS);
  const stages = stagesOf(rows).filter((stage) =>
    rows.some(({ cells }) => cells.some((cell) => cell.stage === stage && cell.promises.length > 0)),
  );
  if (rows.length === 0 || stages.length === 0) return [];
  const { words } = page;
  return [
    {
      id: "matrix",
      says: page.titled(page.say(topicOf(page.site, "matrix").title), tallyOf(page, "matrix")),
      blocks: [
        {
          ...{
            kind: "table",
            caption: rows.length < all.length ? words.review.others(page.count(rows.length), page.count(all.length)) : "",
          },
          head: [words.matrix.department, ...stages.map((stage) => (stage ? words.matrix.stages[stage] : words.matrix.page.promises))].map(
            (text) => slideCell(text),
          ),
          rows: rows.map((row) => [headOf(page, row.department), ...stages.map((stage) => cellOf(page, row, stage))]),
        },
      ],
      n: said(page, "metric.cases sla-attainment").text,
      href: page.href("matrix/"),
      notes: [words.matrix.legend],
    },
  ];
};

export default matrix;
