//! Classes of students made to order: so many, with such scores, judged by a rule of one's own.

use serde::{Deserialize, Serialize};

use crate::data::school_tables::{AWARD, CLASSES, TOTAL, strong_or_ordinary, student, table, whole};
use crate::math::random::{Purpose, Random};
use crate::spec::check::{between, length, names};
use crate::spec::error::{Error, Quantity};
use crate::spec::table::{Table, Target};
use crate::spec::wire::wire;

/// A class of students to be made.
///
/// ```
/// use sanhao::{ClassMaker, Outcome, Scores, SecretRule};
///
/// let subjects = ["语文", "数学"].map(str::to_owned).to_vec();
/// let rule = SecretRule { weights: vec![0.4, 0.6], outcome: Outcome::Award { threshold: 90.0, noise: 0.0 } };
/// let class = ClassMaker { students: 50, subjects, scores: Scores::Article, rule, seed: 1 };
/// let table = class.make().unwrap();
/// assert_eq!((table.students.len(), table.classes.len()), (50, 2));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClassMaker {
    /// How many.
    pub students: usize,
    /// The subjects' names.
    pub subjects: Vec<String>,
    /// How their scores are drawn: whole points from 0 to 100.
    pub scores: Scores,
    /// What the school makes of them.
    pub rule: SecretRule,
    /// Start of every random choice.
    pub seed: u32,
}

/// How scores are drawn: whole points from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "scores_wire::ScoresWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Scores {
    /// Strong and ordinary students by turns: 93 to 100, 60 to 100.
    Article,
    /// Every whole score of a range equally often.
    Uniform {
        /// The least score, from 0.
        low: u32,
        /// The largest, to 100.
        high: u32,
    },
    /// Normal, rounded to whole points and kept within 0 to 100.
    Normal {
        /// From 0 to 100.
        mean: f64,
        /// From 0 to 100.
        deviation: f64,
    },
}

/// What the school makes of scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SecretRule {
    /// One a subject, within ±100; their sum need not be one.
    pub weights: Vec<f64>,
    /// What becomes of the weighted total.
    pub outcome: Outcome,
}

/// What becomes of the weighted total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "outcome_wire::OutcomeWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Outcome {
    /// The total is the target, to a hundredth of a point.
    Total {
        /// The standard deviation of a normal error in points, from 0 to 100.
        noise: f64,
    },
    /// An award from a total on.
    Award {
        /// The total from which on.
        threshold: f64,
        /// The part of the students who are told the wrong thing, from 0 to ½.
        noise: f64,
    },
}

impl ClassMaker {
    /// Makes the class: the same for the same seed, everywhere. What is noise changes no score.
    ///
    /// # Errors
    /// The first value that breaks a rule, with its path: `rule.weights: 2 weights, 3 expected`.
    pub fn make(&self) -> Result<Table, Error> {
        self.check().map_err(|error| *error)?;
        let mut random = Random::new(self.seed, Purpose::School);
        let (mut students, totals): (Vec<_>, Vec<_>) = (0..self.students)
            .map(|i| {
                let scores: Vec<f64> =
                    self.subjects.iter().map(|_| self.scores.draw(&mut random, i)).collect();
                let total = self.rule.total(&scores);
                (student(i, scores, None), total)
            })
            .unzip();
        let targets = self.rule.outcome.targets(totals, self.seed);
        students.iter_mut().zip(targets).for_each(|(student, target)| student.target = Some(target));
        Ok(match self.rule.outcome {
            Outcome::Total { .. } => table(&self.subjects, TOTAL, &[], students),
            Outcome::Award { .. } => table(&self.subjects, AWARD, &CLASSES, students),
        })
    }

    fn check(&self) -> Result<(), Box<Error>> {
        between(&"students", self.students as f64, 1.0, Table::MAX_STUDENTS as f64)?;
        names(&"subjects", &self.subjects, Quantity::Subjects, Table::MAX_SUBJECTS)?;
        match self.scores {
            Scores::Article => {}
            Scores::Uniform { low, high } => {
                between(&"scores.low", f64::from(low), 0.0, 100.0)?;
                between(&"scores.high", f64::from(high), f64::from(low), 100.0)?;
            }
            Scores::Normal { mean, deviation } => {
                between(&"scores.mean", mean, 0.0, 100.0)?;
                between(&"scores.deviation", deviation, 0.0, 100.0)?;
            }
        }
        length(&"rule.weights", self.rule.weights.len(), self.subjects.len(), Quantity::Weights)?;
        for (i, &weight) in self.rule.weights.iter().enumerate() {
            between(&format_args!("rule.weights[{i}]"), weight, -100.0, 100.0)?;
        }
        match self.rule.outcome {
            Outcome::Total { noise } => between(&"rule.outcome.noise", noise, 0.0, 100.0),
            Outcome::Award { threshold, noise } => {
                let largest = Table::LARGEST_SCORE;
                between(&"rule.outcome.threshold", threshold, -largest, largest)?;
                between(&"rule.outcome.noise", noise, 0.0, 0.5)
            }
        }
    }
}

impl Scores {
    fn draw(&self, random: &mut Random, student: usize) -> f64 {
        match *self {
            Self::Article => whole(random, &strong_or_ordinary(student)),
            Self::Uniform { low, high } => whole(random, &(low as u8..=high as u8)),
            Self::Normal { mean, deviation } => {
                libm::round(mean + deviation * random.normal()).clamp(0.0, 100.0)
            }
        }
    }
}

impl SecretRule {
    /// The total of a student's scores, to a hundredth of a point.
    fn total(&self, scores: &[f64]) -> f64 {
        hundredth(self.weights.iter().zip(scores).map(|(weight, score)| weight * score).sum())
    }
}

impl Outcome {
    fn targets(&self, totals: Vec<f64>, seed: u32) -> Vec<Target> {
        let mut random = Random::new(seed, Purpose::Noise);
        match *self {
            Self::Total { noise } => totals
                .into_iter()
                .map(|total| Target::Number(hundredth(total + noise * random.normal())))
                .collect(),
            Self::Award { threshold, noise } => {
                let mut awarded: Vec<bool> = totals.into_iter().map(|total| total >= threshold).collect();
                let mut order: Vec<usize> = (0..awarded.len()).collect();
                random.shuffle(&mut order);
                let wrong = libm::round(noise * order.len() as f64) as usize;
                order[..wrong].iter().for_each(|&i| awarded[i] = !awarded[i]);
                awarded.into_iter().map(|yes| Target::Class(CLASSES[usize::from(yes)].into())).collect()
            }
        }
    }
}

fn hundredth(number: f64) -> f64 {
    libm::round(number * 100.0) / 100.0
}

mod scores_wire {
    super::wire! {
        ScoresWire for Scores { low: u32, high: u32, mean: f64, deviation: f64 }
        Article {}
        Uniform { low, high }
        Normal { mean, deviation }
    }
}

mod outcome_wire {
    super::wire! {
        OutcomeWire for Outcome { threshold: f64, noise: f64 }
        Total { noise }
        Award { threshold, noise }
    }
}
