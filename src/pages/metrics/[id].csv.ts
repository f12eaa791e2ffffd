import type { APIContext } from "astro";
import { metricCsv } from "../../publish/metric-csv.ts";
import { openMetricsDocument, openStore } from "../../publish/pages.ts";

export const getStaticPaths = () => openStore().site.metrics.map(({ id }) => ({ params: { id } }));

export const GET = ({ params }: APIContext<Record<string, never>, { id: string }>) =>
  new Response(metricCsv(openMetricsDocument(), params.id), { headers: { "content-type": "text/csv; charset=utf-8" } });
