/** Sanhao through its public boundary. */
import { Session } from "../../../web/pkg/sanhao_wasm";
import type { Peer } from "../peer";
import { GRID } from "../workloads";

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
    const { columns, rows, from, to, held } = GRID;
    const plane = {
      x: 0,
      y: 1,
      xRange: [from, to] as [number, number],
      yRange: [from, to] as [number, number],
      held: experiment.table.subjects.map(() => held),
    };
    return () => session.field(plane, columns, rows);
  },
};
