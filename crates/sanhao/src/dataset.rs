//! The dataset: what the network sees of a table.

use crate::experiment::Experiment;
use crate::random::{Purpose, Random};
use crate::scaler::Scaler;
use crate::table::{Table, Target};

/// What part a student plays in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub(crate) struct Dataset {
    pub scaler: Scaler,
    pub roles: Vec<Role>,
    /// Features of one student after the other.
    features: Vec<f32>,
    /// Targets of one student after the other, 0 where there is none.
    targets: Vec<f32>,
    pub inputs: usize,
    pub outputs: usize,
}

impl Dataset {
    pub(crate) fn new(experiment: &Experiment) -> Self {
        let table = &experiment.table;
        let roles = roles(table, experiment.training.held_out, experiment.training.seed);
        let inputs = table.subjects.len();
        let training = table.students.iter().zip(&roles).filter(|(_, role)| **role == Role::Training);
        let scaler = Scaler::new(
            experiment.scaling,
            inputs,
            training.map(|(student, _)| student.scores.as_slice()),
            experiment.model.bias,
        );
        let scores = table.students.iter().flat_map(|student| student.scores.iter().enumerate());
        let features = scores.map(|(feature, &score)| scaler.scaled_from_raw(feature, score)).collect();
        let outputs = experiment.model.output.units(table.classes.len());
        let targets = table
            .students
            .iter()
            .flat_map(|student| targets(table, student.target.as_ref(), outputs))
            .collect();
        Self { scaler, roles, features, targets, inputs, outputs }
    }

    pub(crate) fn students(&self) -> usize {
        self.roles.len()
    }

    /// The students of one role, in the table's order.
    pub(crate) fn with_role(&self, wanted: Role) -> Vec<usize> {
        (0..self.students()).filter(|&i| self.roles[i] == wanted).collect()
    }

    /// One student's targets.
    pub(crate) fn targets(&self, student: usize) -> &[f32] {
        &self.targets[student * self.outputs..][..self.outputs]
    }
}

/// One target an output: a number; 1 or 0 for the second of two classes; else 1 for the class and 0 for the others.
fn targets(table: &Table, target: Option<&Target>, outputs: usize) -> Vec<f32> {
    match target {
        Some(Target::Number(number)) => vec![*number as f32],
        Some(Target::Class(name)) if outputs == 1 => vec![f32::from(u8::from(table.classes[1] == *name))],
        Some(Target::Class(name)) => {
            table.classes.iter().map(|class| f32::from(u8::from(class == name))).collect()
        }
        None => vec![0.0; outputs],
    }
}

/// Holds back ⌊n · fraction⌋ of the n students with a target, by seed.
fn roles(table: &Table, held_out: f64, seed: u32) -> Vec<Role> {
    let role = |student: &crate::Student| match (student.included, &student.target) {
        (false, _) => Role::LeftOut,
        (true, None) => Role::Unlabelled,
        (true, Some(_)) => Role::Training,
    };
    let mut roles: Vec<Role> = table.students.iter().map(role).collect();
    let mut labelled: Vec<usize> = (0..roles.len()).filter(|&i| roles[i] == Role::Training).collect();
    let count = (labelled.len() as f64 * held_out) as usize;
    Random::new(seed, Purpose::HeldOut).shuffle(&mut labelled);
    labelled[..count].iter().for_each(|&i| roles[i] = Role::HeldOut);
    roles
}

/// Students in a block where they are predicted and judged outside of training.
pub(crate) const EVALUATED_AT_ONCE: usize = 256;

/// Students laid out for the kernels: blocks of a fixed number of them (the last may be smaller), feature-major within
/// a block, so that each block is one contiguous slice.
pub(crate) struct Blocks {
    features: Vec<f32>,
    targets: Vec<f32>,
    students: usize,
    size: usize,
    inputs: usize,
    outputs: usize,
}

/// One block: inputs × students features and outputs × students targets.
#[derive(Clone, Copy)]
pub(crate) struct Block<'a> {
    pub features: &'a [f32],
    pub targets: &'a [f32],
    pub students: usize,
}

impl Blocks {
    /// Blocks of `size` (at least 1) of the students `order`.
    pub(crate) fn new(dataset: &Dataset, order: &[usize], size: usize) -> Self {
        let mut blocks = Self {
            features: vec![0.0; order.len() * dataset.inputs],
            targets: vec![0.0; order.len() * dataset.outputs],
            students: order.len(),
            size,
            inputs: dataset.inputs,
            outputs: dataset.outputs,
        };
        blocks.fill(dataset, order);
        blocks
    }

    /// Lays out the same students in another order; allocates nothing.
    pub(crate) fn fill(&mut self, dataset: &Dataset, order: &[usize]) {
        for (block, order) in order.chunks(self.size).enumerate() {
            let start = block * self.size;
            transpose(&dataset.features, order, self.inputs, &mut self.features[start * self.inputs..]);
            transpose(&dataset.targets, order, self.outputs, &mut self.targets[start * self.outputs..]);
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.students.div_ceil(self.size)
    }

    pub(crate) fn block(&self, index: usize) -> Block<'_> {
        let start = index * self.size;
        let students = self.size.min(self.students - start);
        Block {
            features: &self.features[start * self.inputs..][..students * self.inputs],
            targets: &self.targets[start * self.outputs..][..students * self.outputs],
            students,
        }
    }
}

/// Copies the rows `order` of a matrix with `width` columns into the columns of `out`.
fn transpose(rows: &[f32], order: &[usize], width: usize, out: &mut [f32]) {
    for (column, &row) in order.iter().enumerate() {
        for feature in 0..width {
            out[feature * order.len() + column] = rows[row * width + feature];
        }
    }
}
