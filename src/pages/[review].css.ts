import { openStore } from "../publish/pages.ts";
import css from "../styles/review.css?raw";

/** The style of a review's slides, which only a snapshot has. */
export const getStaticPaths = () => (openStore().frozen ? [{ params: { review: "review" } }] : []);

export const GET = () => new Response(css, { headers: { "content-type": "text/css; charset=utf-8" } });
