//! The dataset: scaled features and targets of a table as arrays, and each student's role.

use ndarray::{Array2, ArrayViewMut1};
use serde::Serialize;

use crate::data::scaler::Scaler;
use crate::math::random::{Purpose, Random};
use crate::spec::experiment::Experiment;
use crate::spec::table::{Student, Table, Target};

/// A student's role in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Takes part in the loss that is minimised.
    Training,
    /// Has a target and is held out of training to test the model.
    HeldOut,
    /// Has no target and is predicted.
    Unlabelled,
    /// Excluded by hand; predicted all the same.
    LeftOut,
    /// Has a missing score: neither trained on nor predicted, whether excluded or not.
    Incomplete,
}

/// Scaled scores and targets of a table's students.
#[derive(Clone, Debug)]
pub(crate) struct Dataset {
    pub scaler: Scaler,
    /// Each student's role.
    pub roles: Vec<Role>,
    /// (n_students, n_features): scaled scores; 0 for a missing one.
    pub features: Array2<f32>,
    /// (n_students, n_outputs): 0 for a student without a target.
    pub targets: Array2<f32>,
    /// Whether each student has a target and can be predicted, so that there is an error.
    pub labelled: Vec<bool>,
}

impl Dataset {
    pub(crate) fn new(experiment: &Experiment) -> Self {
        let table = &experiment.table;
        let roles = roles(table, experiment.training.test_fraction, experiment.training.seed);
        let inputs = table.subjects.len();
        let outputs = experiment.model.output.units(table.classes.len());
        let training = table.students.iter().zip(&roles).filter(|(_, role)| **role == Role::Training);
        let scores: Vec<Vec<f64>> = training.filter_map(|(student, _)| student.complete_scores()).collect();
        let scaler = Scaler::new(experiment.scaling, inputs, &scores, experiment.model.bias);
        let count = table.students.len();
        let features = Array2::from_shape_fn((count, inputs), |(student, feature)| {
            let score = table.students[student].scores[feature];
            score.map_or(0.0, |score| scaler.scaled_from_raw(feature, score))
        });
        let mut targets = Array2::zeros((count, outputs));
        for (student, row) in table.students.iter().zip(targets.rows_mut()) {
            write_targets(table, student.target.as_ref(), row);
        }
        let labelled =
            |(student, role): (&Student, &Role)| student.target.is_some() && *role != Role::Incomplete;
        let labelled = table.students.iter().zip(&roles).map(labelled).collect();
        Self { scaler, roles, features, targets, labelled }
    }

    pub(crate) fn students(&self) -> usize {
        self.roles.len()
    }

    /// The number of features.
    pub(crate) fn inputs(&self) -> usize {
        self.features.ncols()
    }

    /// The number of outputs.
    pub(crate) fn outputs(&self) -> usize {
        self.targets.ncols()
    }

    /// The students of one role, in the table's order.
    pub(crate) fn with_role(&self, wanted: Role) -> Vec<usize> {
        (0..self.students()).filter(|&i| self.roles[i] == wanted).collect()
    }
}

/// Writes one target an output: a number; 1 or 0 for the second of two classes; else 1 for the class and 0 for the others.
fn write_targets(table: &Table, target: Option<&Target>, mut targets: ArrayViewMut1<'_, f32>) {
    match target {
        Some(Target::Number(number)) => targets.fill(*number as f32),
        Some(Target::Class(name)) => {
            let classes = if targets.len() == 1 { &table.classes[1..] } else { &table.classes };
            targets.iter_mut().zip(classes).for_each(|(to, class)| *to = f32::from(u8::from(class == name)));
        }
        None => {}
    }
}

/// Each student's role. ⌊n · fraction⌋ of the n included, complete students with a target are held out; the seed
/// chooses them.
fn roles(table: &Table, test_fraction: f64, seed: u32) -> Vec<Role> {
    let role = |student: &Student| match (student.included, &student.target) {
        _ if !student.is_complete() => Role::Incomplete,
        (false, _) => Role::LeftOut,
        (true, None) => Role::Unlabelled,
        (true, Some(_)) => Role::Training,
    };
    let mut roles: Vec<Role> = table.students.iter().map(role).collect();
    let mut labelled: Vec<usize> = (0..roles.len()).filter(|&i| roles[i] == Role::Training).collect();
    // 100 students · 0.29 is 28.999999999999996 in 64 bits, and 29 all the same.
    let count = (labelled.len() as f64 * test_fraction + 1e-9) as usize;
    Random::new(seed, Purpose::HeldOut).shuffle(&mut labelled);
    labelled[..count].iter().for_each(|&i| roles[i] = Role::HeldOut);
    roles
}
