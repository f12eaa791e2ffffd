// node replace-for-ever.ts PLACE: replaces a folder again and again, by two versions in turn, until it is killed; says a line before each.
import { replaceFolder } from "../../scripts/tools/replace-folder.ts";
import { fillWith } from "./version-folder.ts";

const [, , place = ""] = process.argv;
for (let version = "odd"; ; version = version === "odd" ? "even" : "odd") {
  process.stdout.write(`${version}\n`);
  await replaceFolder(place, fillWith(version));
}
