//! What a table becomes before a network sees it, and where tables come from.
//!
//! - `dataset`: scaled features and targets as arrays, and each student's role; `scaler`: the scaling and its inverse.
//! - `batches`: the same students packed four to a vector, in the order in which an epoch takes them;
//!   `quad_batches`: the same for four runs side by side.
//! - `csv`: tables from text and back; `yes_no`: which of two classes is the yes; `arrays`: tables from arrays.
//! - `presets`: the four cases; `class_maker`: made-up classes; `school_tables`: the students that both draw by lot.

pub(crate) mod arrays;
pub(crate) mod batches;
pub(crate) mod class_maker;
pub(crate) mod csv;
pub(crate) mod dataset;
pub(crate) mod presets;
pub(crate) mod quad_batches;
pub(crate) mod scaler;
pub(crate) mod school_tables;
pub(crate) mod yes_no;

pub use self::class_maker::{ClassMaker, Outcome, Scores, SecretRule};
pub use self::dataset::Role;
pub use self::presets::Preset;
