//! The check of a table.

use std::fmt::Display;

use super::{Checked, at_least, at_most, broken, length};
use crate::spec::error::{Quantity, Rule, quoted, written};
use crate::spec::table::{Student, Table, Target};

/// Checks a table by itself.
pub(crate) fn check_table(table: &Table) -> Checked {
    names(&"table.subjects", &table.subjects, Quantity::Subjects, Table::MAX_SUBJECTS)?;
    name_length(&"table.target", &table.target)?;
    if !table.classes.is_empty() {
        at_least(&"table.classes", table.classes.len(), 2, Quantity::Classes)?;
        names(&"table.classes", &table.classes, Quantity::Classes, Table::MAX_CLASSES)?;
    }
    at_most(&"table.students", table.students.len(), Table::MAX_STUDENTS, Quantity::Students)?;
    for (i, student) in table.students.iter().enumerate() {
        check_student(&format_args!("table.students[{i}]"), student, table)?;
    }
    let labelled = |student: &&Student| student.included && student.target.is_some() && student.is_complete();
    let labelled = table.students.iter().filter(labelled).count();
    at_least(&"table.students", labelled, 1, Quantity::LabelledStudents)
}

fn check_student(path: &dyn Display, student: &Student, table: &Table) -> Checked {
    name_length(&format_args!("{path}.name"), &student.name)?;
    length(&format_args!("{path}.scores"), student.scores.len(), table.subjects.len(), Quantity::Scores)?;
    for (j, score) in student.scores.iter().enumerate() {
        if let Some(score) = *score {
            check_score_at(&format_args!("{path}.scores[{j}]"), score)?;
        }
    }
    let wrong = |value: &dyn Display, rule| Err(broken(&format_args!("{path}.target"), value, rule));
    match &student.target {
        Some(Target::Number(number)) if table.classes.is_empty() => {
            check_score(*number).or_else(|rule| wrong(&written(*number), rule))
        }
        Some(Target::Number(number)) => wrong(&written(*number), Rule::KnownClass),
        Some(Target::Class(class)) if table.classes.is_empty() => wrong(&quoted(class), Rule::Number),
        Some(Target::Class(class)) if !table.classes.contains(class) => {
            wrong(&quoted(class), Rule::KnownClass)
        }
        Some(Target::Class(_)) | None => Ok(()),
    }
}

pub(crate) fn check_score_at(path: &dyn Display, score: f64) -> Checked {
    check_score(score).map_err(|rule| broken(path, &written(score), rule))
}

/// Whether a number can be a score or a total.
pub(crate) fn check_score(score: f64) -> Result<(), Rule> {
    let largest = Table::LARGEST_SCORE;
    match score {
        _ if !score.is_finite() => Err(Rule::Finite),
        _ if score.abs() > largest => Err(Rule::Between { low: -largest, high: largest }),
        _ => Ok(()),
    }
}

pub(crate) fn names(path: &dyn Display, names: &[String], what: Quantity, most: usize) -> Checked {
    at_least(path, names.len(), 1, what)?;
    at_most(path, names.len(), most, what)?;
    for (i, name) in names.iter().enumerate() {
        name_length(&format_args!("{path}[{i}]"), name)?;
        // Two names that differ in the spaces around them look alike, and are alike in a CSV file.
        let rule = match name.trim() {
            "" => Rule::NotEmpty,
            trimmed if names[..i].iter().any(|other| other.trim() == trimmed) => Rule::Unique,
            _ => continue,
        };
        return Err(broken(&format_args!("{path}[{i}]"), &quoted(name), rule));
    }
    Ok(())
}

fn name_length(path: &dyn Display, name: &str) -> Checked {
    let most = Table::MAX_NAME_LENGTH;
    // Letters are counted only where there may be too many: no letter is shorter than a byte.
    if name.len() <= most { Ok(()) } else { at_most(path, name.chars().count(), most, Quantity::Letters) }
}
