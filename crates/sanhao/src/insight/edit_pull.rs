//! How an edit of one student changes that student's pull on the weights.

use crate::data::dataset::Role;
use crate::insight::analysis::Analysis;
use crate::insight::per_sample_steps::PerSampleSteps;
use crate::model::view::ModelView;

/// The student's per-sample step after the edit minus that before it, both at the parameters under study: laid out as
/// [`PerSampleSteps::values`], outputs × subjects, with hidden layers outputs. A positive number is a weight that the
/// edit pulls up. A student who is not trained on pulls nothing.
///
/// `before` and `after` are analyses of the experiment without and with the edit at the same parameters; `row` is the
/// student's row in both tables. Empty where one of them has no such row.
pub fn change(before: &Analysis, after: &Analysis, row: usize) -> Vec<f32> {
    steps(after, row).iter().zip(steps(before, row)).map(|(after, before)| after - before).collect()
}

/// The per-sample step of one student of the table, under the experiment's constraint.
fn steps(analysis: &Analysis, row: usize) -> Vec<f32> {
    let mut network = analysis.trained_network();
    network.set_raw(&analysis.dataset.scaler, analysis.parameters());
    let mut steps = PerSampleSteps::default();
    steps.compute(ModelView { network: &network, ..analysis.view() }, row, 1);
    let is_training = analysis.dataset.roles.get(row) == Some(&Role::Training);
    steps.values().iter().map(|&step| if is_training { step } else { 0.0 }).collect()
}
