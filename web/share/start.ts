/** What a link's fragment begins with where it carries an experiment. */
export const START = "#e=";
