/** Reads a lesson file of any version. Anything invalid is a `LessonFault` with its path. */
import { PICTURES, type PictureName } from "../../pictures";
import { SPEEDS } from "../../state/cases";
import type { Lesson, Question, Said, Start, Step } from "./lesson";
import { LESSON_VERSION, migrateLesson } from "./migrate-lesson";
import { readGoal } from "./read-goal";
import { placeholdersOf, READING_NAMES, readingKind } from "./readings";
import { pictureOf, TARGET_NAMES } from "./targets";
import { LessonFault, Written } from "./written";

/** A lesson with a table of 2,000 students is smaller; the page would stand still over much larger ones. */
export const MAX_BYTES = 100_000;
const PICTURE_NAMES = PICTURES.map(({ name }) => name);
const PRESETS = ["weights", "award", "honours", "layers"] as const;

export function readLesson(text: string): Lesson {
  const written = new Written(parsed(text, migrateLesson), "");
  written.fields(["version", "title", "start", "steps"]);
  const version = written.field("version");
  if (version.number() !== LESSON_VERSION) throw version.notOneOf(["1", String(LESSON_VERSION)]);
  return {
    title: readSaid(written.field("title")),
    start: readStart(written.field("start")),
    steps: written.field("steps").list(readStep),
  };
}

/** The names of the lesson files, in order. */
export function readIndex(text: string): string[] {
  return new Written(parsed(text), "").list((name) => name.text());
}

/** The value in a file, migrated; nesting too deep for that is a fault of the file too. */
function parsed(text: string, migrate = (value: unknown) => value): unknown {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) throw new LessonFault("", { kind: "too_large", bytes, most: MAX_BYTES });
  try {
    // Windows editors may write a byte order mark, which JSON does not allow.
    return migrate(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch (thrown) {
    throw new LessonFault("", { kind: "json", message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

function readSaid(written: Written): Said {
  written.fields(["zh", "en"]);
  return { zh: written.field("zh").text(), en: written.field("en").text() };
}

function readStart(written: Written): Start {
  written.fields(["preset", "csv", "change", "speed"]);
  const speed = written.optional("speed")?.number() ?? null;
  if (speed !== null && !SPEEDS.includes(speed)) {
    throw written.field("speed").notOneOf(SPEEDS.filter(Number.isFinite).map(String));
  }
  return {
    preset: written.field("preset").oneOf(PRESETS),
    csv: written.optional("csv")?.list((line) => line.text()) ?? null,
    change: written.optional("change")?.fields() ?? {},
    speed,
  };
}

function readStep(written: Written): Step {
  written.fields(["start", "stage", "predict", "run", "goal", "explain"]);
  const start = written.optional("start");
  const predict = written.optional("predict");
  const run = written.field("run");
  run.fields(["text", "at"]);
  const at = run.field("at").list((name) => name.oneOf(TARGET_NAMES));
  const goal = written.field("goal");
  goal.fields(["text", "when"]);
  return {
    start: start && readStart(start),
    stage: readStage(written.optional("stage")) ?? at.flatMap((target) => pictureOf(target)?.name ?? []).slice(0, 2),
    predict: predict && readQuestion(predict),
    run: { text: readSaid(run.field("text")), at },
    goal: { text: readSaid(goal.field("text")), when: readGoal(goal.field("when")) },
    explain: readExplanation(written.field("explain")),
  };
}

/** One picture, or a list of one or two. */
function readStage(written: Written | null): PictureName[] | null {
  if (written === null) return null;
  if (!Array.isArray(written.value)) return [written.oneOf(PICTURE_NAMES)];
  const stage = written.list((name) => name.oneOf(PICTURE_NAMES));
  if (stage.length > 2 || stage[0] === stage[1]) throw written.expected("pictures");
  return stage;
}

function readQuestion(written: Written): Question {
  written.fields(["question", "choices", "answer"]);
  const choices = written.field("choices").list(readSaid);
  const answer = written.field("answer");
  // Teachers count from 1.
  const index = answer.number() - 1;
  if (choices[index] === undefined) throw answer.expected("choice_number");
  return { question: readSaid(written.field("question")), choices, answer: index };
}

function readExplanation(written: Written): Said {
  const said = readSaid(written);
  for (const language of ["zh", "en"] as const) {
    const unknown = placeholdersOf(said[language]).find((name) => readingKind(name) === null);
    if (unknown !== undefined) throw written.field(language).notOneOf(READING_NAMES, `{${unknown}}`);
  }
  return said;
}
