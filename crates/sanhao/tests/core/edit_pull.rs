//! How an edit of one student changes that student's pull on the weights.

use sanhao::insight::edit_pull;
use sanhao::{Analysis, CheckedExperiment, Constraint, Experiment, Loss, Preset, Student, Target};

/// The change of pull by an edit of the student in row 0, at some raw weights.
fn change(experiment: &Experiment, parameters: &[f32], edit: impl FnOnce(&mut Student)) -> Vec<f32> {
    let mut edited = experiment.clone();
    edit(&mut edited.table.students[0]);
    let at = |experiment: &Experiment| {
        let mut analysis = Analysis::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        analysis.set_parameters(parameters).unwrap();
        analysis
    };
    edit_pull::change(&at(experiment), &at(&edited), 0)
}

/// Case 1 with squared errors.
fn squared() -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.loss = Loss::Squared;
    experiment
}

#[test]
fn a_higher_target_pulls_every_weight_up_by_the_score() {
    // From weights of 0 the step of student A is 2 (85 − 0) x; with 90 for 85 it is 2 × 5 x more.
    let change = change(&squared(), &[0.0; 3], |student| student.target = Some(Target::Number(90.0)));
    assert_eq!(change, [900.0, 800.0, 700.0]);
}

#[test]
fn a_higher_score_pulls_one_weight_up_at_first_and_all_down_where_it_makes_the_total_too_high() {
    let study = |score: f64| move |student: &mut Student| student.scores[1] = Some(score);
    // 2 × 85 × 2.
    assert_eq!(change(&squared(), &[0.0; 3], study(82.0)), [0.0, 340.0, 0.0]);
    // 45 + 20 + 17.5 is 2.5 short of 85, and 45 + 22.5 + 17.5 is 85: the pull of 2 × 2.5 x goes away.
    assert_eq!(change(&squared(), &[0.5, 0.25, 0.25], study(90.0)), [-450.0, -400.0, -350.0]);
}

#[test]
fn with_absolute_errors_a_target_that_stays_above_the_prediction_changes_no_pull() {
    let experiment = Preset::Weights.experiment();
    let to = |target: f64| move |student: &mut Student| student.target = Some(Target::Number(target));
    assert_eq!(change(&experiment, &[0.0; 3], to(90.0)), [0.0; 3]);
    // From above the prediction of 82.5 to below it: minus the scores instead of plus.
    assert_eq!(change(&experiment, &[0.5, 0.25, 0.25], to(80.0)), [-180.0, -160.0, -140.0]);
}

#[test]
fn where_weights_sum_to_one_the_changes_sum_to_zero() {
    let mut experiment = squared();
    experiment.model.weights = Constraint::SumToOne;
    let change =
        change(&experiment, &[0.5, 0.25, 0.25], |student| student.target = Some(Target::Number(90.0)));
    let largest = change.iter().fold(0.0f32, |most, c| most.max(c.abs()));
    assert!(largest > 1.0 && change.iter().sum::<f32>().abs() < 1e-5 * largest, "{change:?}");
}

#[test]
fn who_is_not_trained_on_pulls_nothing_and_gains_a_pull_with_a_target() {
    let mut experiment = Preset::Honours.experiment();
    let parameters = [0.0; 12];
    experiment.table.students[0].target = None;
    let scored = change(&experiment, &parameters, |student| student.scores[0] = Some(100.0));
    assert_eq!(scored, [0.0; 9]);
    let class = experiment.table.classes[1].clone();
    let labelled = change(&experiment, &parameters, |student| student.target = Some(Target::Class(class)));
    // Each class has a third: y − t is −2/3 of the student's own class and 1/3 of the others.
    for subject in 0..3 {
        let [first, own, last] = [0, 1, 2].map(|class| labelled[3 * class + subject]);
        assert!(own != 0.0 && first == last && (own + 2.0 * first).abs() < 1e-6 * own.abs(), "{labelled:?}");
    }
    experiment.table.students[0].included = false;
    assert_eq!(change(&experiment, &parameters, |student| student.target = None), [0.0; 9]);
}

#[test]
fn with_hidden_layers_an_edit_pulls_the_output() {
    let experiment = Preset::Layers.experiment();
    let parameters = {
        let mut run = sanhao::Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        run.evaluate().parameters().to_vec()
    };
    let other = experiment
        .table
        .classes
        .iter()
        .find(|class| experiment.table.students[0].target != Some(Target::Class((*class).clone())));
    let other = other.unwrap().clone();
    // From y − t to y − (1 − t): by 1 either way.
    let change = change(&experiment, &parameters, |student| student.target = Some(Target::Class(other)));
    assert_eq!(change.len(), 1);
    assert!((change[0].abs() - 1.0).abs() < 1e-6, "{change:?}");
}
