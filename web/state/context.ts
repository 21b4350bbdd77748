/** Hands the store down to whoever shows a part of it. */
import { createContext } from "svelte";
import type { Store } from "./store.svelte";

export const [getStore, setStore] = createContext<Store>();
