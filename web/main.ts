import { mount } from "svelte";
import App from "./App.svelte";
import "./tokens.css";
import "./base.css";
import "./parts.css";
import "./controls.css";
import { startLanguage } from "./i18n/i18n.svelte";
import { startTheme } from "./ui/theme.svelte";

startTheme();
startLanguage();
const target = document.getElementById("app");
if (target !== null) mount(App, { target });
// What index.html says of a page that does not start.
document.getElementById("starting")?.remove();
