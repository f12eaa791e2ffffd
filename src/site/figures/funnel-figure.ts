import { type StepRow, stepsChart } from "../../charts/steps.ts";
import { valueCell } from "../cells.ts";
import type { Page } from "../page.ts";
import { nowName } from "../slice-names.ts";
import { numeral, sorted } from "../table.ts";
import { type FigureData, figureOf } from "./figure.ts";
import { isKept } from "./marks.ts";
import { MATURE } from "./maturity.ts";

const STAGE = "funnel_stage";
/** The way of a lead, and the stage at which it leaves it with the one that its share is taken of. */
const WAY = ["created", "mql", "assigned", "followed_up", "sql", "won"] as const;
const LEFT = { stage: "returned", of: "assigned" } as const;

type Stage = StepRow & { id: string; before: string | null };

/** How many of the leads created in the page's slice reached each stage. */
function stagesOf(page: Page): Stage[] {
  const { rows } = page.view("lead-funnel").breakdown(STAGE);
  const countOf = (id: string) => rows.find(({ member }) => member === id)?.now.value ?? 0;
  const steps = [...WAY.map((id, i) => ({ id, before: WAY[i - 1] ?? null })), { id: LEFT.stage, before: LEFT.of }];
  return steps.map(({ id, before }) => {
    const whole = before === null ? 0 : countOf(before);
    return {
      ...{ id, before, label: page.member(STAGE, id), count: countOf(id), share: whole > 0 ? countOf(id) / whole : null },
      isAside: id === LEFT.stage,
      isSelected: isKept(page, STAGE, id),
    };
  });
}

/** The step at which the smallest share goes on; whether a lead is won is not judged before most have an outcome. */
const weakestOf = (stages: readonly Stage[], isMature: boolean) =>
  stages
    .filter(({ id, isAside, share }) => !isAside && share !== null && (isMature || id !== "won"))
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0))[0];

function sentenceOf(page: Page, stages: readonly Stage[], isMature: boolean): string | null {
  const weakest = weakestOf(stages, isMature);
  if (!weakest?.before) return null;
  return page.words.handoffs.funnelSentence(weakest.label, page.value(weakest.share, "share"), page.member(STAGE, weakest.before));
}

/** How many of the leads created in the page's slice came how far; null without leads. */
export default function funnelFigure(page: Page): FigureData | null {
  const view = page.view("lead-funnel");
  const stages = view.isAvailable ? stagesOf(page) : [];
  const created = stages[0]?.count ?? 0;
  if (created === 0) return null;
  const { funnel: title, funnelNote, unsettled, shareOfStep, step } = page.words.handoffs;
  const settled = page.view("settled-leads");
  const settledShare = settled.standing?.point.value ?? null;
  const said = (stage: Stage) => page.clauses(page.count(stage.count), stage.share === null ? "" : page.value(stage.share, "share"));
  return figureOf(page, view, {
    id: "lead-funnel",
    title,
    sentence: sentenceOf(page, stages, settledShare !== null && settledShare >= MATURE),
    draw: (told) => stepsChart(stages, { ...told, shareLabel: shareOfStep }),
    marks: () =>
      stages.map((stage) => ({
        name: page.clauses(stage.label, nowName(page, view)),
        lines: [said(stage)],
        choice: { members: { [STAGE]: stage.id } },
      })),
    table: () => ({
      caption: page.clauses(title, nowName(page, view)),
      head: [step, numeral("n"), numeral(shareOfStep)],
      rows: stages.map((stage) => [
        sorted(stage.label, stage.id),
        numeral(page.count(stage.count), stage.count),
        valueCell(page, stage.share, "share"),
      ]),
    }),
    n: created,
    notes: [funnelNote, ...(settledShare === null || settledShare >= 1 ? [] : [unsettled(page.value(settledShare, "share"))])],
    besides: [settled.metric],
  });
}
