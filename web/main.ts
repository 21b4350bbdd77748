import { mount } from "svelte";
import App from "./App.svelte";
import "./tokens.css";
import "./base.css";
import { startLanguage } from "./i18n/i18n.svelte";
import { startTheme } from "./ui/theme.svelte";

startTheme();
const target = document.getElementById("app");
if (target !== null) {
  startLanguage().then(
    () => mount(App, { target }),
    () => {
      target.textContent = "网页没能载入，请刷新。The page could not be loaded: please reload it.";
    },
  );
}
