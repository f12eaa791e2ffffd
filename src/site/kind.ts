import type { Page } from "./ask/page.ts";
import type { FigureBody } from "./figures/figure.ts";
import type { TableData } from "./say/table.ts";
import type { Site } from "./site.ts";

/** What a spec is about, by what its kind calls it. */
type About<Name extends string> = Readonly<Record<Name, string>>;

/** A kind of figure or of live part, which a page makes by a spec. */
export interface Kind<Made, Name extends string = string> {
  /** What the words of a spec are, in order, such as a metric and a dimension. */
  takes: readonly Name[];
  /** Ids of the metrics that it shows; without one of them there is nothing to make. Its sources and the cubes that it loads follow from them. */
  needs(about: About<Name>, site: Pick<Site, "metrics" | "topics">): readonly string[];
  /** Dimensions by which it shows the first of them; where the company's exports state none of one, there is nothing to make. Default none. */
  by?: ((about: About<Name>) => readonly string[]) | undefined;
  make(page: Page, about: About<Name>): Made;
  /** Whether it shows how cases spread as well, whose counts lie in files of their own. Default false. */
  hasSpread?: boolean | undefined;
}

/** Null where the page's slice has nothing to show in it. */
export interface FigureKind<Name extends string = string> extends Kind<FigureBody | null, Name> {
  /** Why it shows nothing, where it knows better than that there are no data. */
  whyEmpty?(page: Page, about: About<Name>): string | null;
}

export type PartKind<Name extends string = string> = Kind<LivePart, Name>;

type Needs<Name extends string> = readonly string[] | Kind<unknown, Name>["needs"];

const needsFrom =
  <Name extends string>(needs: Needs<Name>): Kind<unknown, Name>["needs"] =>
  (about, site) =>
    typeof needs === "function" ? needs(about, site) : needs;

interface Definition<Made, Name extends string> {
  takes?: readonly Name[];
  needs: Needs<Name>;
  by?: Kind<Made, Name>["by"];
  make: Kind<Made, Name>["make"];
  hasSpread?: boolean;
}

/** A kind of figure, the default export of a file `<kind>-figure.ts`. */
export const defineFigure = <const Name extends string = never>({
  takes = [],
  needs,
  ...given
}: Definition<FigureBody | null, Name> & Pick<FigureKind<Name>, "whyEmpty">): FigureKind<Name> => ({
  ...given,
  takes,
  needs: needsFrom(needs),
});

/** A kind of live part, one of those that a file of `parts/` exports by their names. */
export const definePart = <const Name extends string = never>({
  takes = [],
  needs,
  ...given
}: Definition<LivePart, Name>): PartKind<Name> => ({
  ...given,
  takes,
  needs: needsFrom(needs),
});

/** Words of a page. */
interface LiveWords {
  text: string;
  tone?: string | undefined;
  /** The page to which they lead. */
  href?: string | undefined;
  /** What stands behind them, for those who point at them. */
  title?: string | undefined;
  /** By what they are sorted, where they are a cell of a table. */
  raw?: number | undefined;
}

/** A piece of a page that follows the reader's selection: words, a small drawing, a table, or the order of the rows of one, by their ids. */
export type LivePart = LiveWords | { drawing: SVGElement } | { table: TableData } | { order: readonly string[] };

export const textPart = (text: string, tone?: string): LivePart => ({ text, tone });
