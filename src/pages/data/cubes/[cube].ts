import { basename } from "node:path";
import type { APIContext } from "astro";
import { openStore } from "../../../publish/pages.ts";

export const getStaticPaths = () =>
  Object.values(openStore().site.cubes.manifest.files).map((path) => ({ params: { cube: basename(path) }, props: { path } }));

export const GET = ({ props }: APIContext<{ path: string }>) =>
  new Response(openStore().packed(props.path), { headers: { "content-type": "application/gzip" } });
