/** Sanhao through its public boundary. */
import { Session } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import type { Peer } from "../peer";
import { GRID, planeOf } from "../workloads";

export const sanhao: Peer = {
  name: "Sanhao",

  training: (experiment) => ({ experiment }),

  start(experiment) {
    const session = new Session(experiment);
    return {
      step: (updates) => {
        session.step(updates);
      },
      parameters: () => {
        session.refresh();
        return [...session.parameters()];
      },
    };
  },

  grid(experiment) {
    const session = new Session(experiment);
    const plane = planeOf(experiment);
    return () => session.predictionGrid(plane, GRID.columns, GRID.rows);
  },
};
