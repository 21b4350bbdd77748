//! What is wrong, where, and with which value: one error for everything a person can put in.

use std::fmt;

use serde::Serialize;

/// A value that the core refuses: its location, the value, and the rule it breaks.
///
/// Its text reads as a sentence, `training.learning_rate: -1 is not a positive finite number` or
/// `row 7, column "智育": "九十" is not a number`; its fields serve a page that says the same in another language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "CoreError"))]
#[non_exhaustive]
pub struct Error {
    /// The location of the value.
    pub location: Location,
    /// The value as a person would write it; text in quotation marks, shortened when long.
    pub value: String,
    /// The rule it breaks.
    pub rule: Rule,
}

/// The location of a refused value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ErrorLocation"))]
#[non_exhaustive]
pub enum Location {
    /// A field of the experiment, by its path: `table.students[3].scores[1]`.
    Field {
        /// Field names and indices from 0, as in JavaScript.
        path: String,
    },
    /// A cell of a CSV file.
    Cell {
        /// The line a spreadsheet shows it in: the header is row 1.
        row: usize,
        /// The header's word.
        column: String,
    },
    /// A row of a CSV file.
    Row {
        /// The line a spreadsheet shows it in: the header is row 1.
        row: usize,
    },
    /// A column of a CSV file.
    Column {
        /// The header's word.
        column: String,
    },
    /// The CSV file as a whole.
    File,
}

/// The rules that values are held to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "each rule's sentence stands in its Display")]
#[non_exhaustive]
pub enum Rule {
    Number,
    Finite,
    Positive,
    Between {
        low: f64,
        high: f64,
    },
    AtLeast {
        low: usize,
        what: Quantity,
    },
    AtMost {
        high: usize,
        what: Quantity,
    },
    Unique,
    NotEmpty,
    KnownClass,
    Length {
        expected: usize,
        what: Quantity,
    },
    Ragged {
        expected: usize,
    },
    Header,
    Utf8,
    ClassesForLoss,
    ClassesForSoftmax,
    ProbabilitiesForLoss,
    /// Categorical cross-entropy needs a softmax.
    SoftmaxForLoss,
    Malformed {
        message: String,
    },
}

/// The quantity that a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the words say it")]
#[non_exhaustive]
pub enum Quantity {
    Students,
    LabelledStudents,
    Subjects,
    Classes,
    Columns,
    Layers,
    Weights,
    Biases,
    Scores,
    Multiplications,
    Letters,
    Runs,
    Axes,
}

impl Error {
    /// A field of the experiment breaks a rule.
    pub(crate) fn field(path: impl Into<String>, value: impl fmt::Display, rule: Rule) -> Self {
        Self { location: Location::Field { path: path.into() }, value: value.to_string(), rule }
    }

    /// A value that cannot be read as an experiment or a table: the path of the field that does not fit, and the
    /// reader's message.
    pub fn malformed(path: impl fmt::Display, message: impl fmt::Display) -> Self {
        let path = path.to_string();
        let path = if path == "." { String::new() } else { path };
        Self::field(path, "", Rule::Malformed { message: message.to_string() })
    }
}

/// A number as a person would write it, in the fewest digits that mean it: 85, 0.1, and 1e308 instead of 309 digits.
pub(crate) fn written(number: f64) -> String {
    let size = number.abs();
    if size >= 1e16 && size.is_finite() || size > 0.0 && size < 1e-5 {
        format!("{number:e}")
    } else {
        number.to_string()
    }
}

/// Text in quotation marks, cut after 40 characters: a message stays a sentence whatever was pasted.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)) {
        Some(beginning) => format!("\"{beginning}…\""),
        None => format!("\"{text}\""),
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Location::Field { path } if path.is_empty() => {}
            Location::Field { path } => write!(f, "{path}: ")?,
            Location::Cell { row, column } => write!(f, "row {row}, column {}: ", quoted(column))?,
            Location::Row { row } => write!(f, "row {row}: ")?,
            Location::Column { column } => write!(f, "column {}: ", quoted(column))?,
            Location::File => write!(f, "file: ")?,
        }
        if !self.value.is_empty() {
            write!(f, "{} ", self.value)?;
        }
        self.rule.fmt(f)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => write!(f, "is not a number"),
            Self::Finite => write!(f, "is not a finite number"),
            Self::Positive => write!(f, "is not a positive finite number"),
            Self::Between { low, high } => {
                write!(f, "is not a number from {} to {}", written(*low), written(*high))
            }
            Self::AtLeast { low, what } => write!(f, "{what}, at least {low} needed"),
            Self::AtMost { high, what } => write!(f, "{what}, at most {high} allowed"),
            Self::Unique => write!(f, "stands there twice"),
            Self::NotEmpty => write!(f, "is empty"),
            Self::KnownClass => write!(f, "is not one of the classes"),
            Self::Length { expected, what } => write!(f, "{what}, {expected} expected"),
            Self::Ragged { expected } => write!(f, "cells, where the header has {expected}"),
            Self::Header => write!(f, "is a number, but the first row must name the columns"),
            Self::Utf8 => write!(f, "is not UTF-8 text"),
            Self::ClassesForLoss => write!(f, "needs a table with classes, this one has numbers"),
            Self::ClassesForSoftmax => write!(f, "needs a table with classes, this one has numbers"),
            Self::SoftmaxForLoss => write!(f, "needs the output softmax for more than two classes"),
            Self::ProbabilitiesForLoss => write!(f, "needs probabilities: an output of sigmoid or softmax"),
            Self::Malformed { message } => write!(f, "{message}"),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Students => "students",
            Self::LabelledStudents => "students with a target to learn from",
            Self::Subjects => "subjects",
            Self::Classes => "classes",
            Self::Columns => "columns",
            Self::Layers => "layers",
            Self::Weights => "weights",
            Self::Biases => "biases",
            Self::Scores => "scores",
            Self::Multiplications => "multiplications for a look at every student",
            Self::Letters => "letters",
            Self::Axes => "settings that differ",
            Self::Runs => "runs of this size at once",
        })
    }
}
