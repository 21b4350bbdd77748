//! The school: makes students and awards them by rules that the learner is to find.

use std::ops::RangeInclusive;

use crate::math::random::{Purpose, Random};
use crate::spec::school::{EXCELLENT, total};
use crate::spec::table::{Student, Table, Target};

const SUBJECTS: [&str; 3] = ["德育", "智育", "体育"];

/// Nobody stands this close to a line between two classes, in score points, so that they can be seen to be apart.
const GAP: f64 = 0.5;

/// The words for no and yes, and what an award and a total are called.
pub(crate) const CLASSES: [&str; 2] = ["否", "是"];
pub(crate) const AWARD: &str = "三好学生";
pub(crate) const TOTAL: &str = "总分";

/// Case 1: the two students of the article, with their totals.
pub(crate) fn two_students() -> Table {
    let students = [("A", vec![90.0, 80.0, 70.0]), ("B", vec![98.0, 95.0, 87.0])];
    let student = |(name, scores): (&str, Vec<f64>)| {
        let target = Some(Target::Number(total(&scores)));
        Student {
            name: name.to_owned(),
            scores: scores.into_iter().map(Some).collect(),
            target,
            included: true,
        }
    };
    table(&SUBJECTS, TOTAL, &[], students.into_iter().map(student).collect())
}

/// Case 2: strong and ordinary students by turns, as in the article; a total of 95 makes a 三好学生.
pub(crate) fn award(count: usize, seed: u32) -> Table {
    let mut random = Random::new(seed, Purpose::School);
    let students = (0..count).map(|i| {
        let range = strong_or_ordinary(i);
        let ranges = [range.clone(), range.clone(), range];
        let scores = draw(&mut random, &ranges, |scores| (total(scores) - EXCELLENT).abs() >= GAP);
        let class = CLASSES[usize::from(total(&scores) >= EXCELLENT)];
        student(i, scores, Some(class))
    });
    table(&SUBJECTS, AWARD, &CLASSES, students.collect())
}

/// The article's ranges, by turns.
pub(crate) fn strong_or_ordinary(index: usize) -> RangeInclusive<u8> {
    if index.is_multiple_of(2) { 93..=100 } else { 60..=100 }
}

/// Case 3: a total of 95 makes a 三好学生; else two excellent subjects a 双优学生; of every `unlabelled_every` students
/// one has no class yet.
///
/// The three kinds come by turns: strong in all subjects; excellent in two and ordinary in the third; ordinary in all.
/// Among such students three linear scores tell the classes apart, which the rule in general does not allow.
pub(crate) fn honours(count: usize, unlabelled_every: usize, seed: u32) -> Table {
    const CLASSES: [&str; 3] = ["普通学生", "双优学生", "三好学生"];
    let mut random = Random::new(seed, Purpose::School);
    let class = |scores: &[f64]| {
        let excellent = scores.iter().filter(|&&score| score >= EXCELLENT).count();
        if total(scores) >= EXCELLENT { 2 } else { usize::from(excellent >= 2) }
    };
    let students = (0..count).map(|i| {
        let kind = i % 3;
        let mut ranges = match kind {
            0 => [60..=85, 60..=85, 60..=85],
            1 => [95..=100, 95..=100, 60..=80],
            _ => [93..=100, 93..=100, 93..=100],
        };
        ranges.rotate_left(random.below(3));
        let scores = draw(&mut random, &ranges, |scores| {
            class(scores) == kind && (kind == 0 || (total(scores) - EXCELLENT).abs() >= GAP)
        });
        let labelled = i % unlabelled_every != unlabelled_every - 1;
        student(i, scores, labelled.then_some(CLASSES[kind]))
    });
    table(&SUBJECTS, "荣誉", &CLASSES, students.collect())
}

/// Case 4: an award for being good, at 80 points or more, in exactly one of two subjects: an exclusive or.
pub(crate) fn exactly_one(count: usize, seed: u32) -> Table {
    const GOOD: f64 = 80.0;
    let mut random = Random::new(seed, Purpose::School);
    let students = (0..count).map(|i| {
        let scores = draw(&mut random, &[60..=100, 60..=100], |scores| {
            scores.iter().all(|score| (score - GOOD).abs() >= 2.0 * GAP)
        });
        let good = scores.iter().filter(|&&score| score >= GOOD).count();
        student(i, scores, Some(CLASSES[usize::from(good == 1)]))
    });
    table(&["智育", "体育"], "单科之星", &CLASSES, students.collect())
}

pub(crate) fn student(index: usize, scores: Vec<f64>, class: Option<&str>) -> Student {
    let target = class.map(|class| Target::Class(class.to_owned()));
    let scores = scores.into_iter().map(Some).collect();
    Student { name: format!("学生 {}", index + 1), scores, target, included: true }
}

pub(crate) fn table(
    subjects: &[impl AsRef<str>],
    target: &str,
    classes: &[&str],
    students: Vec<Student>,
) -> Table {
    let subjects = subjects.iter().map(|subject| subject.as_ref().to_owned()).collect();
    let classes = classes.iter().map(|&class| class.to_owned()).collect();
    Table { subjects, target: target.to_owned(), classes, students }
}

/// Whole scores, each uniform in its range, drawn again until they fit.
fn draw(random: &mut Random, ranges: &[RangeInclusive<u8>], fit: impl Fn(&[f64]) -> bool) -> Vec<f64> {
    loop {
        let scores: Vec<f64> = ranges.iter().map(|range| whole(random, range)).collect();
        if fit(&scores) {
            return scores;
        }
    }
}

/// A whole score, uniform in its range.
pub(crate) fn whole(random: &mut Random, range: &RangeInclusive<u8>) -> f64 {
    f64::from(*range.start()) + random.below(usize::from(range.end() - range.start()) + 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_students_are_those_of_the_article() {
        let targets: Vec<_> = two_students().students.into_iter().map(|student| student.target).collect();
        assert_eq!(targets, [Some(Target::Number(85.0)), Some(Target::Number(96.0))]);
    }

    #[test]
    fn every_class_of_students_has_members_of_every_kind() {
        for table in [award(80, 1), honours(90, 7, 1), exactly_one(120, 1)] {
            for class in &table.classes {
                let class = Some(Target::Class(class.clone()));
                let members = table.students.iter().filter(|student| student.target == class).count();
                assert!(members * 6 > table.students.len(), "{}: {members}", table.target);
            }
        }
    }
}
