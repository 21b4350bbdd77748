//! The dataset: what the network sees of a table.

use serde::Serialize;

use crate::data::scaler::Scaler;
use crate::math::random::{Purpose, Random};
use crate::spec::experiment::Experiment;
use crate::spec::table::{Student, Table, Target};

/// What part a student plays in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Takes part in the loss that is made small.
    Training,
    /// Has a target and is kept back to test what was learned.
    HeldOut,
    /// Has no target: to be predicted.
    Unlabelled,
    /// Left out by hand.
    LeftOut,
}

/// Scaled scores and targets of a table's students.
#[derive(Debug)]
pub(crate) struct Dataset {
    pub scaler: Scaler,
    pub roles: Vec<Role>,
    /// Features of one student after the other.
    pub features: Vec<f32>,
    /// Targets of one student after the other, 0 where there is none.
    pub targets: Vec<f32>,
    /// Whether each student has a target.
    pub labelled: Vec<bool>,
    pub inputs: usize,
    pub outputs: usize,
}

impl Dataset {
    pub(crate) fn new(experiment: &Experiment) -> Self {
        let table = &experiment.table;
        let roles = roles(table, experiment.training.test_fraction, experiment.training.seed);
        let inputs = table.subjects.len();
        let outputs = experiment.model.output.units(table.classes.len());
        let training = table.students.iter().zip(&roles).filter(|(_, role)| **role == Role::Training);
        let scores: Vec<&[f64]> = training.map(|(student, _)| student.scores.as_slice()).collect();
        let scaler = Scaler::new(experiment.scaling, inputs, &scores, experiment.model.bias);
        let count = table.students.len();
        let mut features = Vec::with_capacity(count * inputs);
        let mut targets = Vec::with_capacity(count * outputs);
        let mut labelled = Vec::with_capacity(count);
        for student in &table.students {
            let scores = student.scores.iter().enumerate();
            features.extend(scores.map(|(feature, &score)| scaler.scaled_from_raw(feature, score)));
            push_targets(table, student.target.as_ref(), outputs, &mut targets);
            labelled.push(student.target.is_some());
        }
        Self { scaler, roles, features, targets, labelled, inputs, outputs }
    }

    pub(crate) fn students(&self) -> usize {
        self.roles.len()
    }

    /// The students of one role, in the table's order.
    pub(crate) fn with_role(&self, wanted: Role) -> Vec<usize> {
        (0..self.students()).filter(|&i| self.roles[i] == wanted).collect()
    }

    /// One student's targets.
    pub(crate) fn targets_of(&self, student: usize) -> &[f32] {
        &self.targets[student * self.outputs..][..self.outputs]
    }
}

/// One target an output: a number; 1 or 0 for the second of two classes; else 1 for the class and 0 for the others.
fn push_targets(table: &Table, target: Option<&Target>, outputs: usize, targets: &mut Vec<f32>) {
    match target {
        Some(Target::Number(number)) => targets.push(*number as f32),
        Some(Target::Class(name)) => {
            let classes = if outputs == 1 { &table.classes[1..] } else { &table.classes };
            targets.extend(classes.iter().map(|class| f32::from(u8::from(class == name))));
        }
        None => targets.resize(targets.len() + outputs, 0.0),
    }
}

/// Holds back ⌊n · fraction⌋ of the n students with a target, by seed.
fn roles(table: &Table, test_fraction: f64, seed: u32) -> Vec<Role> {
    let role = |student: &Student| match (student.included, &student.target) {
        (false, _) => Role::LeftOut,
        (true, None) => Role::Unlabelled,
        (true, Some(_)) => Role::Training,
    };
    let mut roles: Vec<Role> = table.students.iter().map(role).collect();
    let mut labelled: Vec<usize> = (0..roles.len()).filter(|&i| roles[i] == Role::Training).collect();
    let count = (labelled.len() as f64 * test_fraction) as usize;
    Random::new(seed, Purpose::HeldOut).shuffle(&mut labelled);
    labelled[..count].iter().for_each(|&i| roles[i] = Role::HeldOut);
    roles
}
