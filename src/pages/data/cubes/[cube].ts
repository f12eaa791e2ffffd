import { basename } from "node:path";
import type { APIContext } from "astro";
import { store } from "../../../publish/store.ts";

const { files } = store.site.cubes.manifest;

export const getStaticPaths = () => Object.values(files).map((path) => ({ params: { cube: basename(path) }, props: { path } }));

export const GET = ({ props }: APIContext<{ path: string }>) =>
  new Response(store.packed(props.path), { headers: { "content-type": "application/gzip" } });
