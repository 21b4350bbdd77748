/** The page's own words, by which tests find what is on it: a word may change without a test being changed. */
import type { Experiment } from "../../web/engine/engine";
import type { PictureName } from "../../web/pictures";
import { bundleWords } from "./bundle-words";

// The runner loads the tests first, and its workers have its environment: one bundle is made.
process.env.SANHAO_WORDS ??= await bundleWords();
const {
  setLanguage,
  refusal,
  keys,
  article,
  coach,
  outcome,
  course,
  school,
  arithmetic,
  boundary,
  curve,
  family,
  loss,
  luck,
  metrics,
  network,
  perceptron,
  race,
  rates,
  search,
  shared,
  sweeps,
  parameters,
  surface,
  triangle,
  units,
  twoSettings,
  weights,
  rateBound,
  maker,
  rail,
  stage,
  offlineWords,
  paper,
  sharing,
  faultWords,
  fixedWords,
  saving,
  exporting,
  importEn,
  englishName,
  pageEn,
  pageZh,
  titleOf,
  PICTURES,
} = (await import(process.env.SANHAO_WORDS)) as typeof import("./page-words");

/** What the pictures' titles depend on: classes and no hidden layers. */
const CLASSES = { table: { classes: ["no", "yes"] }, model: { hidden: [] } } as unknown as Experiment;

/** The English title of a picture of an experiment. */
export function titleIn(experiment: Experiment, name: PictureName): string {
  const picture = PICTURES.find((one) => one.name === name);
  if (picture === undefined) throw new Error(`no picture ${name}`);
  return titleOf(picture, experiment).en;
}

/** The dictionaries of the page's parts and the pictures' titles, in one language. */
function partsIn(language: "zh" | "en") {
  const titles = PICTURES.map((picture) => [picture.name, titleOf(picture, CLASSES)[language]]);
  return {
    titles: Object.fromEntries(titles) as Readonly<Record<PictureName, string>>,
    refusal: { ...refusal },
    keys: { ...keys },
    article: { ...article },
    coach: { ...coach },
    outcome: { ...outcome },
    course: { ...course },
    school: { ...school },
    arithmetic: { ...arithmetic },
    boundary: { ...boundary },
    curve: { ...curve },
    family: { ...family },
    loss: { ...loss },
    luck: { ...luck },
    metrics: { ...metrics },
    network: { ...network },
    parameters: { ...parameters },
    perceptron: { ...perceptron },
    race: { ...race },
    rates: { ...rates },
    search: { ...search },
    shared: { ...shared },
    sweeps: { ...sweeps },
    surface: { ...surface },
    triangle: { ...triangle },
    units: { ...units },
    twoSettings: { ...twoSettings },
    weights: { ...weights },
    rateBound: { ...rateBound },
    maker: { ...maker },
    saving: { ...saving },
    exporting: { ...exporting },
    stage: { ...stage },
    paper: { ...paper },
    rail: { ...rail },
    offline: { ...offlineWords },
    fixed: { ...fixedWords },
  };
}

await setLanguage("zh");
export const zh = { ...pageZh, ...partsIn("zh") };

await setLanguage("en");
export const en = {
  ...pageEn,
  ...partsIn("en"),
  sharing: { ...sharing, ...faultWords },
  import: importEn,
  /** The presets' own names. */
  names: {
    moral: englishName("德育"),
    study: englishName("智育"),
    sport: englishName("体育"),
    total: englishName("总分"),
    award: englishName("奖项"),
    honour: englishName("荣誉"),
    ordinary: englishName("普通学生"),
    twoGood: englishName("双优学生"),
    threeGood: englishName("三好学生"),
    yes: englishName("是"),
    no: englishName("否"),
    student: (place: number) => englishName(`学生 ${place}`),
  },
};

/** Stands for whatever a sentence has in a place: `like(en.data.removeStudent(ANY))`. */
export const ANY = "\u{e000}" as never;

/** A pattern for sentences of a dictionary in which some places are `ANY`, any of which may stand within a longer text. */
export function like(...sentences: string[]): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    sentences
      .map((sentence) =>
        sentence
          .split(ANY as string)
          .map(literal)
          .join(".*"),
      )
      .join("|"),
  );
}

/** A number is outside its range, whatever the range is. */
export const OUT_OF_RANGE = like(
  en.refusal.rules.between(ANY, { kind: "between", low: 1, high: 2 }).replace("1", ANY).replace("2", ANY),
);
