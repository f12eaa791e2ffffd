import { cubeFile } from "./cubes.ts";
import { componentsOf, factsOf, type MetricDefinition } from "./metric.ts";

type Needed = ReturnType<typeof componentsOf>[number];

/** The columns of a fact that a metric is computed from. */
export interface Needs {
  fact: string;
  /** Columns of its cells. */
  additive: readonly string[];
  /** Columns of it whose values are counted, each in a file of its own. */
  counted: readonly string[];
}

const unique = (names: readonly string[]) => [...new Set(names)];

function needsOfFact(fact: string, components: readonly Needed[]): Needs {
  const own = components.filter(({ of }) => of === fact);
  return {
    fact,
    additive: unique(own.flatMap((component) => (component.kind === "additive" ? component.id : []))),
    counted: unique(own.flatMap((component) => (component.kind === "counts" ? component.column : []))),
  };
}

/** What a metric needs of each of its facts; of what only its spread is made from, only when that is asked for. */
export function needsOf(metric: MetricDefinition, hasSpread: boolean): Needs[] {
  const { spread, ...plain } = metric;
  const components = componentsOf(hasSpread ? metric : plain);
  return factsOf(metric).map((fact) => needsOfFact(fact, components));
}

/** The files of the cubes of a fact that hold what is needed. */
export const cubeFilesOf = ({ fact, counted }: Needs): string[] => [cubeFile(fact), ...counted.map((column) => cubeFile(fact, column))];
