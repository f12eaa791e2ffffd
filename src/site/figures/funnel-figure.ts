import { type StepRow, stepsChart } from "../../charts/steps.ts";
import type { Page } from "../ask/page.ts";
import { defineFigure } from "../kind.ts";
import { sorted } from "../say/table.ts";
import { casesLine, type FigureBody, figureOf } from "./figure.ts";
import { isMature } from "./maturity.ts";
import { isKept } from "./shown-members.ts";
import { stepRows } from "./step-rows.ts";

const STAGE = "funnel_stage";
const ASSIGNED = "assigned";
/** The stages of a lead's way and the one that the share of each is taken of: a lead followed up too late may still be accepted. */
const STAGES = [
  { id: "created", before: null },
  { id: "mql", before: "created" },
  { id: ASSIGNED, before: "mql" },
  { id: "followed_up", before: ASSIGNED },
  { id: "sql", before: ASSIGNED },
  { id: "won", before: "sql" },
] as const;
/** The stage at which a lead leaves its way. */
const RETURNED = { id: "returned", before: ASSIGNED } as const;
const OF_ASSIGNED = [...STAGES, RETURNED].filter(({ before }) => before === ASSIGNED).map(({ id }) => id);

type Stage = StepRow & { id: string; before: string | null };

/** How many of the leads created in the page's slice reached each stage. */
function stagesOf(page: Page): Stage[] {
  const { rows } = page.view("lead-funnel").breakdown(STAGE);
  const countOf = (id: string) => rows.find(({ member }) => member === id)?.now.value ?? 0;
  const stages = [...STAGES, RETURNED].map(({ id, before }) => {
    const whole = before === null ? 0 : countOf(before);
    return {
      ...{ id, before, label: page.member(STAGE, id), count: countOf(id), share: whole > 0 ? countOf(id) / whole : null },
      isAside: id === RETURNED.id,
      isSelected: isKept(page, STAGE, id),
    };
  });
  // not every company lets leads be returned
  return stages.filter(({ isAside, count }) => !isAside || count > 0);
}

/** The step at which the smallest share goes on. */
const narrowestOf = (stages: readonly Stage[]) =>
  stages.filter(({ isAside, share }) => !isAside && share !== null).sort((a, b) => (a.share ?? 0) - (b.share ?? 0))[0];

function funnelSentence(page: Page, stages: readonly Stage[]): string | null {
  const { handoffs } = page.words;
  if (!isMature(page, page.period)) return handoffs.funnelOpen;
  const narrowest = narrowestOf(stages);
  if (!narrowest?.before) return null;
  return handoffs.funnelSentence(narrowest.label, page.value(narrowest.share, "share"), page.member(STAGE, narrowest.before));
}

/** What the shares are taken of, how they differ from the rates of metrics, and how many leads have an outcome so far. */
function notesOf(page: Page, settled: number | null): string[] {
  const { funnelNote, funnelDiffers, unsettled } = page.words.handoffs;
  const names = OF_ASSIGNED.map((id) => page.member(STAGE, id));
  return [
    funnelNote(names, page.member(STAGE, ASSIGNED)),
    funnelDiffers,
    ...(settled === null || settled >= 1 ? [] : [unsettled(page.value(settled, "share"))]),
  ];
}

/** How many of the leads created in the page's slice came how far; null without leads. */
function funnelFigure(page: Page): FigureBody | null {
  const view = page.view("lead-funnel");
  const stages = view.isAvailable ? stagesOf(page) : [];
  const created = stages[0]?.count ?? 0;
  if (created === 0) return null;
  const { funnel: title, shareOfReached } = page.words.handoffs;
  const settled = page.view("settled-leads");
  const figure = figureOf(page, view, {
    id: "hand-off-funnel",
    title,
    sentence: funnelSentence(page, stages),
    draw: (common) => stepsChart(stages, { ...common, shareLabel: shareOfReached }),
    ...stepRows(page, view, {
      ...{ title, shareLabel: shareOfReached, steps: stages },
      name: ({ label, id }) => sorted(label, id),
      choice: ({ id }) => ({ members: { [STAGE]: id } }),
    }),
    notes: notesOf(page, settled.standing?.point.value ?? null),
  });
  return { ...figure, n: casesLine(page, settled.metric, created) };
}

export default defineFigure({
  needs: ["lead-funnel", "settled-leads"],
  make: funnelFigure,
});
