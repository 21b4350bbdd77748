/** Every picture, in the order in which they are listed and stand in a column. */
import { arithmetic } from "./arithmetic";
import { boundary } from "./boundary";
import { curve } from "./curve";
import { family } from "./family";
import { luck } from "./luck";
import { metrics } from "./metrics";
import { network } from "./network";
import { perceptron } from "./perceptron";
import type { Picture } from "./picture";
import { race } from "./race";
import { rates } from "./rates";
import { search } from "./search";
import { settings } from "./settings";
import { surface } from "./surface";
import { triangle } from "./triangle";
import { units } from "./units";
import { weights } from "./weights";

const LIST = [
  perceptron,
  boundary,
  weights,
  network,
  curve,
  triangle,
  surface,
  arithmetic,
  family,
  search,
  race,
  metrics,
  rates,
  luck,
  units,
  settings,
] as const satisfies readonly Picture[];

export type PictureName = (typeof LIST)[number]["name"];

export const PICTURES: readonly (Picture & { readonly name: PictureName })[] = LIST;
