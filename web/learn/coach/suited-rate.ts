/** The learning rate that suits an experiment of another scale. */
import { withTraining } from "../../edits/edit-model";
import { Engine, type Experiment } from "../../engine/engine";
import { lab } from "../../engine/lab";
import { isPlain } from "./remedies";

/** Below this part of its bound plain gradient descent is slow. */
const SLOW = 1 / 20;
/** An optimizer that scales its steps comes to targets of this many times its rate in some thousand updates. */
const REACH = 1000;

/**
 * The experiment with a rate that suits its start: for plain gradient descent half the bound there, unless its own is below that and
 * not slow. A network's bound falls as it learns: it keeps a smaller rate.
 */
export function withSuitedRate(experiment: Experiment): Experiment {
  const { table, scaling, training, model } = experiment;
  const { learning_rate: rate } = training;
  if (!isPlain(training)) {
    const targets = table.students.map(({ target }) => (typeof target === "number" ? Math.abs(target) : 0));
    const least = Number((Math.max(...targets) / REACH).toPrecision(1));
    const short = scaling === "standard" && rate < least;
    return short ? withTraining(experiment, { learning_rate: least }) : experiment;
  }
  const engine = Engine.of(experiment);
  const stability = lab.of(experiment, engine.frame().layers).stability(engine.updateInput());
  engine.free();
  if (stability.kind !== "bound") return experiment;
  const { largest } = stability;
  // The bound of the absolute loss is that of its penalty alone, which does not say what is slow.
  const slow = model.hidden.length === 0 && training.loss.kind !== "absolute" && rate < SLOW * largest;
  return slow || rate > largest / 2
    ? withTraining(experiment, { learning_rate: Number((largest / 2).toPrecision(2)) })
    : experiment;
}
