/** The model in NumPy: its parameters, the way forward, the loss and the way backward. */
import type { Activation, Experiment, Loss } from "../engine/engine";
import type { Facts } from "./facts";
import { type Code, indented, isStartInFile, list, literal, matrix } from "./python";
import type { ScriptWords } from "./words";

/** By what a weight of raw scores is multiplied for scaled ones. */
export function scaleName(scaling: Experiment["scaling"]): string | null {
  return { raw: null, divide_by_100: "100", standard: "deviation.astype(np.float32)" }[scaling];
}

export function modelCode({ experiment: { model }, start }: Facts, words: ScriptWords): Code {
  const { hidden, bias } = model;
  const shares = model.weights === "sum_to_one";
  const comment = `  # ${shares ? words.free : words.startNumbers}`;
  const [first] = start;
  const array = (numbers: string): string => `np.array(${numbers}, dtype=np.float32)`;
  const code: (string | false)[] = [];
  if (hidden.length === 0 && first !== undefined) {
    const inFile = isStartInFile(start);
    if (inFile) code.push('layer = json.load(open("start.json"))["layers"][0]');
    const name = shares ? "free" : "weights";
    code.push(`${name} = ${array(inFile ? 'layer["weights"]' : matrix(first))}${comment}`);
    if (bias) code.push(`biases = ${array(inFile ? 'layer["biases"]' : list(first.biases))}`);
    code.push(`parameters = [${bias ? `${name}, biases` : name}]`);
  } else {
    if (isStartInFile(start)) {
      code.push('layers = json.load(open("start.json"))["layers"]');
      code.push(
        `weights = [np.array(layer["weights"], dtype=np.float32) for layer in layers]  # ${words.startNumbers}`,
      );
      if (bias) code.push('biases = [np.array(layer["biases"], dtype=np.float32) for layer in layers]');
    } else {
      code.push(`weights = [  # ${words.startNumbers}`, ...start.map((layer) => `    ${array(matrix(layer))},`), "]");
      if (bias) code.push("biases = [", ...start.map((layer) => `    ${array(list(layer.biases))},`), "]");
    }
    code.push(bias ? "parameters = [p for layer in zip(weights, biases) for p in layer]" : "parameters = weights");
  }
  if (shares) {
    code.push("", "", "def shares_of(free):", `    """${words.shares}"""`);
    code.push("    e = np.exp(free - free.max(axis=1, keepdims=True))", "    return e / e.sum(axis=1, keepdims=True)");
  }
  return [
    ...code,
    ...activationCode(
      model.hidden.map(({ activation }) => activation),
      words,
    ),
  ];
}

const ACTIVATION_CODE: Readonly<Record<Activation, Code>> = {
  identity: ["return z, np.ones_like(z)"],
  sigmoid: ["e = np.exp(-abs(z))", "a = np.where(z < 0, e, 1) / (1 + e)", "return a, a * (1 - a)"],
  tanh: ["a = np.tanh(z)", "return a, 1 - a * a"],
  relu: ["return np.maximum(z, 0), (z > 0).astype(np.float32)"],
  leaky_relu: ["slope = np.where(z > 0, np.float32(1), np.float32(0.01))", "return z * slope, slope"],
  softplus: ["e = np.exp(-abs(z))", "return np.logaddexp(0, z), np.where(z < 0, e, 1) / (1 + e)"],
  gelu: [
    "phi = (np.vectorize(math.erfc)(-z / math.sqrt(2)) / 2).astype(np.float32)",
    "return z * phi, phi + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)",
  ],
  sine: ["return np.sin(z), np.cos(z)"],
};

function activationCode(activations: readonly Activation[], words: ScriptWords): Code {
  if (activations.length === 0) return [];
  const functions = [...new Set(activations)].flatMap((activation) => [
    "",
    "",
    `def ${activation}(z):`,
    `    """${words.values}"""`,
    ...ACTIVATION_CODE[activation].map((line) => `    ${line}`),
  ]);
  return [...functions, "", "", `ACTIVATIONS = [${activations.join(", ")}]`];
}

/** The outputs y from the logits z. */
function outputCode({ output }: Experiment["model"]): Code {
  switch (output) {
    case "linear":
      return ["y = z"];
    case "sigmoid":
      return ["e = np.exp(-abs(z))", "y = np.where(z < 0, e, 1) / (1 + e)"];
    case "softmax":
      return ["z = z - z.max(axis=1, keepdims=True)", "y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)"];
  }
}

/** The loss, and its gradient dz by the logits. */
function lossOfOutputCode({ experiment, frame }: Facts, words: ScriptWords): Code {
  const { output } = experiment.model;
  const { loss } = experiment.training;
  if (loss.kind === "categorical_cross_entropy" && output === "softmax") {
    return [
      "loss = (np.log(np.exp(z).sum(axis=1)) - (z * t).sum(axis=1)).mean()",
      `dz = (y - t) / len(x)  # ${words.bySum}`,
    ];
  }
  if (loss.kind === "binary_cross_entropy" && output === "softmax") {
    const classes = frame.outputs;
    return [
      "loss, dz = 0, 0",
      `for k in range(${classes}):`,
      `    own = (np.arange(${classes}) == k) == (t[:, [k]] > 0.5)  # ${words.own}`,
      "    part = np.where(own, z, -np.inf)",
      "    largest = part.max(axis=1, keepdims=True)",
      "    e = np.exp(part - largest)",
      "    total = e.sum(axis=1, keepdims=True)",
      "    loss = loss + np.log(np.exp(z).sum(axis=1)) - (largest + np.log(total))[:, 0]",
      `    dz = dz + y - e / total  # ${words.bySum}`,
      `loss, dz = loss.mean() / ${classes}, dz / y.size`,
    ];
  }
  if (loss.kind.endsWith("cross_entropy")) {
    return ["loss = np.logaddexp(0, np.where(t > 0.5, -z, z)).mean()", `dz = (y - t) / y.size  # ${words.bySum}`];
  }
  const throughOutput = {
    linear: "dz = dy",
    sigmoid: `dz = dy * y * (1 - y)  # ${words.bySum}`,
    softmax: `dz = y * (dy - (dy * y).sum(axis=1, keepdims=True))  # ${words.bySum}`,
  }[output];
  return [...pointwiseCode(loss, words), throughOutput];
}

function pointwiseCode(loss: Loss, words: ScriptWords): Code {
  const comment = `  # ${words.byOutput}`;
  switch (loss.kind) {
    case "absolute":
      return ["loss = abs(y - t).mean()", `dy = np.sign(y - t) / y.size${comment}`];
    case "huber":
      return [
        `clipped = np.clip(y - t, -${literal(loss.delta)}, ${literal(loss.delta)})`,
        "loss = (clipped * (y - t - clipped / 2)).mean()",
        `dy = clipped / y.size${comment}`,
      ];
    default:
      return ["loss = ((y - t) ** 2).mean()", `dy = 2 * (y - t) / y.size${comment}`];
  }
}

/** What the penalties add to the gradient by some weights. */
function penaltyOf({ l1, l2 }: Experiment["training"], weights: string): string {
  const first = l1 === 0 ? "" : ` + ${literal(l1)} * np.sign(${weights})`;
  const second = l2 === 0 ? "" : ` + ${literal(l2)} * ${weights}`;
  return first + second;
}

export function lossCode(facts: Facts, words: ScriptWords): Code {
  const { model } = facts.experiment;
  const backward = model.hidden.length === 0 ? oneLayerBackward(facts, words) : layersBackward(facts, words);
  const body = [...forwardCode(facts, words), ...outputCode(model), ...lossOfOutputCode(facts, words), ...backward];
  return ["def loss_and_gradient(x, t):", `    """${words.lossDoc}"""`, ...indented(body)];
}

/** What the model says of students, for the notebook's picture. */
export function predictCode(facts: Facts, words: ScriptWords): Code {
  const body = [...forwardCode(facts, words), ...outputCode(facts.experiment.model), "return y"];
  return ["def predict(x):", ...indented(body)];
}

/** From the features x to the logits z. */
function forwardCode({ experiment: { model, scaling } }: Facts, words: ScriptWords): Code {
  const { bias, hidden } = model;
  const shares = model.weights === "sum_to_one";
  const scale = scaleName(scaling);
  const scaled = `shares${scale === null ? "" : ` * ${scale}`}`;
  if (hidden.length === 0) {
    return [
      shares && "shares = shares_of(free)",
      shares && `weights = ${scaled}`,
      `z = x @ weights.T${bias ? " + biases" : ""}`,
    ];
  }
  const used = shares ? "used" : "weights";
  return [
    shares && "shares = shares_of(weights[0])",
    shares && `used = [${scaled}, *weights[1:]]`,
    `values, slopes = [x], []  # ${words.forward}`,
    bias
      ? `for w, b, activation in zip(${used}, biases, ACTIVATIONS):`
      : `for w, activation in zip(${used}, ACTIVATIONS):`,
    `    value, slope = activation(values[-1] @ w.T${bias ? " + b" : ""})`,
    "    values.append(value)",
    "    slopes.append(slope)",
    `z = values[-1] @ ${used}[-1].T${bias ? " + biases[-1]" : ""}`,
  ];
}

/** The gradient by the free parameters from the gradient dw by the weights. */
function throughSoftmax(scale: string | null, words: ScriptWords): Code {
  return [
    `dw = shares * dw${scale === null ? "" : ` * ${scale}`}  # ${words.byShares}`,
    "dw = dw - shares * dw.sum(axis=1, keepdims=True)",
  ];
}

function oneLayerBackward({ experiment: { model, training, scaling } }: Facts, words: ScriptWords): Code {
  const shares = model.weights === "sum_to_one";
  const penalty = penaltyOf(training, shares ? "free" : "weights");
  return [
    "dw = dz.T @ x",
    ...(shares ? throughSoftmax(scaleName(scaling), words) : []),
    penalty !== "" && `dw = dw${penalty}  # ${words.penalty}`,
    `return loss, [${model.bias ? "dw, dz.sum(axis=0)" : "dw"}]`,
  ];
}

function layersBackward({ experiment: { model, training, scaling } }: Facts, words: ScriptWords): Code {
  const { bias } = model;
  const shares = model.weights === "sum_to_one";
  const penalty = penaltyOf(training, "weights[layer]");
  return [
    `gradient = []  # ${words.backward}`,
    "for layer in reversed(range(len(weights))):",
    "    dw = dz.T @ values[layer]",
    ...(shares ? ["    if layer == 0:", ...indented(indented(throughSoftmax(scaleName(scaling), words)))] : []),
    penalty !== "" && `    dw = dw${penalty}  # ${words.penalty}`,
    `    gradient = [${bias ? "dw, dz.sum(axis=0)" : "dw"}, *gradient]`,
    "    if layer > 0:",
    `        dz = dz @ ${shares ? "used" : "weights"}[layer] * slopes[layer - 1]`,
    "return loss, gradient",
  ];
}
