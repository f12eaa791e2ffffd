// node replace-for-ever.ts PLACE: replaces a folder again and again, by two versions in turn, until it is killed.
import { replaceFolder } from "../../scripts/tools/replace-folder.ts";
import { fillWith } from "./version-folder.ts";

const [, , place = ""] = process.argv;
process.stdout.write("begun\n");
for (;;) {
  await replaceFolder(place, fillWith("odd"));
  await replaceFolder(place, fillWith("even"));
}
