import type { APIContext } from "astro";
import { metricCsv } from "../../publish/metric-csv.ts";
import { openMetricsDocument } from "../../publish/pages.ts";
import { metrics } from "../../site/registry.ts";

export const getStaticPaths = () => metrics.map(({ id }) => ({ params: { id } }));

export const GET = ({ params }: APIContext<Record<string, never>, { id: string }>) =>
  new Response(metricCsv(openMetricsDocument(), params.id), { headers: { "content-type": "text/csv; charset=utf-8" } });
