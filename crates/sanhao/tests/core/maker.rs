//! Classes made to order.

use sanhao::{ClassMaker, Outcome, Scores, SecretRule, Table, Target};

use crate::scores_of;

fn class(scores: Scores, outcome: Outcome) -> ClassMaker {
    let subjects = ["德育", "智育", "体育"].map(str::to_owned).to_vec();
    let rule = SecretRule { weights: vec![0.6, 0.3, 0.1], outcome };
    ClassMaker { students: 400, subjects, scores, rule, seed: 7 }
}

fn total(scores: &[f64]) -> f64 {
    ((0.6 * scores[0] + 0.3 * scores[1] + 0.1 * scores[2]) * 100.0).round() / 100.0
}

fn is_yes(target: &Option<Target>) -> bool {
    *target == Some(Target::Class("是".to_owned()))
}

fn all_scores(table: &Table) -> Vec<f64> {
    table.students.iter().flat_map(scores_of).collect()
}

#[test]
fn totals_are_the_weighted_scores_to_a_hundredth() {
    let table = class(Scores::Article, Outcome::Total { noise: 0.0 }).make().unwrap();
    assert_eq!((table.students.len(), &*table.target, table.classes.len()), (400, "总分", 0));
    assert!(table.students.iter().all(|s| s.target == Some(Target::Number(total(&scores_of(s))))));
    let strong = table.students.iter().step_by(2).flat_map(scores_of);
    assert!(strong.clone().all(|score| (93.0..=100.0).contains(&score)) && strong.count() == 600);
    let lowest = all_scores(&table).into_iter().fold(f64::INFINITY, f64::min);
    assert!((60.0..63.0).contains(&lowest), "{lowest}");
}

#[test]
fn an_award_goes_to_all_from_the_threshold_on() {
    let outcome = Outcome::Award { threshold: 95.0, noise: 0.0 };
    let table = class(Scores::Article, outcome).make().unwrap();
    assert_eq!(table.classes, ["否", "是"]);
    assert!(table.students.iter().all(|s| is_yes(&s.target) == (total(&scores_of(s)) >= 95.0)));
    assert!(table.students.iter().any(|s| is_yes(&s.target)));
}

#[test]
fn noise_tells_that_part_of_the_students_the_wrong_thing_and_changes_no_score() {
    let quiet = class(Scores::Article, Outcome::Award { threshold: 95.0, noise: 0.0 }).make().unwrap();
    let noisy = class(Scores::Article, Outcome::Award { threshold: 95.0, noise: 0.1 }).make().unwrap();
    assert_eq!(all_scores(&quiet), all_scores(&noisy));
    let wrong = quiet.students.iter().zip(&noisy.students).filter(|(a, b)| a.target != b.target).count();
    assert_eq!(wrong, 40);
    let noisy = class(Scores::Article, Outcome::Total { noise: 2.0 }).make().unwrap();
    assert_eq!(all_scores(&quiet), all_scores(&noisy));
    let errors: Vec<f64> = noisy
        .students
        .iter()
        .map(|s| match s.target {
            Some(Target::Number(number)) => number - total(&scores_of(s)),
            _ => f64::NAN,
        })
        .collect();
    let variance = errors.iter().map(|e| e * e).sum::<f64>() / 400.0;
    // 2² with a standard error of 4 √(2/400) = 0.28.
    assert!((variance - 4.0).abs() < 1.0, "{variance}");
}

#[test]
fn scores_have_their_distribution_and_stay_whole_and_within_0_and_100() {
    let outcome = Outcome::Total { noise: 0.0 };
    let uniform = class(Scores::Uniform { low: 40, high: 42 }, outcome.clone()).make().unwrap();
    for score in [40.0, 41.0, 42.0] {
        let count = all_scores(&uniform).into_iter().filter(|&other| other == score).count();
        assert!((320..480).contains(&count), "{score}: {count} of 1200");
    }
    let normal =
        all_scores(&class(Scores::Normal { mean: 80.0, deviation: 5.0 }, outcome.clone()).make().unwrap());
    let mean = normal.iter().sum::<f64>() / 1200.0;
    assert!((mean - 80.0).abs() < 0.6 && normal.iter().all(|score| score.fract() == 0.0), "{mean}");
    let wide = all_scores(&class(Scores::Normal { mean: 100.0, deviation: 100.0 }, outcome).make().unwrap());
    assert!(wide.contains(&0.0) && wide.contains(&100.0));
    assert!(wide.iter().all(|score| (0.0..=100.0).contains(score)));
}

#[test]
fn a_seed_makes_the_same_class_and_another_one_another() {
    let mut maker = class(Scores::Article, Outcome::Award { threshold: 90.0, noise: 0.2 });
    let first = maker.make().unwrap();
    assert_eq!(maker.make().unwrap(), first);
    maker.seed = 8;
    assert_ne!(maker.make().unwrap(), first);
}

#[test]
fn what_cannot_be_made_is_refused_with_its_place() {
    let refused = |change: &dyn Fn(&mut ClassMaker)| {
        let mut maker = class(Scores::Article, Outcome::Total { noise: 0.0 });
        change(&mut maker);
        maker.make().unwrap_err().to_string()
    };
    assert_eq!(refused(&|m| m.students = 0), "students: 0 is not a number from 1 to 20000");
    assert_eq!(refused(&|m| m.subjects[1].clear()), "subjects[1]: \"\" is empty");
    assert_eq!(refused(&|m| _ = m.rule.weights.pop()), "rule.weights: 2 weights, 3 expected");
    assert_eq!(
        refused(&|m| m.rule.weights[2] = f64::NAN),
        "rule.weights[2]: NaN is not a number from -100 to 100"
    );
    assert_eq!(
        refused(&|m| m.scores = Scores::Uniform { low: 50, high: 40 }),
        "scores.high: 40 is not a number from 50 to 100"
    );
    assert_eq!(
        refused(&|m| m.scores = Scores::Normal { mean: 80.0, deviation: -1.0 }),
        "scores.deviation: -1 is not a number from 0 to 100"
    );
    assert_eq!(
        refused(&|m| m.rule.outcome = Outcome::Award { threshold: 95.0, noise: 0.6 }),
        "rule.outcome.noise: 0.6 is not a number from 0 to 0.5"
    );
}
