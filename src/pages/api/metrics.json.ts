import { openMetricsDocument } from "../../publish/pages.ts";

export const GET = () =>
  new Response(`${JSON.stringify(openMetricsDocument())}\n`, { headers: { "content-type": "application/json; charset=utf-8" } });
