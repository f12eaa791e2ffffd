// node publish-once.ts SITE OUT: publishes a built site.
import { publish } from "../../scripts/tools/publish.ts";
import { runCommand } from "../../scripts/tools/run-command.ts";

const [, , site = "", outDir = ""] = process.argv;
runCommand(async () => {
  await publish(site, outDir);
  return 0;
});
