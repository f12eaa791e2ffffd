import type { Period } from "../../core/periods.ts";
import type { Mark } from "../../site/figures/figure.ts";
import type { Island } from "../island.ts";
import { choose, isChoosable, spanning } from "./choosing.ts";
import { type DrawnMarks, drawnMarks } from "./drawn-marks.ts";
import { boxInWindow, drawBand } from "./hits.ts";
import type { Manner } from "./manner.ts";
import type { MetricFigure } from "./metric-figure.ts";
import { aidsOf } from "./page-aids.ts";
import { markWords, rangeWords, spoken } from "./tip-words.ts";

/** Where a reader points: at one hit, or from one to another. */
export interface Place {
  /** Index of the hit. */
  at: number;
  /** Where a range of periods started; null when it is none. */
  since: number | null;
  manner: Manner;
  /** In the window; null for keys. */
  point: { x: number; y: number } | null;
}

/** Where the reader is in a figure, and what follows from it: tip, highlight, spoken words and choice. */
export interface Pointing {
  readonly figure: MetricFigure;
  readonly marks: DrawnMarks;
  readonly place: Place | null;
  /** Index of the hit where the reader last was. */
  readonly last: number | null;
  pointAt(place: Place): void;
  /** Closes the tip; a later key goes on from here. */
  leave(): void;
  /** Chooses what is pointed at. */
  act(how: { isAdded: boolean }): void;
}

export function pointingIn(figure: MetricFigure, island: Island): Pointing {
  const { tip, announce } = aidsOf(island);
  const { element } = figure;
  const marks = drawnMarks(figure);
  let place: Place | null = null;
  let last: Mark | null = null;

  const rangeOf = ({ at, since }: Place): Period | null =>
    since === null ? null : spanning(marks.at(since)?.choice, marks.at(at)?.choice, island.page.fiscalStart);
  const isActive = (mark: Mark | undefined) => Boolean(mark?.choice && isChoosable(mark.choice, island.reader.vocabulary));

  const highlight = () => {
    const hits = marks.hits();
    hits.elements.forEach((hit, index) => {
      hit.classList.toggle("at", index === place?.at);
    });
    drawBand(hits, place && rangeOf(place) ? [place.since ?? place.at, place.at] : null);
    element.classList.toggle("can-choose", place !== null && isActive(marks.at(place.at)));
  };
  const wordsAt = (own: Place, mark: Mark) => {
    const range = rangeOf(own);
    if (range) return rangeWords(island.page, range, own.manner);
    const { selection } = island.reader;
    return markWords(island.page, mark, { ...own, selection, isActive: isActive(mark), act: () => self.act({ isAdded: false }) });
  };
  const showTip = () => {
    const mark = place && marks.at(place.at);
    if (!place || !mark) return tip.hide();
    const { at, point, manner } = place;
    const box = () => boxInWindow(marks.hits(), at);
    tip.show(wordsAt(place, mark), { box, point, isTouch: manner === "touch", element, close: self.leave });
  };
  /** The drawing was replaced: the reader is where the same mark is now. */
  const restore = () => {
    if (!place) return;
    const at = last && marks.find(last);
    place = at === null ? null : { ...place, at, since: null };
    highlight();
    showTip();
  };
  const self: Pointing = {
    figure,
    marks,
    get place() {
      return place;
    },
    get last() {
      return last && marks.find(last);
    },
    pointAt(next) {
      const mark = marks.at(next.at);
      if (!mark) return;
      [place, last] = [next, mark];
      highlight();
      showTip();
      if (next.manner === "keys") announce(spoken(island.page, wordsAt(next, mark)));
    },
    leave() {
      if (!place) return;
      place = null;
      highlight();
      tip.hide();
    },
    act({ isAdded }) {
      const { reader } = island;
      const period = place && rangeOf(place);
      const choice = period ? { period } : place && marks.at(place.at)?.choice;
      if (choice && isChoosable(choice, reader.vocabulary)) reader.select(choose(reader.selection, choice, { isAdded }));
    },
  };
  // after the other figures of the page, so that measuring does not hold them up
  figure.onDraw(() => queueMicrotask(restore));
  return self;
}
