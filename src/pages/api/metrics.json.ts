import { metricsDocumentOf } from "../../publish/api.ts";

export const GET = () =>
  new Response(`${JSON.stringify(metricsDocumentOf())}\n`, { headers: { "content-type": "application/json; charset=utf-8" } });
