/** Sanhao through its public boundary, and beside it another build: the core before a change, or long ago. */
import other from "virtual:other-build";
import { type Experiment, Session } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { OTHER, OURS } from "../figures";
import type { Peer } from "../peer";
import { GRID, planeOf } from "../workloads";

/** Starts a session of the other build; null where nobody has said where there is one. */
export const otherSession = other && sessionsOf(other);

export const sanhao = peerOf(OURS, (experiment) => new Session(experiment));
export const otherBuild = otherSession && peerOf(OTHER, otherSession);

export async function initializeOther(): Promise<void> {
  await other?.default();
}

function peerOf(name: string, start: (experiment: Experiment) => Session): Peer {
  return {
    name,

    training: (experiment) => ({ experiment }),

    start(experiment) {
      const session = start(experiment);
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
      const session = start(experiment);
      const plane = planeOf(experiment);
      // It had another name in the builds of version 1.
      const method = "predictionGrid" in session ? "predictionGrid" : ("field" as "predictionGrid");
      return () => session[method](plane, GRID.columns, GRID.rows);
    },
  };
}

function sessionsOf({ Session, presetExperiment }: NonNullable<typeof other>): (experiment: Experiment) => Session {
  return (experiment) => {
    if ("version" in presetExperiment("weights")) return new Session(experiment);
    // One from before version 2 knows no version, and the held-out fraction by another name.
    const { version: _, training, ...rest } = experiment;
    const { test_fraction: held_out, ...others } = training;
    return new Session({ ...rest, training: { ...others, held_out } } as unknown as Experiment);
  };
}
