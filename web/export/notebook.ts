/** The sections of train_numpy.py as a Jupyter notebook, with pictures. */
import type { Facts } from "./facts";
import { comparisonLoop, importCode, numpySections } from "./numpy";
import { predictCode } from "./numpy-model";
import { lines, quoted } from "./python";
import type { ScriptWords } from "./words";

type Cell = Readonly<Record<string, unknown>>;

/** `title` and `task` are the case's, as Markdown. */
export function notebookOf(facts: Facts, words: ScriptWords, title: string, task: string): string {
  const cells: Cell[] = [
    markdown(`# ${title}\n\n${task}`),
    code(`${importCode(facts)}\nimport matplotlib.pyplot as plt`),
  ];
  for (const { title, text, code: source } of numpySections(facts, words)) {
    cells.push(markdown(text === undefined ? `## ${title}` : `## ${title}\n\n${text}`), code(source));
  }
  cells.push(
    code(runCode(facts, words)),
    markdown(`## ${words.notebookLoss}`),
    code(lossPlotCode()),
    ...(facts.experiment.table.subjects.length === 2
      ? [markdown(`## ${words.notebookBoundary}`), code(boundaryCode(facts, words))]
      : []),
    markdown(words.notebookTry),
  );
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  const numbered = cells.map((cell, index) => ({ ...cell, id: `cell-${index + 1}` }));
  return JSON.stringify({ cells: numbered, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

function markdown(source: string): Cell {
  return { cell_type: "markdown", metadata: {}, source };
}

function code(source: string): Cell {
  return { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source };
}

function runCode(facts: Facts, words: ScriptWords): string {
  return lines([
    "losses = []",
    ...comparisonLoop(facts, ["losses.append(batch_loss)"]),
    "loss = loss_and_gradient(features, targets)[0]",
    `print(f"${words.printLoss}")`,
    `print(f"${words.printPage.replace("{loss", "{compared")}")`,
    `assert abs(compared - PAGE_LOSS) <= TOLERANCE, "${words.differs}"`,
  ]);
}

function lossPlotCode(): string {
  return lines([
    "plt.semilogy(range(1, len(losses) + 1), losses)",
    'plt.xlabel("updates")',
    'plt.ylabel("loss")',
    "plt.show()",
  ]);
}

/** The first output, or the class, over a plane of the two subjects. */
function boundaryCode(facts: Facts, words: ScriptWords): string {
  const { experiment, frame } = facts;
  const { table, scaling, model } = experiment;
  const scaled = {
    raw: "points",
    divide_by_100: "points / 100",
    standard: `${model.bias ? "(points - mean)" : "points"} / deviation`,
  }[scaling];
  const isClasses = table.classes.length > 0;
  const shown = !isClasses ? "y[:, 0]" : frame.outputs === 1 ? "y[:, 0] >= 0.5" : "y.argmax(axis=1)";
  const levels = isClasses ? `, levels=np.arange(-0.5, ${table.classes.length})` : "";
  return lines([
    ...predictCode(facts, words),
    "",
    "",
    'plt.rcParams["font.family"] = [',
    '    name for name in plt.matplotlib.font_manager.get_font_names() if "CJK SC" in name or name in',
    '    ("Microsoft YaHei", "PingFang SC", "SimHei", "DejaVu Sans")',
    "]",
    "low, high = scores.min(axis=0) - 5, scores.max(axis=0) + 5",
    "x0, x1 = np.meshgrid(np.linspace(low[0], high[0], 200), np.linspace(low[1], high[1], 200))",
    "points = np.column_stack([x0.ravel(), x1.ravel()])",
    `y = predict((${scaled}).astype(np.float32))`,
    `plt.contourf(x0, x1, (${shown}).reshape(x0.shape)${levels}, alpha=0.4)`,
    `plt.scatter(scores[:, 0], scores[:, 1], c=${isClasses && frame.outputs > 1 ? "targets.argmax(axis=1)" : "targets[:, 0]"}, edgecolors="black")`,
    `plt.xlabel(${quoted(table.subjects[0] ?? "")})`,
    `plt.ylabel(${quoted(table.subjects[1] ?? "")})`,
    "plt.show()",
  ]);
}
