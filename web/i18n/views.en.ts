/** English words of the pictures in web/views; the Chinese ones follow this type. */
export const viewsEn = {
  boundaryCaption: "Background: what the machine would say of a student with these scores.",
  boundarySlice: (held: string) => `One slice: ${held}.`,
  boundaryAlt: (x: string, y: string, outcome: string) =>
    `The machine's answer for every pair of scores, ${x} across, ${y} up, with the students drawn over it. ${outcome}`,
  boundaryAltOne: (x: string, outcome: string) =>
    `The machine's answer for every score in ${x}, with the students drawn over it. ${outcome}`,
  outcomeClasses: (right: number, wrong: number, unlabelled: number) =>
    `Students predicted right: ${right}; wrong: ${wrong}${unlabelled > 0 ? `; without a label: ${unlabelled}` : ""}.`,
  outcomeNumbers: (students: number) => `Students: ${students}.`,
  comma: ", ",
  noStudents: "No students yet.",
  horizontalAxis: "Across",
  verticalAxis: "Up",
  heldScore: (subject: string) => `${subject} held at`,
  target: "School",
  prediction: "Machine",
  unlabelled: "to be predicted",
  nameless: (row: number) => `Student ${row}`,
  legend: "Legend",
  legendUnlabelled: "no label: shape shows the prediction",
  legendHeldOut: "held out to test",
  legendLeftOut: "left out",
  legendWrong: "predicted wrong",
  weightsTitle: "Weights learned",
  subject: "Subject",
  weight: "Weight",
  bias: "Bias",
  threshold: "Threshold learned",
  sumToOne: "Weights are held to a sum of 1.",
  weightOf: (subject: string) => `Weight of ${subject}`,
  ofClass: (name: string, part: string) => `${name}: ${part}`,
  changeValue: (label: string, value: string) => `${label}: ${value}. Change it`,
  changeHint: "Press to type another number",
  dragHint: "Drag, or use the arrow keys",
  byHand: "Weights changed by hand; training goes on from there. Reset goes back to the start.",
  showRule: "Show the school's rule",
  noWay: "The way of the weights is drawn here once training has begun.",
  ruleScaled: "An award tells only how the weights compare: the marks are scaled to the sum of those learned.",
  passMark: (total: string) => `pass mark ${total}`,
};

export type ViewsMessages = typeof viewsEn;
