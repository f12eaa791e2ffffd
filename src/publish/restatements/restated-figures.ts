import { meetsTarget } from "../../analysis/direction.ts";
import { DEFAULT_SELECTION } from "../../core/selection.ts";
import type { Metric } from "../../cube/metric.ts";
import type { FrozenListing } from "../../data/frozen.ts";
import type { FrozenFigure, Restated, Restatements, Vintage } from "../../data/restatements.ts";
import { type Page, pageOf } from "../../site/ask/page.ts";
import { judged } from "../../site/ask/verdicts.ts";
import { hasMetric, metricOf } from "../../site/site.ts";

/** What of a verdict is not what it was: against the target, signal or chance, or as the worst of its breakdown. */
export type VerdictChange = "target-met" | "target-missed" | "signal-came" | "signal-gone" | "signal-turned" | "worst" | "not-worst";

/** A published figure that is not what it was, or no longer judged as it was. */
export interface RestatedFigure extends Restated {
  snapshot: FrozenListing;
  of: Metric;
  /** Now less then, in the metric's unit; null where either is missing. */
  change: number | null;
  verdicts: VerdictChange[];
}

/** The page about the period of a snapshot, as the live site shows it. */
export const pageOfSnapshot = (page: Page, { period }: Pick<FrozenListing, "period">): Page =>
  pageOf(page.site, { language: page.language, document: page.document, selection: { ...DEFAULT_SELECTION, period } });

const isMet = ({ better }: Metric, value: number | null, target: number | null) =>
  value === null || target === null ? null : meetsTarget(better, value, target);

/** The signal that a figure shows today. */
function signalNow(page: Page, { metric, members }: Pick<Restated, "metric" | "members">): FrozenFigure["signal"] {
  const view = page.view(metric);
  const [[dimension, member] = [], ...crossed] = Object.entries(members);
  if (crossed.length > 0) return null;
  if (dimension === undefined || member === undefined) return view.trial ? judged(page, view).direction : null;
  return view.breakdown(dimension).verdicts().get(member)?.direction ?? null;
}

function verdictsOf(page: Page, metric: Metric, { frozen, now, members }: Pick<Restated, "frozen" | "now" | "members">): VerdictChange[] {
  const targetNow = metric.value.isSum && Object.keys(members).length > 0 ? null : page.view(metric.id).target(page.period);
  const [met, isMetNow] = [isMet(metric, frozen.value, frozen.target), isMet(metric, now.value, targetNow)];
  const signal = signalNow(page, { metric: metric.id, members });
  const ofTarget: VerdictChange[] =
    met === null || isMetNow === null || met === isMetNow ? [] : [isMetNow ? "target-met" : "target-missed"];
  const ofSignal = (): VerdictChange[] => {
    if (signal === frozen.signal) return [];
    if (signal === null) return ["signal-gone"];
    return [frozen.signal === null ? "signal-came" : "signal-turned"];
  };
  const [wasWorst, isWorst] = [frozen.rank === 1, now.rank === 1];
  return [...ofTarget, ...ofSignal(), ...(wasWorst === isWorst ? [] : [isWorst ? ("worst" as const) : ("not-worst" as const)])];
}

const difference = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from);

/** How large a change is against the values. */
const sizeOf = ({ frozen, now, change }: Pick<RestatedFigure, "frozen" | "now" | "change">): number =>
  change === null ? 0 : Math.abs(change) / Math.max(Math.abs(frozen.value ?? 0), Math.abs(now.value ?? 0), Number.MIN_VALUE);

/** Totals whose value is what it was, but not what is said of it. */
function judgedOtherwise({ totals, restated }: Vintage): Restated[] {
  const changed = new Set(restated.filter(({ members }) => Object.keys(members).length === 0).map(({ metric }) => metric));
  return totals
    .filter(({ metric }) => !changed.has(metric))
    .map(({ metric, ...frozen }) => ({ metric, members: {}, frozen, now: frozen, parts: [], revision: null }));
}

function figuresOf(page: Page, vintage: Vintage, snapshot: FrozenListing): RestatedFigure[] {
  const own = pageOfSnapshot(page, snapshot);
  return [...vintage.restated, ...judgedOtherwise(vintage)]
    .filter(({ metric }) => hasMetric(page.site, metric))
    .map((each) => {
      const of = metricOf(page.site, each.metric);
      return { ...each, snapshot, of, change: difference(each.frozen.value, each.now.value), verdicts: verdictsOf(own, of, each) };
    })
    .filter(({ frozen, now, verdicts }) => frozen !== now || verdicts.length > 0);
}

const byImportance = (a: RestatedFigure, b: RestatedFigure): number =>
  Number(b.verdicts.length > 0) - Number(a.verdicts.length > 0) || sizeOf(b) - sizeOf(a);

/** Published figures that are not what they were, those first whose verdict has changed, then by the size of the change; of the snapshots that are asked for, in any language. */
export const restatedFigures = (page: Page, { vintages }: Restatements, snapshots: readonly FrozenListing[]): RestatedFigure[] =>
  snapshots
    .flatMap((snapshot) => {
      const vintage = vintages.find(({ name }) => name === snapshot.name);
      return vintage ? figuresOf(page, vintage, snapshot) : [];
    })
    .sort(byImportance);

/** The newest version of each period. */
export const newestVersions = (snapshots: readonly FrozenListing[]): FrozenListing[] => {
  const periodOf = ({ name }: FrozenListing) => name.split("/")[0];
  return snapshots.filter((each, i) => !snapshots.slice(i + 1).some((later) => periodOf(later) === periodOf(each)));
};

/** Where the ledger speaks of a snapshot. */
export const anchorOf = (name: string): string => name.replace("/", "-");
