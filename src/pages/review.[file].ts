import type { APIRoute } from "astro";
import { reviewWith } from "../data/review.ts";
import { languageOf } from "../i18n/languages.ts";
import { openReviews, openStore } from "../publish/pages.ts";
import { reviewFile } from "../publish/review/review-file.ts";

/** Of a snapshot and a language: the review as one file to mail, and as data from which decks are made. */
export const getStaticPaths = () =>
  [...openReviews()].flatMap(([locale, review]) => [
    {
      params: { file: `${locale}.html` },
      props: { text: reviewFile(reviewWith(review, openStore().slides), languageOf(locale).words.review.notes) },
    },
    { params: { file: `${locale}.json` }, props: { text: JSON.stringify(review) } },
  ]);

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
