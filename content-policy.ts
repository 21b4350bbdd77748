/** The Content-Security-Policy of the page, written into its HTML when it is built. */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Where a built page gets its scripts, its styles and its other files from. */
interface Sources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly others: readonly string[];
}

/** No address but the page's own, no code that came with data, no base and no form that leads elsewhere. */
function policyFor({ scripts, styles, others }: Sources): string {
  return [
    "default-src 'none'",
    ["script-src 'wasm-unsafe-eval'", ...scripts].join(" "),
    ["style-src", ...styles].join(" "),
    ...others,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // Svelte makes its templates under the first name.
    "trusted-types svelte-trusted-html sanhao-inert-html sanhao-service-worker 'allow-duplicates'",
  ].join("; ");
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs;
const INLINE_STYLE = /<style[^>]*>(.*?)<\/style>/gs;

function hashes(html: string, inline: RegExp): string[] {
  return [...html.matchAll(inline)].map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
}

/** The encoding has to be said in the first kilobyte, so the policy follows it. */
const ENCODING = '<meta charset="utf-8" />';

/** A page with its policy in its head: a `<meta>`, since any file server may serve it. Framing stays allowed. */
function withPolicy(html: string, sources: Sources): string {
  if (!html.includes(ENCODING)) throw new Error(`index.html has no ${ENCODING}`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(sources)}" />`;
  return html.replace(ENCODING, `${ENCODING}\n    ${meta}`);
}

/** Puts the policy into the page whose files lie beside it. */
export function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        withPolicy(html, {
          scripts: ["'self'", ...hashes(html, INLINE_SCRIPT)],
          styles: ["'self'"],
          others: ["img-src 'self' data: blob:", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'"],
        }),
    },
  };
}

/** The policy of a page that holds everything: it reaches no address at all. The module stands in it as a `data:` URL. */
export function withSingleFilePolicy(html: string): string {
  return withPolicy(html, {
    scripts: hashes(html, INLINE_SCRIPT),
    styles: hashes(html.replace(INLINE_SCRIPT, ""), INLINE_STYLE),
    others: ["img-src data: blob:", "connect-src data:"],
  });
}
