import type { ScaleOptions } from "@observablehq/plot";
import { isNarrow } from "../widths.ts";
import type { Box } from "./hatch.ts";
import { LINE_HEIGHT } from "./measure.ts";

/** How small charts of the same kind stand in a grid. */
export interface PanelLayout {
  /** Each with its head, without what stands below its plot. */
  panels: Box[];
  /** Column and row of each, as the facets of Plot. */
  placeOf: (index: number) => { fx: () => number; fy: () => number };
  /** From columns and rows to where the plots stand, and the free space around all of them. */
  facets: { fx: ScaleOptions; fy: ScaleOptions; marginLeft: number; marginRight: number; marginTop: number; marginBottom: number };
  /** Height of the panels and of what stands below them. */
  height: number;
}

export interface PanelOptions {
  width: number;
  /** Free space left of the first column and above the first row. */
  left: number;
  top: number;
  /** Height of what stands below the lowest plots. */
  below: number;
}

/** Height of a panel's title: a name, and its number below. */
export const PANEL_HEAD = 2 * LINE_HEIGHT + 6;

const PLOT = 72;
/** From this many panels on they are lower, and narrower where there is little width, so that all are in sight at once. */
const DENSE = 13;
const DENSE_PLOT = 40;
const GUTTER = 18;
const ROW_GAP = 18;
const DENSE_GAP = 12;
const RIGHT = 2;

/** Two panels a row where there is little width, else three, or four where there are many; one more where they are dense. */
function columnsOf(count: number, width: number): number {
  const dense = count >= DENSE ? 1 : 0;
  const most = (isNarrow(width) ? 2 : count === 4 || count > 6 ? 4 : 3) + dense;
  return Math.min(most, Math.max(2, count));
}

/** A scale for `count` plots of a size with a gap between them. */
const facetScale = (count: number, { size, gap }: { size: number; gap: number }): ScaleOptions => ({
  ...{ type: "band", domain: Array.from({ length: count }, (_, index) => index), axis: null, round: false },
  ...{ paddingInner: gap / (size + gap), paddingOuter: 0 },
});

/** Places `count` panels of one size, row by row. */
export function panelLayout(count: number, { width, left, top, below }: PanelOptions): PanelLayout {
  const columns = columnsOf(count, width);
  const rows = Math.ceil(count / columns);
  const panelWidth = (width - left - GUTTER * (columns - 1) - RIGHT) / columns;
  const [plot, gap] = count >= DENSE ? [DENSE_PLOT, DENSE_GAP] : [PLOT, ROW_GAP];
  const panelHeight = PANEL_HEAD + plot;
  const panels = Array.from({ length: count }, (_, index) => ({
    x: left + (index % columns) * (panelWidth + GUTTER),
    y: top + Math.floor(index / columns) * (panelHeight + gap),
    width: panelWidth,
    height: panelHeight,
  }));
  return {
    panels,
    placeOf: (index) => ({ fx: () => index % columns, fy: () => Math.floor(index / columns) }),
    facets: {
      fx: facetScale(columns, { size: panelWidth, gap: GUTTER }),
      fy: facetScale(rows, { size: plot, gap: PANEL_HEAD + gap }),
      ...{ marginLeft: left, marginRight: RIGHT, marginTop: top + PANEL_HEAD, marginBottom: below },
    },
    height: top + rows * panelHeight + (rows - 1) * gap + below,
  };
}
