/** The training in PyTorch. */
import type { Experiment } from "../engine/engine";
import type { Facts } from "./facts";
import {
  type Code,
  classesCode,
  comparedCode,
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
import { lossCode, modelCode } from "./torch-model";
import type { ScriptWords } from "./words";

export function torchScript(facts: Facts, words: ScriptWords): string {
  const { experiment, batch, epochs, start } = facts;
  const schedule = scheduleCode(experiment.training, words);
  return `${lines([
    `"""${words.torchHead}`,
    "",
    "    python train.py",
    ...words.torchOptions,
    '"""',
    "import argparse",
    "import csv",
    isStartInFile(start) && "import json",
    schedule.length > 0 && experiment.training.schedule.kind === "cosine" && "import math",
    "import os",
    "",
    "import torch",
    "from torch import nn",
    "from torch.nn import functional as F",
    "from torch.utils.data import DataLoader, Sampler, TensorDataset",
    "",
    "parser = argparse.ArgumentParser()",
    'parser.add_argument("--device", default="cpu", help="cpu, cuda, mps")',
    `parser.add_argument("--epochs", type=int, default=${epochs})`,
    `parser.add_argument("--batch", type=int, default=${batch})`,
    `parser.add_argument("--weights", help="${words.weightsOption}")`,
    "options = parser.parse_args()",
    'processes, process = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))  # torchrun',
    'if options.device == "cuda":',
    '    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))',
    "",
    `# ${words.data}`,
    ...dataCode(facts, words),
    "",
    `# ${words.model}`,
    ...modelCode(facts, words),
    "",
    "",
    ...lossCode(facts, words),
    "",
    "",
    `# ${words.optimizer}`,
    ...optimizerCode(experiment, words),
    ...schedule,
    ...(schedule.length > 0 ? ["", "", "schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)"] : []),
    "",
    `# ${words.training}`,
    ...batchesCode(experiment, words),
    "",
    "",
    ...comparedCode(facts, words),
    "",
    ...loopCode(facts, words, schedule.length > 0),
  ])}\n`;
}

function dataCode(facts: Facts, words: ScriptWords): Code {
  const { scaling, model } = facts.experiment;
  const comment = `  # ${scalingComment(facts.experiment, words)}`;
  const scaled: Record<typeof scaling, Code> = {
    raw: [`features = scores.float()${comment}`],
    divide_by_100: [`features = (scores / 100).float()${comment}`],
    standard: [
      "mean, deviation = scores.mean(0), scores.std(0, unbiased=False)",
      isAlike(facts) && `deviation[deviation <= 1e-9 * mean.abs().clamp(min=1)] = 1  # ${words.alike}`,
      `features = (${model.bias ? "(scores - mean)" : "scores"} / deviation).float()${comment}`,
    ],
  };
  return [
    ...rowsCode(words),
    "scores = torch.tensor([[float(score) for score in row[1:-2]] for row in rows], dtype=torch.float64)",
    ...scaled[scaling],
    ...classesCode(facts),
    `targets = torch.tensor(${targetList(facts)})${targetComment(facts, words)}`,
  ];
}

function optimizerCode({ model, training }: Experiment, words: ScriptWords): Code {
  const { optimizer } = training;
  const rate = `lr=${literal(training.learning_rate)}`;
  const all = "model.parameters()";
  switch (optimizer.kind) {
    case "sgd":
      return [`optimizer = torch.optim.SGD(${all}, ${rate})`];
    case "momentum":
    case "nesterov": {
      const nesterov = optimizer.kind === "nesterov" && optimizer.momentum > 0 ? ", nesterov=True" : "";
      return [`optimizer = torch.optim.SGD(${all}, ${rate}, momentum=${literal(optimizer.momentum)}${nesterov})`];
    }
    case "adagrad":
      return [`optimizer = torch.optim.Adagrad(${all}, ${rate}, eps=${literal(optimizer.epsilon)})`];
    case "rmsprop_pytorch":
      return [
        `optimizer = torch.optim.RMSprop(${all}, ${rate}, alpha=${literal(optimizer.decay)}, eps=${literal(optimizer.epsilon)})`,
      ];
    case "rmsprop_tensorflow1":
      return [
        "class RMSprop(torch.optim.Optimizer):",
        `    """${words.rmspropDoc}"""`,
        "",
        "    @torch.no_grad()",
        "    def step(self):",
        "        for group in self.param_groups:",
        '            for p in group["params"]:',
        '                s = self.state[p].setdefault("squares", torch.ones_like(p))',
        `                s.mul_(${literal(optimizer.decay)}).add_((1 - ${literal(optimizer.decay)}) * p.grad**2)`,
        `                p -= group["lr"] * p.grad / torch.sqrt(s + ${literal(optimizer.epsilon)})`,
        "",
        "",
        `optimizer = RMSprop(${all}, {"lr": ${literal(training.learning_rate)}})`,
      ];
    case "adam":
    case "adamw": {
      const constants = `betas=(${literal(optimizer.beta1)}, ${literal(optimizer.beta2)}), eps=${literal(optimizer.epsilon)}`;
      if (optimizer.kind === "adam") return [`optimizer = torch.optim.Adam(${all}, ${rate}, ${constants})`];
      return [
        `groups = [  # ${words.decay}`,
        `    {"params": [module.weight for module in model[::2]], "weight_decay": ${literal(optimizer.weight_decay)}},`,
        model.bias && '    {"params": [module.bias for module in model[::2]], "weight_decay": 0.0},',
        "]",
        `optimizer = torch.optim.AdamW(groups, ${rate}, ${constants})`,
      ];
    }
  }
}

function batchesCode({ training }: Experiment, words: ScriptWords): Code {
  const pcg = pcgCode(training, words);
  return [
    "if processes > 1:",
    '    torch.distributed.init_process_group("nccl" if options.device == "cuda" else "gloo")',
    "trained = nn.parallel.DistributedDataParallel(model) if processes > 1 else model",
    ...pcg,
    "",
    "",
    "class Batches(Sampler):",
    `    """${words.batchesDoc}"""`,
    "",
    "    def __init__(self):",
    "        self.order = list(range(len(features)))",
    training.shuffle && `        self.random = pcg32(${training.seed}, ${ORDER_STREAM})`,
    "",
    "    def __iter__(self):",
    training.shuffle && "        shuffle(self.order, self.random)",
    "        for start in range(0, len(self.order), options.batch):",
    "            yield self.order[start : start + options.batch][process::processes]",
    "",
    "    def __len__(self):",
    "        return -(-len(self.order) // options.batch)",
    "",
    "",
    "last = len(features) % options.batch or options.batch",
    "if min(options.batch, last) < processes:",
    `    raise SystemExit("${words.tooManyProcesses}")`,
    "loader = DataLoader(TensorDataset(features, targets), batch_sampler=Batches())",
  ];
}

function comparedLoss(indent: string): Code {
  return [`${indent}with torch.no_grad():`, `${indent}    compared = loss_of(model(features), targets).item()`];
}

function loopCode(
  { experiment: { training }, batch, compared }: Facts,
  words: ScriptWords,
  hasSchedule: boolean,
): Code {
  const { l1, l2 } = training;
  const weights = "for module in model[::2]";
  return [
    "updates, compared = 0, None",
    ...(compared.updates === 0 ? comparedLoss("") : []),
    "for epoch in range(options.epochs):",
    "    for x, t in loader:",
    "        loss = loss_of(trained(x), t)",
    l1 !== 0 && `        loss = loss + ${literal(l1)} * sum(module.weight.abs().sum() ${weights})`,
    l2 !== 0 && `        loss = loss + ${literal(l2)} / 2 * sum((module.weight**2).sum() ${weights})`,
    "        optimizer.zero_grad()",
    "        loss.backward()",
    "        optimizer.step()",
    hasSchedule && "        schedule.step()",
    "        updates += 1",
    ...(compared.updates === 0 ? [] : ["        if updates == COMPARED:", ...comparedLoss("            ")]),
    "",
    "if processes > 1:",
    "    torch.distributed.destroy_process_group()",
    "if process == 0:",
    "    with torch.no_grad():",
    "        loss = loss_of(model(features), targets).item()",
    `    print(f"${words.printLoss}")`,
    '    torch.save(model.state_dict(), "trained.pt")',
    `    unequal = options.batch % processes or last % processes  # ${words.unequal}`,
    `    if compared is None or options.weights or options.batch != ${batch} or unequal:`,
    `        print("${words.notCompared}")`,
    "    else:",
    `        print(f"${words.printPage.replace("{loss", "{compared")}")`,
    "        if not abs(compared - PAGE_LOSS) <= TOLERANCE:",
    `            raise SystemExit("${words.differs}")`,
  ];
}
