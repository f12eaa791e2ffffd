import { livePart } from "../../../site/all-kinds.ts";
import type { Page } from "../../../site/ask/page.ts";
import { hasPromises } from "../../../site/ask/promises.ts";
import { questionsOf } from "../../../site/matrix/questions.ts";
import { STEPS } from "../../../site/matrix/steps.ts";
import { concernToSee, talkSentence } from "../../../site/matrix/talk-first.ts";
import { casesCell, changeCell, shownCell } from "../../../site/say/cells.ts";
import { againstName, nowName } from "../../../site/say/slice-names.ts";
import { numeral, type TableData } from "../../../site/say/table.ts";
import { verdictName } from "../../../site/say/verdict-words.ts";
import { hasMetric } from "../../../site/site.ts";
import { slideTable, tableAsText } from "../blocks.ts";
import type { SlideMaker } from "../context.ts";

/** The steps of a department's requests, each with its time; null where the site lacks one of them. */
function stepsTable(page: Page): TableData | null {
  if (!STEPS.every((id) => hasMetric(page.site, id))) return null;
  const { words } = page;
  const views = STEPS.map((id) => ({ id, view: page.view(id) }));
  if (views.every(({ view }) => view.standing?.point.value == null)) return null;
  return {
    caption: words.review.steps,
    head: [words.review.step, numeral(nowName(page)), numeral(againstName(page)), numeral(words.change), numeral("n"), words.verdict],
    rows: views.map(({ id, view }) => [
      words.matrix.page.steps[id],
      shownCell(page, view.standing?.point, view.metric.unit),
      shownCell(page, view.standing?.previous, view.metric.unit),
      changeCell(page, view.standing?.change, view.metric.unit),
      casesCell(page, view.standing?.point),
      verdictName(page, view),
    ]),
  };
}

/** The department to talk to: what to ask it, and in which step its time went. */
const talkFirst: SlideMaker = ({ page }) => {
  const concern = hasPromises(page.site) ? concernToSee(page) : null;
  if (!concern) return [];
  const { department } = concern;
  const part = page.narrowed({ department: [department] });
  const questions = questionsOf(page).map(({ text }) => text);
  const steps = stepsTable(part);
  if (questions.length === 0 && !steps) return [];
  const wait = livePart(part, "matrix.wait");
  return [
    {
      id: "talk-first",
      says: talkSentence(page),
      blocks: [
        ...(steps ? [slideTable(steps)] : []),
        ...(questions.length > 0 ? [{ kind: "list" as const, caption: page.words.matrix.questions.title, items: questions }] : []),
      ],
      href: page.href(`departments/${department}/`),
      notes: ["text" in wait ? wait.text : "", ...(steps ? [tableAsText(steps)] : [])].filter(Boolean),
    },
  ];
};

export default talkFirst;
