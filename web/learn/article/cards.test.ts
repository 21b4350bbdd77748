import { expect, test } from "vitest";
import { PICTURES } from "../../pictures";
import { CARDS, readGuesses, rightGuess, writtenGuesses } from "./cards";

test("each of the 38 claims has a card with a verdict and an existing picture", () => {
  expect(CARDS.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
  for (const card of CARDS) {
    expect(["true", "loose", "partly", "wrong"]).toContain(card.verdict);
    expect(PICTURES.map(({ name }) => name)).toContain(card.picture);
    for (const said of [card.claim, card.look, card.why]) {
      expect(said.zh).toMatch(/\p{Script=Han}/u);
      expect(said.en).not.toMatch(/\p{Script=Han}|[@#]/u);
    }
  }
});

test("guesses are stored, and an invalid value is dropped", () => {
  expect(readGuesses(writtenGuesses({ 9: "wrong", 10: "right" }))).toEqual({ 9: "wrong", 10: "right" });
  for (const broken of [null, "", "{", "[]", '{"version":2,"guesses":{"9":"wrong"}}', '{"version":1,"guesses":7}']) {
    expect(readGuesses(broken)).toEqual({});
  }
  expect(readGuesses('{"version":1,"guesses":{"9":"maybe","99":"wrong","3":"half"}}')).toEqual({ 3: "half" });
});

test("loose and partly true claims count as half right", () => {
  expect((["true", "loose", "partly", "wrong"] as const).map(rightGuess)).toEqual(["right", "half", "half", "wrong"]);
});
