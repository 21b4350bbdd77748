import { lazy } from "../ui/lazy";

export const loadPaper = lazy(() => import("./index"));
