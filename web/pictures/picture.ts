/** What a picture declares of itself in its folder's index.ts. */
import type { Component } from "svelte";
import type { Experiment, Preset } from "../engine/engine";
import type { Text } from "../i18n/i18n.svelte";

/** A picture of the page: a folder with this value in its index.ts, and a line in the list of pictures/index.ts. */
export type Picture = {
  /** Its folder, and its name in links and lessons. */
  readonly name: string;
  /** What it is called, of an experiment where that depends on it. */
  readonly title: Text | ((experiment: Experiment) => Text);
  /** What it is about: the students, the weights, the training run, or many runs. */
  readonly group: "data" | "weights" | "training" | "runs";
  /** Why it has nothing to show of an experiment, and what changes that; null where it has something. */
  readonly empty?: (experiment: Experiment) => Empty | null;
} & View;

export interface Empty {
  readonly reason: Text;
  readonly way: Way;
}

/** The simplest way to something to show: a change of the experiment, or a case that has it where this table cannot. */
export type Way =
  | { readonly label: Text; readonly change: (experiment: Experiment) => Experiment }
  | { readonly opens: Preset };

type View =
  /** Part of the page's first load. */
  | { readonly component: Component }
  /** Loaded when the picture is opened. */
  | { readonly load: () => Promise<{ default: Component }> };

export function titleOf({ title }: Picture, experiment: Experiment): Text {
  return typeof title === "function" ? title(experiment) : title;
}
