/** The model in PyTorch, its start and its loss. */
import type { Activation, Experiment } from "../engine/engine";
import type { Facts } from "./facts";
import { type Code, isStartInFile, list, literal, matrix } from "./python";
import type { ScriptWords } from "./words";

const MODULES: Readonly<Record<Activation, string>> = {
  identity: "nn.Identity()",
  sigmoid: "nn.Sigmoid()",
  tanh: "nn.Tanh()",
  relu: "nn.ReLU()",
  leaky_relu: "nn.LeakyReLU(0.01)",
  softplus: "nn.Softplus()",
  gelu: "nn.GELU()",
  sine: "Sine()",
};

export function modelCode(facts: Facts, words: ScriptWords): Code {
  const { experiment, start } = facts;
  const { hidden, bias } = experiment.model;
  const shares = experiment.model.weights === "sum_to_one";
  const layer = (inputs: number, units: number, index: number): string =>
    index === 0 && shares
      ? `Shares(${inputs}, ${units})`
      : `nn.Linear(${inputs}, ${units}${bias ? "" : ", bias=False"})`;
  const modules = start.flatMap(({ inputs, units }, index) => {
    const activation = hidden[index]?.activation;
    return [layer(inputs, units, index), ...(activation === undefined ? [] : [MODULES[activation]])];
  });
  return [
    hidden.some(({ activation }) => activation === "sine") &&
      `\n\nclass Sine(nn.Module):\n    def forward(self, z):\n        return torch.sin(z)\n\n`,
    ...(shares ? sharesCode(experiment, words) : []),
    ...(modules.length === 1
      ? [`model = nn.Sequential(${modules[0]})`]
      : ["model = nn.Sequential(", ...modules.map((module) => `    ${module},`), ")"]),
    ...startCode(facts, words),
    'if options.weights and options.weights.endswith(".safetensors"):',
    "    from safetensors.torch import load_file  # pip install safetensors",
    "",
    "    model.load_state_dict(load_file(options.weights))",
    "elif options.weights:",
    "    model.load_state_dict(torch.load(options.weights))",
    "model.to(options.device)",
    "features, targets = features.to(options.device), targets.to(options.device)",
  ];
}

function sharesCode({ scaling, model: { bias } }: Experiment, words: ScriptWords): Code {
  const scale = { raw: "torch.tensor(1.0)", divide_by_100: "torch.tensor(100.0)", standard: "deviation.float()" }[
    scaling
  ];
  return [
    "",
    "",
    "class Shares(nn.Module):",
    `    """${words.layerDoc}"""`,
    "",
    "    def __init__(self, inputs, units):",
    "        super().__init__()",
    "        self.weight = nn.Parameter(torch.zeros(units, inputs))",
    bias && "        self.bias = nn.Parameter(torch.zeros(units))",
    `        self.register_buffer("scale", ${scale}, persistent=False)`,
    "",
    "    def forward(self, x):",
    `        return F.linear(x, F.softmax(self.weight, dim=1) * self.scale${bias ? ", self.bias" : ""})`,
    "",
    "",
  ];
}

/** Puts the parameters where the page's stand at the start. */
function startCode({ experiment, start }: Facts, words: ScriptWords): Code {
  const { bias } = experiment.model;
  const module = (index: number): string => `model[${2 * index}]`;
  if (isStartInFile(start)) {
    return [
      'with open("start.json") as file:',
      '    start = json.load(file)["layers"]',
      "with torch.no_grad():",
      `    for module, layer in zip(model[::2], start):  # ${words.startNumbers}`,
      '        module.weight.copy_(torch.tensor(layer["weights"]))',
      bias && '        module.bias.copy_(torch.tensor(layer["biases"]))',
    ];
  }
  return [
    `with torch.no_grad():  # ${words.startNumbers}`,
    ...start.flatMap((layer, index) => [
      `    ${module(index)}.weight.copy_(torch.tensor(${matrix(layer)}))`,
      bias && `    ${module(index)}.bias.copy_(torch.tensor(${list(layer.biases)}))`,
    ]),
  ];
}

export function lossCode({ experiment, frame }: Facts, words: ScriptWords): Code {
  const { output } = experiment.model;
  const { loss } = experiment.training;
  const head = ["def loss_of(z, t):", `    """${words.lossOnly}"""`];
  if (loss.kind === "binary_cross_entropy" && output === "softmax") {
    const classes = frame.outputs;
    return [
      ...head,
      "    loss = 0",
      `    for k in range(${classes}):`,
      `        own = (torch.arange(${classes}, device=z.device) == k) == (t[:, [k]] > 0.5)  # ${words.own}`,
      '        part = z.masked_fill(~own, float("-inf"))',
      "        loss = loss + torch.logsumexp(z, dim=1) - torch.logsumexp(part, dim=1)",
      `    return loss.mean() / ${classes}`,
    ];
  }
  const y = { linear: "z", sigmoid: "torch.sigmoid(z)", softmax: "torch.softmax(z, dim=1)" }[output];
  const value = ((): string => {
    switch (loss.kind) {
      case "absolute":
        return `F.l1_loss(${y}, t)`;
      case "squared":
        return `F.mse_loss(${y}, t)`;
      case "huber":
        return `F.huber_loss(${y}, t, delta=${literal(loss.delta)})`;
      default:
        return output === "sigmoid" ? "F.binary_cross_entropy_with_logits(z, t)" : "F.cross_entropy(z, t)";
    }
  })();
  return [...head, `    return ${value}`];
}
