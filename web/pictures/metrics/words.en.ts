/** English words of the metrics; the Chinese ones follow this type. */
export const metricsEn = {
  label: "Metrics",
  training: "Training",
  heldOut: "Held out",
  students: "Students",
  accuracy: "Accuracy",
  auc: "AUC",
  r2: "R²",
  meanAbsoluteError: "Mean absolute error",
  rootMeanSquareError: "Root mean square error",
  largestError: "Largest error",
  confusion: (group: string) => `Who is taken for what: ${group}`,
  matrix: (group: string, students: number) => `${group}: ${students} students`,
  school: "School ↓ machine →",
  precision: "Precision",
  recall: "Recall",
  cell: (students: number, school: string, machine: string) =>
    `${students} of the school's ${school}, taken for ${machine}`,
  noHeldOut: "Are students whom the machine never saw predicted as well? Hold some out to test it.",
  tooFew: (students: number) => `With ${students} students or more some can be held out, to test the machine on them.`,
  holdOut: "Hold out 20%",
  none: "No student has a target yet.",
  definitions: "How they are computed",
  define: {
    accuracy: "the part of the students whose class is predicted right",
    auc: "the chance that of one student of each class the second class's gets the higher probability; ½ is guessing",
    precision: "of those whom the machine puts into the class, the part that belongs there",
    recall: "of those who belong to the class, the part that the machine finds",
    r2: "how much of the targets' spread is explained: 1 is all, 0 is no better than always saying the mean",
    meanAbsoluteError: "the mean of |prediction − target|",
    rootMeanSquareError: "the root of the mean of (prediction − target)², which minds large errors more",
    largestError: "the largest |prediction − target|",
  },
};

export type MetricsMessages = typeof metricsEn;
