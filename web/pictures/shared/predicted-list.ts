/** Loads the list of the students to be predicted, which is there only while the filter is on. */
import { lazy } from "../../ui/lazy";

export const loadPredictedList = lazy(() => import("./PredictedList.svelte"));
