/** The parts of the page that a lesson can point at. */
import { PICTURES, type PictureName } from "../../pictures";

const PARTS = {
  play: "#play",
  step: '[aria-keyshortcuts="S"]',
  reset: '[aria-keyshortcuts="R"]',
  speed: '[data-part="speed"]',
  table: 'section[aria-labelledby="data-title"]',
  loss_curve: 'section[aria-labelledby="loss-title"]',
  rate: '[data-part="training.learning_rate"]',
  hidden: '[data-part="model.hidden"]',
  output: '[data-part="model.output"]',
  loss: '[data-part="training.loss"]',
  optimizer: '[data-part="training.optimizer"]',
  scaling: '[data-part="scaling"]',
  batch: '[data-part="training.batch_size"]',
  bias: '[data-part="model.bias"]',
  sum_to_one: '[data-part="model.weights"]',
  held_out: '[data-part="training.test_fraction"]',
  start: '[data-part="model.initial"]',
} as const;

export type PartName = keyof typeof PARTS;
export type TargetName = PartName | `picture:${PictureName}`;

export const TARGET_NAMES: readonly TargetName[] = [
  ...(Object.keys(PARTS) as PartName[]),
  ...PICTURES.map(({ name }) => `picture:${name}` as const),
];

/** The picture that a target names; null for another part of the page. */
export function pictureOf(target: TargetName) {
  return PICTURES.find(({ name }) => target === `picture:${name}`) ?? null;
}

export function elementOf(target: TargetName): HTMLElement | null {
  const picture = pictureOf(target);
  const selector = picture === null ? PARTS[target as PartName] : `article[aria-labelledby="picture-${picture.name}"]`;
  return document.querySelector<HTMLElement>(selector);
}
