import { rowsOf } from "../../scripts/engine/engine.ts";
import type { Built } from "../../scripts/pipeline.ts";
import { formatMonth } from "../../src/core/periods.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import type { Indicator } from "../analysis/recover.ts";
import { openBuilt } from "./sample.ts";

/** What a build leaves behind, as far as it can be searched. */
export type Published = Pick<Built, "engine" | "cubes" | "manifest">;

/** A fact whose small groups are pooled: what distinguishes its figures, and how its people are counted in fact and cube. */
export interface ProtectedFact {
  id: string;
  /** Dimensions beside side and department: each member has figures of its own. */
  slice: string | null;
  /** People behind a figure of a group, as SQL over the fact. */
  people: string;
  /** The same in the cube. */
  component: string;
}

export const PROTECTED: readonly ProtectedFact[] = [
  { id: "survey_answers", slice: "item", people: "count(score)", component: "count__is_answered" },
  { id: "survey_respondents", slice: null, people: "sum(respondents)", component: "sum_respondents" },
  { id: "survey_participation", slice: null, people: "sum(respondents)", component: "sum_respondents" },
];

/** A group of people with the number that stands behind a figure. */
interface Group {
  name: string;
  people: number;
}

/** All that is published of one figure: one item in one month, or the response in one month. */
export interface Figure {
  name: string;
  /** Groups with people behind it. */
  groups: Group[];
  /** Places in `groups` of those that are hidden. */
  hidden: number[];
  /** A row per published number: which groups it adds up. All others, such as totals, are sums of these. */
  published: Indicator[];
  /** People behind each published number, as published. */
  people: number[];
}

const groupName = (row: Cell) => `${row["side"]} ${row["department"]}`;

/** The figures of a protected fact: what its cube publishes beside the groups that are really there. */
export async function figuresOf(built: Published, { id, slice, people, component }: ProtectedFact): Promise<Figure[]> {
  const keys = ["side", "department", ...(slice ? [slice] : [])].join(", ");
  const month = "cast(extract(year from last_day) * 12 + extract(month from last_day) - 1 as integer)";
  const raw = await rowsOf<Record<string, string | number>>(
    built.engine,
    `select ${month} as month, ${keys}, cast(${people} as double) as people from facts.${id} group by ${month}, ${keys} order by all`,
  );
  const nameOf = (row: Cell) => `${id} ${formatMonth(Number(row["month"]))} ${slice ? row[slice] : ""}`.trim();
  const cells = Map.groupBy(openBuilt(built).cells(id).toArray() as Cell[], nameOf);
  return [...Map.groupBy(raw, nameOf)].map(([name, rows]) => {
    const groups = rows.map((row) => ({ name: groupName(row), people: Number(row["people"]) })).filter((group) => group.people > 0);
    const own = cells.get(name) ?? [];
    const marks = own.filter((cell) => cell["is_hidden"] === true);
    const shown = own.filter((cell) => cell["is_hidden"] !== true && Number(cell[component]) > 0);
    const isIn = (cell: Cell, group: Group) =>
      cell["pool"] === null
        ? groupName(cell) === group.name
        : marks.some((mark) => mark["pool"] === cell["pool"] && groupName(mark) === group.name);
    const hiddenNames = new Set(marks.map(groupName));
    return {
      name,
      groups,
      hidden: groups.flatMap((group, i) => (hiddenNames.has(group.name) ? [i] : [])),
      published: shown.map((cell) => groups.map((group) => Number(isIn(cell, group)))),
      people: shown.map((cell) => Number(cell[component])),
    };
  });
}
