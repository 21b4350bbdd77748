/** Hands the store down to whoever shows a part of it. */
import { createContext } from "svelte";
import type { Store } from "./store";

export const [getStore, setStore] = createContext<Store>();
