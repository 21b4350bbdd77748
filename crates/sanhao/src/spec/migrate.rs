//! Versions of the experiment's JSON, and the migration of an older one.
//!
//! Version 1 is the form of links, files and lessons that name no version. Version 2 renames two things:
//! `training.held_out` becomes `training.test_fraction`, and the scaling `hundredth` becomes `divide_by_100`.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::spec::error::Error;

/// The version of an experiment's form, [`Version::PRESENT`]. Written with every experiment; an experiment of another
/// version is not read before it is migrated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The version that is written.
    pub const PRESENT: u32 = 2;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Self::PRESENT)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            Self::PRESENT => Ok(Self),
            other => Err(D::Error::custom(unknown(other))),
        }
    }
}

/// An object with named values: JSON natively, a plain object in JavaScript. What a migration needs of one.
pub trait Document: Sized {
    /// The value of a field, if this is an object that has it.
    fn get(&self, field: &str) -> Option<Self>;
    /// Sets the value of a field.
    fn set(&mut self, field: &str, value: Self);
    /// Removes a field.
    fn remove(&mut self, field: &str);
    /// The text that this is, if it is one.
    fn text(&self) -> Option<String>;
    /// The number that this is, if it is one.
    fn number(&self) -> Option<f64>;
    /// A text.
    fn from_text(text: &str) -> Self;
    /// A whole number.
    fn from_number(number: u32) -> Self;
}

/// Brings an experiment of version 1, or a part of one, to the present version. A present one stays as it is.
///
/// # Errors
/// A number that is not a version known here; the new name of the test fraction beside the old one, which is as unknown in
/// version 1 as the old one is now.
pub fn migrate<D: Document>(experiment: &mut D) -> Result<(), Error> {
    if let Some(version) = experiment.get("version") {
        match version.number() {
            Some(1.0) => {}
            Some(number) if number != f64::from(Version::PRESENT) => {
                return Err(Error::malformed("version", unknown(number)));
            }
            // The reader refuses a version that is not a number.
            _ => return Ok(()),
        }
    }
    if let Some(mut training) = experiment.get("training")
        && let Some(fraction) = training.get("held_out")
    {
        if training.get("test_fraction").is_some() {
            let unknown = "unknown field `test_fraction`, expected `held_out`";
            return Err(Error::malformed("training.test_fraction", unknown));
        }
        training.set("test_fraction", fraction);
        training.remove("held_out");
        experiment.set("training", training);
    }
    if experiment.get("scaling").and_then(|scaling| scaling.text()).as_deref() == Some("hundredth") {
        experiment.set("scaling", D::from_text("divide_by_100"));
    }
    experiment.set("version", D::from_number(Version::PRESENT));
    Ok(())
}

fn unknown(version: impl fmt::Display) -> String {
    format!("{version} is not a version from 1 to {}", Version::PRESENT)
}

impl Document for serde_json::Value {
    fn get(&self, field: &str) -> Option<Self> {
        self.as_object()?.get(field).cloned()
    }

    fn set(&mut self, field: &str, value: Self) {
        if let Self::Object(fields) = self {
            fields.insert(field.to_owned(), value);
        }
    }

    fn remove(&mut self, field: &str) {
        if let Self::Object(fields) = self {
            fields.remove(field);
        }
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn from_text(text: &str) -> Self {
        text.into()
    }

    fn from_number(number: u32) -> Self {
        number.into()
    }
}
