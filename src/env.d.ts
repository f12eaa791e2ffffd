/// <reference types="astro/client" />

/** The snapshot that pages are built for, as `--frozen` of `scripts/tools/site.ts` gives it; not there in any other build. */
declare const FROZEN_AS: unknown;

/** What was frozen so far, as the build of the live site lists it. */
declare const SNAPSHOTS: unknown;

/** The slides of the review of a snapshot, in their order. */
declare const REVIEW_SLIDES: unknown;
