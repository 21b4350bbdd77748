/** English texts of the dialog that shares. The Chinese dictionary has this type. */
export const shareEn = {
  title: "Share this experiment",
  lead: "The link contains the whole experiment: table, model, settings, and the picture you are looking at. Nothing is sent to a server.",
  leadKept:
    "The link contains the whole experiment: table, model, settings, the picture you are looking at, and the secret rule, still hidden.",
  present: "Open it as a presentation (large, for a projector)",
  lesson: "Begin the lesson that is open here, with its own experiment",
  making: "Making the link …",
  copied: "Link copied. Whoever opens it sees this experiment.",
  copiedHere: "Link copied. It opens on this computer only: the page is a file here.",
  handOut:
    "For others, hand out the page’s file with the saved experiment. They can also paste the link into the page.",
  byHand: "The browser does not allow the page to copy. The link is selected: copy it with Ctrl+C or ⌘C.",
  field: "Link",
  copy: "Copy link",
  save: "Save as file",
  tooLong: (kilobytes: string) =>
    `With so many students the link would be ${kilobytes} kB long, too long for messengers and mail. Save the experiment as a file instead: “Open” reads it, and it can be dropped on the page.`,
  failed: "This browser cannot create the link. Save the experiment as a file instead.",
  qr: "As a QR code",
  qrLong: "QR code of the link",
  qrTooLong: (letters: string, limit: string) =>
    `The link has ${letters} characters; cameras read a QR code of up to ${limit}. With fewer students it is shorter.`,
  embed: "In another web page",
  embedLong: "Paste this where your page takes HTML, such as a page of a learning platform.",
  offline: "No internet in the classroom? The whole page fits into one file, which runs by double click.",
  saveOffline: "Save the page for offline use",
  platform: "A learning platform such as Moodle? As a package (SCORM 1.2) the lessons report how far a pupil is.",
  savePlatform: "Save the package",
  notDownloaded: "The file did not come. Check the connection and press again.",
  fileName: "sanhao-experiment.json",
};

export type ShareWords = typeof shareEn;
