/** From an empty page's first script to the first step: the module compiled, the experiment loaded. */
import initialize from "../../web/pkg/sanhao_wasm";
import { sanhao } from "./peers/sanhao";
import { started } from "./started";

await initialize();
started(sanhao);
