import type { Text } from "../../core/text.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Frozen } from "../../data/frozen.ts";
import type { Block, Slide } from "../../data/review.ts";
import type { Page } from "../../site/ask/page.ts";
import type { TableData } from "../../site/say/table.ts";
import type { Store } from "../store.ts";

/** What slides are made from. */
export interface ReviewContext extends Pick<Store, "reports" | "config"> {
  page: Page;
  frozen: Frozen;
  /** What a metric counts and what it leaves out. */
  describe(metric: Metric): Text;
  /** Figures of earlier snapshots that have changed since, a row each. */
  restated: TableData;
}

/** What is particular to a slide; the rest follows from its review. */
export interface Draft extends Pick<Slide, "id"> {
  /** All that its title says; what does not fit in two lines of it stands below them. */
  says: string;
  blocks: readonly Block[];
  /** "n = 312 (approved requirements)"; empty where it shows no one number. */
  n?: string;
  /** Systems from whose exports its numbers come. */
  systems?: string;
  /** Id of the figure that it is about, which has a short address; none where it is about a page. */
  figure?: string;
  /** Address of what shows all of it. */
  href: string;
  notes?: readonly string[];
}

/** Makes a slide, or several; none where there is nothing to show. */
export type SlideMaker = (context: ReviewContext) => readonly Draft[];
