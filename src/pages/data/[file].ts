import type { APIContext } from "astro";
import { openSearchFile, openSiteFile } from "../../publish/pages.ts";
import type { SiteFile } from "../../publish/site-file.ts";

export const getStaticPaths = () => [openSiteFile(), openSearchFile()].map((file) => ({ params: { file: file.name }, props: file }));

export const GET = ({ props }: APIContext<SiteFile>) =>
  new Response(props.text, { headers: { "content-type": "application/json; charset=utf-8" } });
