//! Exhaustive search: every weight in steps, one candidate after the other, as a rival of descent.

use wide::f32x4;

use crate::data::dataset::Role;
use crate::insight::analysis::Study;
use crate::spec::check::{Checked, between};
use crate::spec::error::Error;
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::training::Loss;

/// A search over a grid of weights in raw score units, from 0 to 1 each: the whole cube, or the part of it where they sum to
/// one.
pub struct Search {
    loss: Loss,
    /// Training students in groups of four: subjects × groups scores, and a target each.
    scores: Vec<Vec<f32x4>>,
    targets: Vec<f32x4>,
    /// 1 in the lanes that hold a student.
    mask: Vec<f32x4>,
    students: usize,
    /// Whether the weights sum to one.
    sum: bool,
    /// Steps from 0 to 1.
    resolution: u32,
    /// The candidate to be tried next, in steps.
    next: Vec<u32>,
    tried: f64,
    total: f64,
    best: Option<Best>,
}

struct Best {
    weights: Vec<u32>,
    /// The sum over the students.
    loss: f64,
}

impl Search {
    /// The most steps from 0 to 1.
    pub const FINEST: u32 = 1000;

    /// Candidates tried.
    pub fn tried(&self) -> f64 {
        self.tried
    }

    /// Candidates there are; exact up to 2⁵³.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// The best weights so far, the first of equal ones, and their mean loss; none before the first candidate.
    pub fn best(&self) -> Option<(Vec<f64>, f64)> {
        let best = self.best.as_ref()?;
        let weight = |&steps: &u32| f64::from(steps) / f64::from(self.resolution);
        Some((best.weights.iter().map(weight).collect(), best.loss / self.students as f64))
    }

    /// Tries up to so many candidates more, in the order of numbers: the last weight changes first. Returns how many were
    /// tried; allocates nothing.
    pub fn step(&mut self, candidates: u64) -> u64 {
        let mut done = 0;
        while done < candidates && self.tried < self.total {
            let loss = self.loss_of_next();
            if self.best.as_ref().is_none_or(|best| loss < best.loss) {
                let best = self.best.get_or_insert_with(|| Best { weights: self.next.clone(), loss });
                best.weights.copy_from_slice(&self.next);
                best.loss = loss;
            }
            self.tried += 1.0;
            done += 1;
            self.advance();
        }
        done
    }

    fn loss_of_next(&self) -> f64 {
        let step = 1.0 / f64::from(self.resolution);
        let mut sum = f32x4::ZERO;
        for (group, (&target, &mask)) in self.targets.iter().zip(&self.mask).enumerate() {
            let mut total = f32x4::ZERO;
            for (scores, &steps) in self.scores.iter().zip(&self.next) {
                total += f32x4::splat((f64::from(steps) * step) as f32) * scores[group];
            }
            sum += self.loss.of_residual(total - target).0 * mask;
        }
        sum.to_array().into_iter().map(f64::from).sum()
    }

    /// Goes to the next candidate; after the last to the first.
    fn advance(&mut self) {
        let free = self.next.len() - usize::from(self.sum);
        for i in (0..free).rev() {
            let others: u32 = if self.sum { self.next[..i].iter().sum() } else { 0 };
            if self.next[i] < self.resolution - others {
                self.next[i] += 1;
                self.next[i + 1..free].fill(0);
                break;
            }
            self.next[i] = 0;
        }
        if self.sum {
            let others: u32 = self.next[..free].iter().sum();
            self.next[free] = self.resolution - others;
        }
    }
}

/// The number of candidates: (r + 1)^d in the cube of d weights, and where they sum to one the ways to share r steps among d,
/// C(r + d − 1, d − 1).
pub fn candidates(weights: u32, resolution: u32, sum_to_one: bool) -> f64 {
    let (d, r) = (f64::from(weights), f64::from(resolution));
    let factors = 1..weights + u32::from(!sum_to_one);
    // Rounded at each step, where it is whole: no rounding error is left to grow.
    factors.fold(1.0, |product, k| match sum_to_one {
        true => libm::round(product * (r + d - f64::from(k)) / f64::from(k)),
        false => product * (r + 1.0),
    })
}

impl Study {
    /// A search for the weights of a linear model without bias; none for another, in which a weight is not all there is.
    ///
    /// # Errors
    /// A resolution that is not from 1 to [`Search::FINEST`] steps.
    pub fn search(&self, resolution: u32) -> Result<Option<Search>, Error> {
        check_resolution(resolution).map_err(|error| *error)?;
        let Model { hidden, output, weights, bias, .. } = &self.experiment.model;
        let table = &self.experiment.table;
        if !hidden.is_empty() || *output != Output::Linear || *bias || !table.classes.is_empty() {
            return Ok(None);
        }
        let students = self.with_role(Role::Training);
        let subjects = table.subjects.len();
        let sum = *weights == Constraint::SumToOne;
        let lanes = |of: &dyn Fn(usize) -> f32| -> Vec<f32x4> {
            let group = |group: &[usize]| {
                f32x4::from(std::array::from_fn(|lane| group.get(lane).map_or(0.0, |&student| of(student))))
            };
            students.chunks(4).map(group).collect()
        };
        let mut next = vec![0; subjects];
        if sum {
            next[subjects - 1] = resolution;
        }
        Ok(Some(Search {
            loss: self.experiment.training.loss,
            scores: (0..subjects)
                .map(|subject| lanes(&|student| table.students[student].scores[subject] as f32))
                .collect(),
            targets: lanes(&|student| self.dataset.targets_of(student)[0]),
            mask: lanes(&|_| 1.0),
            students: students.len(),
            sum,
            resolution,
            next,
            tried: 0.0,
            total: candidates(subjects as u32, resolution, sum),
            best: None,
        }))
    }
}

fn check_resolution(resolution: u32) -> Checked {
    between(&"resolution", f64::from(resolution), 1.0, f64::from(Search::FINEST))
}
