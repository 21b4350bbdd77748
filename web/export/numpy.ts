/** The training in NumPy, in sections: one after the other they are train_numpy.py, each a cell of the notebook. */
import type { Facts } from "./facts";
import { lossCode, modelCode, scaleName } from "./numpy-model";
import { optimizerCode } from "./numpy-optimizer";
import {
  type Code,
  classesCode,
  comparedCode,
  indented,
  isAlike,
  isStartInFile,
  lines,
  literal,
  ORDER_STREAM,
  pcgCode,
  rowsCode,
  scalingComment,
  scheduleCode,
  targetComment,
  targetList,
} from "./python";
import type { ScriptWords } from "./words";

export interface Section {
  readonly title: string;
  /** What a reader of the notebook is told; nothing in the script. */
  readonly text?: string;
  readonly code: string;
}

export function numpySections(facts: Facts, words: ScriptWords): Section[] {
  return [
    { title: words.data, text: words.dataWhat, code: lines(dataCode(facts, words)) },
    { title: words.model, text: words.modelWhat, code: lines(modelCode(facts, words)) },
    { title: words.loss, text: words.lossWhat, code: lines(lossCode(facts, words)) },
    { title: words.optimizer, code: lines(optimizerCode(facts.experiment, words)) },
    { title: words.training, code: lines(trainingCode(facts, words)) },
    { title: words.compare, code: lines(comparedCode(facts, words)) },
  ];
}

export function numpyScript(facts: Facts, words: ScriptWords): string {
  const sections = numpySections(facts, words).map(({ title, code }) => `\n\n# ${title}\n${code}`);
  return `${lines([
    `"""${words.numpyHead}`,
    "",
    "    python train_numpy.py",
    '"""',
    importCode(facts),
  ])}${sections.join("")}\n\n\n${lines(mainCode(facts, words))}\n`;
}

/** The imports of the sections that are there. */
export function importCode({ experiment: { model, training }, start }: Facts): string {
  const usesMath =
    training.schedule.kind === "cosine" ||
    training.optimizer.kind.startsWith("adam") ||
    model.hidden.some(({ activation }) => activation === "gelu");
  return lines([
    "import csv",
    isStartInFile(start) && "import json",
    usesMath && "import math",
    "",
    "import numpy as np",
  ]);
}

function dataCode(facts: Facts, words: ScriptWords): Code {
  const { scaling, model } = facts.experiment;
  const comment = `  # ${scalingComment(facts.experiment, words)}`;
  const scaled: Record<typeof scaling, Code> = {
    raw: [`features = scores.astype(np.float32)${comment}`],
    divide_by_100: [`features = (scores / 100).astype(np.float32)${comment}`],
    standard: [
      "mean, deviation = scores.mean(axis=0), scores.std(axis=0)",
      isAlike(facts) && `deviation[deviation <= 1e-9 * np.maximum(abs(mean), 1)] = 1  # ${words.alike}`,
      `features = (${model.bias ? "(scores - mean)" : "scores"} / deviation).astype(np.float32)${comment}`,
    ],
  };
  return [
    ...rowsCode(words),
    "scores = np.array([row[1:-2] for row in rows], dtype=float)",
    ...scaled[scaling],
    ...classesCode(facts),
    `targets = np.array(${targetList(facts)}, dtype=np.float32)${targetComment(facts, words)}`,
  ];
}

function trainingCode({ experiment: { training }, batch }: Facts, words: ScriptWords): Code {
  const rate = literal(training.learning_rate);
  const { shuffle } = training;
  const schedule = scheduleCode(training, words);
  const pcg = pcgCode(training, words);
  const definitions = [...pcg, ...schedule];
  return [
    ...definitions.slice(2),
    ...(definitions.length > 0 ? ["", ""] : []),
    "def train(epochs):",
    `    """${words.trainDoc}"""`,
    shuffle && `    order, random = list(range(len(features))), pcg32(${training.seed}, ${ORDER_STREAM})`,
    "    updates = 0",
    "    for epoch in range(epochs):",
    shuffle && "        shuffle(order, random)",
    `        for start in range(0, len(features), ${batch}):`,
    `            batch = ${shuffle ? `order[start : start + ${batch}]` : `slice(start, start + ${batch})`}`,
    "            loss, gradient = loss_and_gradient(features[batch], targets[batch])",
    `            update(gradient, ${schedule.length > 0 ? `${rate} * factor(updates)` : rate}, updates)`,
    "            updates += 1",
    "            yield updates, loss",
  ];
}

/** Trains, and has the loss where it is compared with the page's. */
export function comparisonLoop({ epochs, compared }: Facts, after: Code = []): Code {
  const loss = "compared = loss_and_gradient(features, targets)[0]";
  return [
    compared.updates === 0 && loss,
    `for updates, batch_loss in train(${epochs}):`,
    ...(compared.updates === 0 && after.length === 0 ? ["    pass"] : indented(after)),
    ...(compared.updates === 0 ? [] : ["    if updates == COMPARED:", `        ${loss}`]),
  ];
}

function mainCode(facts: Facts, words: ScriptWords): Code {
  const { experiment, frame } = facts;
  const raw = scaleName(experiment.scaling);
  const showsWeights =
    experiment.model.hidden.length === 0 && frame.layers.every(({ weights }) => weights.length <= 32);
  const scaled = raw === null ? "" : ` / ${raw.replace(".astype(np.float32)", "")}`;
  return [
    'if __name__ == "__main__":',
    ...indented(comparisonLoop(facts)),
    "    loss = loss_and_gradient(features, targets)[0]",
    `    print(f"${words.printLoss}")`,
    showsWeights &&
      `    print("${words.weightsAre}", ${experiment.model.weights === "sum_to_one" ? "shares_of(free)" : `weights${scaled}`})`,
    `    print(f"${words.printPage.replace("{loss", "{compared")}")`,
    "    if not abs(compared - PAGE_LOSS) <= TOLERANCE:",
    `        raise SystemExit("${words.differs}")`,
  ];
}
