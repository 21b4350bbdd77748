/** The core's second module, which is loaded when it is first needed: files. The only importer of that module. */
import type { Table } from "../pkg/sanhao_wasm";
import { guarded } from "./error";

type Core = typeof import("../lab-pkg/sanhao_lab");

let loading: Promise<Core> | undefined;

/** The module, loaded once; a load that failed is tried again. */
function core(): Promise<Core> {
  loading ??= load().catch((thrown: unknown) => {
    loading = undefined;
    throw thrown;
  });
  return loading;
}

async function load(): Promise<Core> {
  const module = await import("../lab-pkg/sanhao_lab");
  await module.default();
  return module;
}

/** Reads a table from the bytes of a CSV file in UTF-8. */
export async function tableFromFile(bytes: Uint8Array): Promise<Table> {
  const { tableFromCsv } = await core();
  return guarded(() => tableFromCsv(bytes));
}

export async function csvOf(table: Table): Promise<string> {
  const { csvFromTable } = await core();
  return guarded(() => csvFromTable(table));
}
