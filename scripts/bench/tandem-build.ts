// node scripts/bench/tandem-build.ts DATA OUT: the data build as `npm run data` does it, to another folder. Prints the phases as JSON.
import { BUILT_DATA } from "../../src/data/documents.ts";
import { buildData } from "../data.ts";
import { timedProgress } from "./phases.ts";

const [dataDir = "data", outDir = BUILT_DATA] = process.argv.slice(2);
const progress = timedProgress();
await buildData({ dataDir, outDir, progress });
console.log(JSON.stringify(progress.phases));
