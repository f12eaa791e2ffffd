import type { Filters } from "../core/selection.ts";
import type { Metric } from "../cube/metric.ts";
import { metricsOf } from "./all-kinds.ts";
import { supportingDepartments } from "./ask/promises.ts";
import { DEPARTMENT_METRICS } from "./matrix/department.ts";
import { STEPS } from "./matrix/steps.ts";
import { metricsSummedUp } from "./say/overview.ts";
import type { Site } from "./site.ts";

/** A page on which a reader can select. */
export interface Route {
  /** Ids of the metrics that it shows: a selection may name the months and the dimensions of any of them. */
  metrics: readonly string[];
  /** What it is about whatever the reader selects, such as a department; nothing on most pages. */
  within: Filters;
}

/** By path in every language, such as `response/`; pages on which nothing can be selected are not among them. */
export type Routes = Readonly<Record<string, Route>>;

/** What the overview and the matrix are filtered by; what else the cells of the matrix count has fewer dimensions. */
const ATTAINMENT = "sla-attainment";

const known = new WeakMap<Site, Routes>();

/** The pages of a site. */
export function routesOf(site: Site): Routes {
  const routes = known.get(site) ?? findRoutes(site);
  known.set(site, routes);
  return routes;
}

function findRoutes(site: Site): Routes {
  const route = (metrics: readonly Metric[], within: Filters = {}): Route => {
    const shown = new Set(metrics);
    return { metrics: site.metrics.filter((metric) => shown.has(metric)).map(({ id }) => id), within };
  };
  const ofTopic = (id: string) => site.metrics.filter(({ topic }) => topic === id);
  const ofSpecs = (specs: readonly string[]) => specs.flatMap((spec) => metricsOf(site, spec));
  const attainment = site.metrics.filter(({ id }) => id === ATTAINMENT);
  const shownOfDepartments: readonly string[] = [
    ...STEPS,
    ...Object.values(DEPARTMENT_METRICS).flatMap((of) => of.map(({ metric }) => metric)),
  ];
  const ofDepartments = [...ofTopic("matrix"), ...site.metrics.filter(({ id }) => shownOfDepartments.includes(id))];
  return {
    "": route([...attainment, ...metricsSummedUp(site)]),
    ...Object.fromEntries(site.topics.map(({ id, figures }) => [`${id}/`, route([...ofTopic(id), ...ofSpecs(figures)])])),
    ...(attainment.length > 0 ? { "matrix/": route(attainment) } : {}),
    ...Object.fromEntries(supportingDepartments({ site }).map((id) => [`departments/${id}/`, route(ofDepartments, { department: [id] })])),
    ...Object.fromEntries(site.metrics.flatMap((metric) => ["metrics", "embed"].map((room) => [`${room}/${metric.id}/`, route([metric])]))),
  };
}
