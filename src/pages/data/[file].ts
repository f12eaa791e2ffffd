import { openSiteFile } from "../../publish/pages.ts";

export const getStaticPaths = () => [{ params: { file: openSiteFile().name } }];

export const GET = () => new Response(openSiteFile().text, { headers: { "content-type": "application/json; charset=utf-8" } });
