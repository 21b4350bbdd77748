/** The page's Content-Security-Policy, written into index.html when the page is built. */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** No address but the page's own, no code that came with data, no base and no form that leads elsewhere. */
function policyFor(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // Svelte makes its templates under this name.
    "trusted-types svelte-trusted-html sanhao-inert-html 'allow-duplicates'",
  ].join("; ");
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs;
/** The encoding has to be said in the first kilobyte, so the policy follows it. */
const ENCODING = '<meta charset="utf-8" />';

/** Puts the policy into the head of the built page: a `<meta>`, since any file server may serve it. Framing stays allowed. */
export function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        if (!html.includes(ENCODING)) throw new Error(`index.html has no ${ENCODING}`);
        const policy = policyFor([...html.matchAll(INLINE_SCRIPT)].map(([, script = ""]) => script));
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
        return html.replace(ENCODING, `${ENCODING}\n    ${meta}`);
      },
    },
  };
}
