//! The table: students, their scores in the subjects, and what the school said of them.

use serde::{Deserialize, Serialize};

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
    /// One score a subject, in score points.
    pub scores: Vec<f64>,
    /// What the school said; none = to be predicted.
    pub target: Option<Target>,
    /// Whether the student takes part in training; one left out is only predicted.
    pub included: bool,
}

/// What the school said of a student.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Target {
    /// A total, in score points.
    Number(f64),
    /// A class, by its name.
    Class(String),
}

impl Table {
    /// The most students a table holds.
    pub const MAX_STUDENTS: usize = 20_000;
    /// The most subjects a table holds.
    pub const MAX_SUBJECTS: usize = 32;
    /// The most classes a table tells apart.
    pub const MAX_CLASSES: usize = 16;
    /// Scores and totals lie between −1e6 and 1e6: beyond, 32-bit squares lose the points behind the comma.
    pub const LARGEST_SCORE: f64 = 1e6;
}
