import { siteFile, siteText } from "../../publish/site-file.ts";

export const getStaticPaths = () => [{ params: { file: siteFile.replace(/\.json$/, "") } }];

export const GET = () => new Response(siteText, { headers: { "content-type": "application/json; charset=utf-8" } });
