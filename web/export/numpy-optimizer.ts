/** The optimizers in NumPy. */
import type { Experiment, Optimizer } from "../engine/engine";
import { type Code, literal } from "./python";
import type { ScriptWords } from "./words";

/** The memory that an optimizer keeps for each parameter, and its update. */
function ruleOf(
  optimizer: Optimizer,
  words: ScriptWords,
  oneLayer: boolean,
  shares: boolean,
): { memory: Code; update: Code } {
  const zeros = (name: string): string => `${name} = [np.zeros_like(p) for p in parameters]`;
  const pairs = "for p, g in zip(parameters, gradient):";
  const triples = (name: string, all: string): string => `for p, g, ${name} in zip(parameters, gradient, ${all}):`;
  const c = literal;
  switch (optimizer.kind) {
    case "sgd":
      return { memory: [], update: [pairs, "    p -= rate * g"] };
    case "momentum":
    case "nesterov":
      return {
        memory: [zeros("momenta")],
        update: [
          triples("m", "momenta"),
          `    m *= ${c(optimizer.momentum)}`,
          "    m += g",
          optimizer.kind === "momentum" ? "    p -= rate * m" : `    p -= rate * (g + ${c(optimizer.momentum)} * m)`,
        ],
      };
    case "adagrad":
      return {
        memory: [zeros("squares")],
        update: [
          triples("s", "squares"),
          "    s += g * g",
          `    p -= rate * g / (np.sqrt(s) + ${c(optimizer.epsilon)})`,
        ],
      };
    case "rmsprop_tensorflow1":
    case "rmsprop_pytorch": {
      const isFirst = optimizer.kind === "rmsprop_tensorflow1";
      return {
        memory: [isFirst ? "squares = [np.ones_like(p) for p in parameters]" : zeros("squares")],
        update: [
          triples("s", "squares"),
          `    s *= ${c(optimizer.decay)}`,
          `    s += (1 - ${c(optimizer.decay)}) * g * g`,
          isFirst
            ? `    p -= rate * g / np.sqrt(s + ${c(optimizer.epsilon)})`
            : `    p -= rate * g / (np.sqrt(s) + ${c(optimizer.epsilon)})`,
        ],
      };
    }
    case "adam":
    case "adamw": {
      const { beta1, beta2, epsilon } = optimizer;
      const weights = !oneLayer ? "weights" : shares ? "[free]" : "[weights]";
      return {
        memory: [zeros("means"), zeros("squares")],
        update: [
          ...(optimizer.kind === "adamw"
            ? [`for w in ${weights}:`, `    w *= 1 - rate * ${c(optimizer.weight_decay)}  # ${words.decay}`]
            : []),
          `mean_rate = rate / (1 - ${c(beta1)} ** (updates + 1))  # ${words.correct}`,
          `root_rate = math.sqrt(1 - ${c(beta2)} ** (updates + 1))`,
          "for p, g, m, s in zip(parameters, gradient, means, squares):",
          `    m += (1 - ${c(beta1)}) * (g - m)`,
          `    s *= ${c(beta2)}`,
          `    s += (1 - ${c(beta2)}) * g * g`,
          `    p -= mean_rate * m / (np.sqrt(s) / root_rate + ${c(epsilon)})`,
        ],
      };
    }
  }
}

export function optimizerCode({ model, training }: Experiment, words: ScriptWords): Code {
  const oneLayer = model.hidden.length === 0;
  const { memory, update } = ruleOf(training.optimizer, words, oneLayer, model.weights === "sum_to_one");
  return [
    ...memory,
    ...(memory.length > 0 ? ["", ""] : []),
    "def update(gradient, rate, updates):",
    `    """${words.updateDoc}"""`,
    ...update.map((line) => `    ${String(line)}`),
  ];
}
