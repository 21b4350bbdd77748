/** The cards of the article on trial, from cards.json. Tests of the core run each card and check its numbers. */
import type { Preset } from "../../engine/engine";
import type { PictureName } from "../../pictures";
import type { Said, Start } from "../lessons/lesson";
import written from "./cards.json";

export type Verdict = "true" | "loose" | "partly" | "wrong";

/** A learner's guess about a claim. */
export type Guess = "right" | "half" | "wrong";

export interface Card {
  /** The number of the claim in the article, from 1. */
  readonly number: number;
  readonly verdict: Verdict;
  readonly start: Start;
  /** The number of updates after which the numbers of the verdict are reached. */
  readonly updates: number;
  /** The picture in which the claim can be checked. */
  readonly picture: PictureName;
  readonly claim: Said;
  /** What to look at. */
  readonly look: Said;
  /** The reason for the verdict. */
  readonly why: Said;
}

export const CARDS: readonly Card[] = written.cards.map((card) => ({
  ...card,
  verdict: card.verdict as Verdict,
  picture: card.picture as PictureName,
  start: {
    preset: card.start.preset as Preset,
    csv: "csv" in card.start ? (card.start.csv ?? null) : null,
    change: "change" in card.start ? (card.start.change ?? {}) : {},
    speed: null,
  },
}));

/** The guess that matches a verdict. */
export function rightGuess(verdict: Verdict): Guess {
  if (verdict === "true") return "right";
  return verdict === "wrong" ? "wrong" : "half";
}

/** Guesses by the number of the claim. */
export type Guesses = Readonly<Record<number, Guess>>;

const GUESSES: readonly Guess[] = ["right", "half", "wrong"];

/** Reads stored guesses; none if the text is invalid. */
export function readGuesses(text: string | null): Guesses {
  try {
    const kept: unknown = JSON.parse(text ?? "");
    if (typeof kept !== "object" || kept === null || !("version" in kept) || kept.version !== 1) return {};
    if (!("guesses" in kept) || typeof kept.guesses !== "object" || kept.guesses === null) return {};
    const entries = Object.entries(kept.guesses).filter(
      ([number, guess]) => CARDS.some((card) => String(card.number) === number) && GUESSES.includes(guess),
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

export function writtenGuesses(guesses: Guesses): string {
  return JSON.stringify({ version: 1, guesses });
}
