/** The store as a context of the component tree. */
import { createContext } from "svelte";
import type { Store } from "./store";

export const [getStore, setStore] = createContext<Store>();
