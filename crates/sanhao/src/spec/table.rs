//! The table: students, their scores in the subjects, and what the school said of them.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

/// Students, their scores and their targets, as a person sees them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Table {
    /// The subjects' names, one a feature.
    pub subjects: Vec<String>,
    /// What the target column is called.
    pub target: String,
    /// The classes' names where targets are classes (two or more; of two, the second is the "yes"); empty where
    /// targets are numbers.
    #[serde(default)]
    pub classes: Vec<String>,
    /// The students, in the order shown.
    pub students: Vec<Student>,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Student {
    /// Any text; need not be unique.
    pub name: String,
    /// One score a subject, in score points; `None`, in JSON `null`, for a missing one. A student with a missing score is
    /// neither trained on nor predicted.
    pub scores: Vec<Option<f64>>,
    /// What the school said; none = to be predicted.
    pub target: Option<Target>,
    /// Whether the student takes part in training; one left out is only predicted. True by default.
    #[serde(default = "yes")]
    pub included: bool,
}

/// What the school said of a student.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Target {
    /// A total, in score points.
    Number(f64),
    /// A class, by its name.
    Class(String),
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrClass;

        impl Visitor<'_> for NumberOrClass {
            type Value = Target;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or the name of a class")
            }

            fn visit_f64<E>(self, number: f64) -> Result<Target, E> {
                Ok(Target::Number(number))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Target, E> {
                Ok(Target::Number(number as f64))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Target, E> {
                Ok(Target::Number(number as f64))
            }

            fn visit_str<E>(self, class: &str) -> Result<Target, E> {
                Ok(Target::Class(class.to_owned()))
            }
        }

        deserializer.deserialize_any(NumberOrClass)
    }
}

/// The default of a field that is true by default.
pub(crate) fn yes() -> bool {
    true
}

impl Student {
    /// Whether the student has a score in every subject.
    pub fn is_complete(&self) -> bool {
        self.scores.iter().all(Option::is_some)
    }

    /// Every score, or `None` where one is missing.
    pub fn complete_scores(&self) -> Option<Vec<f64>> {
        self.scores.iter().copied().collect()
    }
}

impl Table {
    /// The most students a table holds.
    pub const MAX_STUDENTS: usize = 20_000;
    /// The most subjects a table holds.
    pub const MAX_SUBJECTS: usize = 32;
    /// The most classes a table tells apart.
    pub const MAX_CLASSES: usize = 16;
    /// The most letters of a subject's, class's, student's or the target's name: a page that shows millions stands still.
    pub const MAX_NAME_LENGTH: usize = 10_000;
    /// Scores and totals lie between −1e6 and 1e6: beyond, 32-bit squares lose the points behind the comma.
    pub const LARGEST_SCORE: f64 = 1e6;
}
