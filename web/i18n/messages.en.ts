/** Every sentence of the page in English; the Chinese dictionary follows this type. */

import type { Output } from "../engine/engine";
import type { FieldWords, OptionWords } from "./options";
import { fieldsEn, optionsEn } from "./settings.en";

export const en = {
  title: "Sanhao · watch a machine find a school's secret weights",
  brand: "Sanhao",
  lessons: "Lessons",
  comma: ", ",
  locked: "locked by whoever prepared this page",
  loading: "Loading the training core …",
  loadFailed: "The training core could not be loaded. Check the connection, then reload.",
  tooOld:
    "This browser cannot run the training core: WebAssembly SIMD is missing or switched off. Use a newer browser.",
  unstyled: "The styles of the page could not be loaded. Check the connection, then reload.",
  trapped: "The training core has failed and stopped. Reload the page: the experiment is kept.",
  reload: "Reload",
  skipToPlay: "Skip to play",

  cases: {
    label: "Case",
    task: "Task",
    names: { weights: "Weights", award: "Award", honours: "Honours", layers: "Layers" },
    tasks: {
      weights:
        "Each total is three scores × secret weights. Press play: does the machine find them? Then change a score.",
      award: "You see who got the award, not the pass mark. Press play and watch the line; then switch an award.",
      honours: "Students with “?” have no honour yet. Press play: what does the machine give them? Then leave one out.",
      own: "Your own table. Press play and see what the machine learns; then change a setting and compare.",
      layers: "The award is for exactly one excellent subject. Press play; then remove the hidden layer and compare.",
    },
  },

  transport: {
    label: "Training",
    play: "Play",
    pause: "Pause",
    step: "One step",
    reset: "Reset",
    epoch: "Epoch",
    updates: "Steps",
    speed: "Speed",
    perSecond: (updates: string) => `${updates}/s`,
    fastest: "Max",
  },

  status: {
    label: "Status",
    ready: { name: "Ready", advice: "Press play: the machine learns." },
    running: { name: "Training", advice: "Each step moves the weights to lower the loss." },
    runningOn: { name: "Training", advice: "Not done yet: wait, or choose a higher speed." },
    slow: {
      name: "Slow",
      advice: (share: string) => `A thousand steps lower the loss by only ${share}.`,
      still: "Not there yet, but hardly anything moves.",
      stillRight: "All in training are right; the loss hardly changes.",
    },
    allRight: "Every student in training is judged right.",
    minimum: {
      name: "At a minimum",
      accuracy: (right: string, all: string) => `${right} of ${all} in training are right; small changes hardly help.`,
      error: (error: string) => `Largest error ${error}; small changes hardly help.`,
    },
    separable: {
      name: "All judged right",
      advice: "You may stop: larger weights help less and less.",
      heldOut: (right: string, all: string) => `That is in training; of the ${all} held out, ${right} are right.`,
    },
    swinging: {
      name: "Swinging",
      advice: (low: string, high: string) => `The loss swings from ${low} to ${high}: steps too long.`,
      worse: (low: string, high: string) => `The loss swings from ${low} to ${high}, above its start.`,
    },
    worse: {
      name: "Getting worse",
      advice: "The loss is above its start: lower the learning rate.",
    },
    paused: { name: "Paused", advice: "Press play to go on, or take single steps." },
    same_for_all: {
      name: "All the same",
      advice: "Nothing is learned: every student gets the same output.",
    },
    past: {
      name: "Looking back",
      advice: "Play goes the same way; a new setting starts another.",
    },
    forked: { name: "Another way", advice: "New settings from this step on; reset goes to the start." },
    replaying: { name: "Once more", advice: "The same way again, every step as it was." },
    stuck: { name: "Stuck", advice: "Not there yet, but every slope is 0: no weight can move." },
    diverged: {
      name: "Diverged",
      advice: "The weights ran away; training has stopped.",
    },
  },

  share: { name: "Share", long: "Copies a link to this experiment" },

  language: { label: "Language", zh: "中文", en: "English" },
  theme: {
    label: (name: string) => `Theme: ${name}`,
    names: { system: "system", light: "light", dark: "dark" },
  },
  /** Announcements for screen readers. */
  spoken: {
    running: (epoch: string, loss: string) => `Epoch ${epoch}, loss ${loss}.`,
    changed: (what: string) => `Now: ${what}. Training restarts.`,
    rate: (rate: string) => `The learning rate is now ${rate}.`,
    table: "The table has changed. Training restarts.",
  },

  help: { label: "Keys", close: "Close", space: "Space" },

  data: {
    title: "Data",
    include: "In",
    includeLong: "Takes part in training",
    name: "Student",
    prediction: "Prediction",
    student: (name: string) => `student ${name}`,
    select: (name: string) => `Show ${name} in the pictures`,
    includeStudent: (name: string) => `${name} takes part in training`,
    nameOf: (name: string) => `Name of ${name}`,
    cellOf: (name: string, column: string) => `${name}, ${column}`,
    row: (row: number) => `row ${row}`,
    toPredict: "?",
    toPredictLong: "? to be predicted",
    unlabelledOnly: (count: number): string =>
      count === 1 ? "Only the one to predict" : `Only the ${count} to predict`,
    removeStudent: (name: string) => `Remove ${name}`,
    remove: "Remove",
    add: "Add student",
    addShort: "Add",
    addLong: "Adds a student below the selected one (Ctrl+Enter in the table)",
    newName: (index: number) => `Student ${index}`,
    count: (students: number, training: number) => {
      if (students !== training) return `${training} of ${students} in training`;
      return students === 1 ? "1 student" : `${students} students`;
    },
    heldOut: "held out",
    open: "Open",
    make: "Make a class",
    makeShort: "Make",
    makeLong: "Makes a class of students by a secret rule of your own",
    openLong:
      "Opens an Excel workbook, a CSV file or a saved experiment; it can also be dropped or pasted anywhere on the page",
    paste: "Paste a score sheet",
    pasteShort: "Paste",
    pasteLong: "Pastes scores copied in Excel, in WPS or on a web page",
    save: "Save table or run",
    saveShort: "Save",
    example: "Example",
    exampleLong: "Restores the example of this case",
    drop: "Drop the file to open it",
    empty: "No students yet. Add one, or open a CSV file.",
    wrong: "wrong prediction",
    right: "correct prediction",
    noPrediction: "no prediction",
    noScore: "no score: not trained on, not predicted",
    noTarget: "result unknown: not trained on, only predicted",
    error: "Error",
    grid: "Students",
    gridHint:
      "Arrow keys move, typing replaces, F2 edits, Enter takes and goes down, Escape gives up, Delete empties a score or leaves a target to be predicted. Ctrl+Enter adds a student, Ctrl+Delete removes.",
    sortBy: (column: string) => `Sort by ${column}`,
    copied: (rows: number, columns: number) => `Copied ${rows} × ${columns} cells.`,
    pasted: (rows: number, columns: number) => `Pasted ${rows} × ${columns} cells.`,
    pullsUp: (subject: string) => `moves the weight of ${subject} up`,
    pullsDown: (subject: string) => `moves the weight of ${subject} down`,
    pullsOutputUp: "moves the output up",
    pullsOutputDown: "moves the output down",
    pulls: "which way, and how far, this student moves each subject's weight",
    pullsOutput: "which way, and how far, this student moves the output",
    subjects: "Subjects",
    subject: "Subject",
    addSubject: "Adds a subject with a score of 80 for every student",
    newSubject: "New",
    addIrrelevant: "Irrelevant subject",
    irrelevant: "Irrelevant",
    addIrrelevantLong: "Adds a subject with random scores, unrelated to the target",
    irrelevantName: "Luck",
    removeSubject: (name: string) => `Remove the subject ${name}`,
    subjectName: "Name of the subject",
    classes: "Classes",
    class: "Class",
    addClass: "Adds an empty class",
    newClass: "New class",
    removeClass: (name: string) => `Remove the class ${name}; its students lose their target`,
    className: "Name of the class",
    classColour: "Colour of the class",
    yes: "yes",
    yesLong: {
      sigmoid: "The yes: the machine's output is the probability of this class",
      linear: "The yes: an output of 1 stands for this class, 0 for the other one",
      softmax: "The yes of the two classes; the machine has one output for the probability of each",
    } satisfies Record<Output, string>,
    makeYes: (name: string) => `Make ${name} the yes`,
    hues: ["orange", "blue", "magenta", "green", "violet", "olive", "cyan", "red"],
    changePart: (name: string) => `Change ${name}`,
    done: "Done",
    undo: "Undo",
    redo: "Redo",
  },

  model: {
    title: "Model",
    more: "More settings",
    rateSlider: "Learning rate, logarithmic slider",
    layer: (index: number) => `Layer ${index}`,
    units: (index: number) => `Neurons of hidden layer ${index}`,
    activation: (index: number) => `Activation of hidden layer ${index}`,
    addLayer: "Add hidden layer",
    removeLayer: (index: number) => `Remove hidden layer ${index}`,
    sumToOne: "Sum to one",
    noLayers: "none",
    noLayersLong: "Scores go straight to the output.",
    allStudents: "all",
    batchHint: "Empty: all students in one step",
    needsClasses: "Needs a table whose targets are classes",
    givenHint: "Loaded with the experiment",
  },

  output: {
    title: "Output",
    curve: "Loss curve",
    loss: "Loss",
    accuracy: "Accuracy",
    heldOutAccuracy: "Validation accuracy",
    rate: "Current rate",
  },

  /** Parts that are loaded when they are opened. */
  part: {
    loading: "Loading …",
    failed: "This part could not be loaded. Check the connection.",
    broken: (error: string) => `This part has come, but does not start. That is a defect of the page (${error}).`,
    again: "Try again",
    reload: "Reload the page (the experiment is kept)",
  },
  showing: {
    failed: "This part of the page cannot show this experiment. That is a defect of the page.",
    back: "Back to the last experiment",
  },

  pictures: {
    label: "Pictures",
  },

  fields: fieldsEn as FieldWords,
  options: optionsEn as OptionWords,
};

export type Messages = typeof en;
