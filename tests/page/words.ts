/** The page's own words, by which tests find what is on it: a word may change without a test being changed. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import type { Experiment } from "../../web/engine/engine";
import type { PictureName } from "../../web/pictures";

/** The dictionaries are loaded as the page loads them: what they import needs Svelte's compiler. */
const server = await createServer({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
  logLevel: "error",
});
async function load<Module>(file: string): Promise<Module> {
  return (await server.ssrLoadModule(`/web/${file}.ts`)) as Module;
}

const { setLanguage } = await load<typeof import("../../web/i18n/i18n.svelte")>("i18n/i18n.svelte");
const { refusalWords: refusal } = await load<typeof import("../../web/i18n/refusal")>("i18n/refusal");
const { w: keys } = await load<typeof import("../../web/bar/keys-words")>("bar/keys-words");
const { w: article } = await load<typeof import("../../web/learn/article/words")>("learn/article/words");
const { w: coach } = await load<typeof import("../../web/learn/coach/words")>("learn/coach/words");
const { outcomeWords: outcome } =
  await load<typeof import("../../web/learn/coach/outcome-words")>("learn/coach/outcome-words");
const { w: course } = await load<typeof import("../../web/learn/lessons/words")>("learn/lessons/words");
const { w: school } = await load<typeof import("../../web/learn/school/words")>("learn/school/words");
const { w: arithmetic } = await load<typeof import("../../web/pictures/arithmetic/words")>("pictures/arithmetic/words");
const { words: boundary } = await load<typeof import("../../web/pictures/boundary/words")>("pictures/boundary/words");
const { words: curve } = await load<typeof import("../../web/pictures/curve/words")>("pictures/curve/words");
const { w: family } = await load<typeof import("../../web/pictures/family/words")>("pictures/family/words");
const { words: loss } = await load<typeof import("../../web/pictures/loss/words")>("pictures/loss/words");
const { words: metrics } = await load<typeof import("../../web/pictures/metrics/words")>("pictures/metrics/words");
const { words: network } = await load<typeof import("../../web/pictures/network/words")>("pictures/network/words");
const { words: perceptron } =
  await load<typeof import("../../web/pictures/perceptron/words")>("pictures/perceptron/words");
const { w: race } = await load<typeof import("../../web/pictures/race/words")>("pictures/race/words");
const { w: search } = await load<typeof import("../../web/pictures/search/words")>("pictures/search/words");
const { shared } = await load<typeof import("../../web/pictures/shared/words")>("pictures/shared/words");
const { parameterWords: parameters } = await load<typeof import("../../web/pictures/shared/parameter-words")>(
  "pictures/shared/parameter-words",
);
const { words: surface } = await load<typeof import("../../web/pictures/surface/words")>("pictures/surface/words");
const { words: triangle } = await load<typeof import("../../web/pictures/triangle/words")>("pictures/triangle/words");
const { words: weights } = await load<typeof import("../../web/pictures/weights/words")>("pictures/weights/words");
const { w: rateBound } = await load<typeof import("../../web/settings/rate-words")>("settings/rate-words");
const { words: maker } = await load<typeof import("../../web/table/maker/words")>("table/maker/words");
const { w: rail } = await load<typeof import("../../web/rail/words")>("rail/words");
const { words: stage } = await load<typeof import("../../web/stage/words")>("stage/words");
const { offlineWords } = await load<typeof import("../../web/offline/words")>("offline/words");
const { words: paper } = await load<typeof import("../../web/paper/words")>("paper/words");
const { shareEn: sharing } = await load<typeof import("../../web/share/words.en")>("share/words.en");
const { faultWords } = await load<typeof import("../../web/share/fault-words")>("share/fault-words");
const { words: saving } = await load<typeof import("../../web/table/export/words")>("table/export/words");
const { importEn } = await load<typeof import("../../web/table/import/words.en")>("table/import/words.en");
const { englishName } = await load<typeof import("../../web/i18n/words")>("i18n/words");
const { en: pageEn } = await load<typeof import("../../web/i18n/messages.en")>("i18n/messages.en");
const { zh: pageZh } = await load<typeof import("../../web/i18n/messages.zh")>("i18n/messages.zh");
const { titleOf } = await load<typeof import("../../web/pictures/picture")>("pictures/picture");
const { PICTURES } = await load<typeof import("../../web/pictures")>("pictures/index");

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
    metrics: { ...metrics },
    network: { ...network },
    parameters: { ...parameters },
    perceptron: { ...perceptron },
    race: { ...race },
    search: { ...search },
    shared: { ...shared },
    surface: { ...surface },
    triangle: { ...triangle },
    weights: { ...weights },
    rateBound: { ...rateBound },
    maker: { ...maker },
    saving: { ...saving },
    stage: { ...stage },
    paper: { ...paper },
    rail: { ...rail },
    offline: { ...offlineWords },
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

await server.close();

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
