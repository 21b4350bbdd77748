/** Plain JavaScript, written by hand for each workload (plain.js). */
import { gridPoints, type Peer, problemOf } from "../peer";
import { linear, logistic, small, smallGrid, softmax, wide, wideGrid } from "./plain.js";

const flat = (rows: number[][]) => Float64Array.from(rows.flat());

export const byHand: Peer = {
  name: "plain JavaScript",

  training: (experiment) => ({ experiment }),

  start(experiment) {
    const { features, targets, batchSize, sizes, layers } = problemOf(experiment);
    const parameters = flat(layers.flatMap(({ weights, biases }) => [...weights, biases]));
    const { optimizer, learning_rate: rate } = experiment.training;
    const { hidden, output } = experiment.model;
    const [x, t] = [flat(features), flat(targets)];
    const step =
      optimizer.kind === "adam"
        ? wide(x, t, batchSize, { ...optimizer, rate }, sizes, parameters)
        : (hidden.length > 0 ? small : { linear, sigmoid: logistic, softmax }[output])(
            x,
            t,
            batchSize,
            rate,
            parameters,
          );
    return { step, parameters: () => [...parameters] };
  },

  grid(experiment) {
    const { sizes, layers } = problemOf(experiment);
    const parameters = flat(layers.flatMap(({ weights, biases }) => [...weights, biases]));
    const points = flat(gridPoints(sizes[0] ?? 0));
    const outputs = sizes.at(-1) ?? 0;
    const values = new Float32Array((points.length / (sizes[0] ?? 1)) * outputs);
    const fill =
      outputs === 1 ? () => smallGrid(points, parameters, values) : wideGrid(points, sizes, parameters, values);
    return () => {
      fill();
      return values;
    };
  },
};
