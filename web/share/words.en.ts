/** English texts of sharing. The Chinese dictionary has this type. */
import type { ShareFault } from "./shared";

export const shareEn = {
  title: "Share this experiment",
  lead: "The link contains the whole experiment: table, model and settings. Nothing is sent to a server.",
  leadKept:
    "The link contains the whole experiment: table, model and settings, and also the secret rule, still hidden.",
  making: "Making the link …",
  copied: "Link copied. Whoever opens it sees this experiment.",
  byHand: "The browser does not allow the page to copy. The link is selected: copy it with Ctrl+C or ⌘C.",
  field: "Link",
  copy: "Copy link",
  save: "Save as file",
  tooLong: (kilobytes: string) =>
    `With so many students the link would be ${kilobytes} kB long, too long for messengers and mail. Save the experiment as a file instead: “Open” reads it, and it can be dropped on the page.`,
  failed: "This browser cannot create the link. Save the experiment as a file instead.",
  fileName: "sanhao-experiment.json",
  faults: {
    damaged: {
      link: "This link is damaged or incomplete",
      file: "This file is damaged or incomplete",
    },
    unlike: { link: "This link contains no experiment", file: "This JSON file contains no experiment" },
    newer: {
      link: "This link comes from a newer version of this page",
      file: "This file comes from a newer version of this page",
    },
  } satisfies Record<ShareFault, Record<"link" | "file", string>>,
};

export type ShareWords = typeof shareEn;
