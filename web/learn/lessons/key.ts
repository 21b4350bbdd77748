/** Where progress in the lessons is stored. */
export const LESSONS_KEY = "sanhao.lessons";
