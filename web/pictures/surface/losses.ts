/** The training loss over parameters of the present experiment. */
import type { Experiment } from "../../engine/engine";
import { type Analysis, lab } from "../../engine/lab";
import type { SecretRule } from "../../state/rule";
import type { Store } from "../../state/store";
import { isLinear } from "../shared/model-kind";
import type { Grid } from "./contours";
import type { Domain } from "./field-drawing";
import type { Plane } from "./plane";

export interface Losses {
  readonly sample: (plane: Plane, domain: Domain, columns: number, rows: number) => Grid;
  readonly lossAt: (parameters: readonly number[]) => number;
}

export function lossesOf(store: Store): Losses {
  const present = (): Analysis => lab.of(store.document.experiment, store.run.frame.layers);
  return {
    sample: ({ origin, u, v }, domain, columns, rows) => {
      const plane = {
        origin: [...origin],
        x: [...u],
        y: [...v],
        xRange: [...domain.x] as [number, number],
        yRange: [...domain.y] as [number, number],
      };
      return { columns, rows, values: present().surface(plane, columns, rows) };
    },
    lossAt: (parameters) => present().lossAt(Float32Array.from(parameters)),
  };
}

/** The rule's weights where they are the network's own parameters: the prediction is a weighted sum without a bias. */
export function secretParameters(experiment: Experiment, rule: SecretRule | null): readonly number[] | null {
  return isLinear(experiment) && rule !== null && rule.threshold === null ? rule.weights : null;
}
