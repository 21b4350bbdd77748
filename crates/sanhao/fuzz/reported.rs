//! What holds for every number that a run reports, however it was brought there.

use sanhao::insight::diagnosis;
use sanhao::{Diagnosis, History, Role, Trainer};

/// Asserts of a run that has just been evaluated that every number is finite, and that a missing one is `None` or NaN
/// as documented.
pub fn are_numbers(run: &Trainer) {
    let classes = run.experiment().table.classes.len();
    let students = run.experiment().table.students.len();
    assert!(run.learning_rate().is_finite() && run.learning_rate() >= 0.0, "η {}", run.learning_rate());
    let mut epochs = None;
    for point in run.history().points() {
        assert!(epochs < Some(point.epoch), "epochs follow each other");
        epochs = Some(point.epoch);
        is_loss(Some(point.training));
        is_loss(point.held_out);
    }
    let width = run.evaluation().parameters().len();
    let width = if width > History::MAX_TRACED_PARAMETERS { 0 } else { width };
    assert_eq!(run.history().trace().len(), run.history().points().len() * width);
    assert!(run.history().trace().iter().all(|p| p.is_finite()), "the trace");
    let diverged = run.has_diverged();
    let evaluation = run.evaluation();
    is_loss(evaluation.loss());
    is_loss(evaluation.held_out_loss());
    for accuracy in [evaluation.accuracy(), evaluation.held_out_accuracy()].into_iter().flatten() {
        assert!(classes > 0 && (0.0..=1.0).contains(&accuracy), "accuracy {accuracy}");
    }
    assert!(evaluation.threshold().is_none_or(f64::is_finite), "threshold {:?}", evaluation.threshold());
    assert!(evaluation.parameters().iter().all(|p| p.is_finite()), "parameters, diverged: {diverged}");
    assert_eq!(evaluation.predictions().nrows(), students);
    for row in evaluation.predictions().rows() {
        // A student whose sums leave the 32-bit numbers has no prediction at all.
        assert!(
            row.iter().all(|p| p.is_finite()) || row.iter().all(|p| p.is_nan()),
            "predictions {row}, diverged: {diverged}"
        );
    }
    for (i, _) in run.roles().iter().enumerate().filter(|(_, role)| **role == Role::Incomplete) {
        assert!(evaluation.predictions()[(i, 0)].is_nan(), "a prediction of student {i}, who misses a score");
        assert!(evaluation.errors().get(i).is_none_or(|error| error.is_nan()), "an error of student {i}");
        assert!(evaluation.probabilities().get(i).is_none_or(|p| p.is_nan()), "a probability of student {i}");
    }
    let said = diagnosis::of(run);
    let numbers = match said {
        Diagnosis::Swinging { low, high, .. } => vec![low, high],
        Diagnosis::Worse { first } => vec![first],
        Diagnosis::Minimum { largest_error, .. } => largest_error.into_iter().collect(),
        Diagnosis::Slow { share, .. } => vec![share],
        _ => vec![],
    };
    assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0), "{said:?}");
    assert!(evaluation.classes().iter().all(|&class| usize::from(class) < classes));
    assert!(evaluation.probabilities().iter().all(|p| p.is_nan() || (0.0..=1.0).contains(p)));
}

fn is_loss(loss: Option<f64>) {
    assert!(loss.is_none_or(|loss| loss.is_finite() && loss.is_sign_positive()), "loss {loss:?}");
}
