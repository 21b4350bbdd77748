//! Exhaustive search over a grid of weights, for comparison with gradient descent.

use wide::f32x4;

use crate::data::dataset::Role;
use crate::insight::analysis::Analysis;
use crate::math::kernels::LANES;
use crate::spec::check::{Checked, between};
use crate::spec::error::Error;
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::table::Table;
use crate::spec::training::Loss;

/// A search over a grid of weights in raw score units, from 0 to 1 each: the whole cube, or the part of it where the
/// weights sum to one. It remembers where it stopped, so that it can go on a few candidates a frame.
#[derive(Clone, Debug)]
pub struct GridSearch {
    loss: Loss,
    /// The training students' scores in groups of four: subjects × groups.
    scores: Vec<Vec<f32x4>>,
    /// One target a student, in the same groups.
    targets: Vec<f32x4>,
    /// 1 in the lanes that hold a student, 0 in the others.
    mask: Vec<f32x4>,
    students: usize,
    sum_to_one: bool,
    /// The number of steps from 0 to 1.
    resolution: u32,
    /// The next candidate: its weights in steps.
    next: Vec<u32>,
    tried: f64,
    total: f64,
    best: Option<Best>,
}

#[derive(Clone, Debug)]
struct Best {
    /// In steps.
    weights: Vec<u32>,
    /// The sum of the students' losses.
    loss: f64,
}

impl GridSearch {
    /// The largest number of steps from 0 to 1.
    pub const MAX_RESOLUTION: u32 = 1000;

    /// A search for the weights of a linear model without bias, each from 0 to 1 in `resolution` steps; none for another
    /// model, which has other parameters than weights.
    ///
    /// # Errors
    /// A resolution that is not from 1 to [`GridSearch::MAX_RESOLUTION`].
    pub fn new(analysis: &Analysis, resolution: u32) -> Result<Option<Self>, Error> {
        check_resolution(resolution).map_err(|error| *error)?;
        let Analysis { experiment, dataset, .. } = analysis;
        let Model { hidden, output, weights, bias, .. } = &experiment.model;
        let table = &experiment.table;
        if !hidden.is_empty() || *output != Output::Linear || *bias || !table.classes.is_empty() {
            return Ok(None);
        }
        let students = analysis.with_role(Role::Training);
        let subjects = table.subjects.len();
        let sum_to_one = *weights == Constraint::SumToOne;
        let grouped = |of: &dyn Fn(usize) -> f32| -> Vec<f32x4> {
            let group = |group: &[usize]| {
                f32x4::from(std::array::from_fn(|lane| group.get(lane).map_or(0.0, |&student| of(student))))
            };
            students.chunks(LANES).map(group).collect()
        };
        let mut next = vec![0; subjects];
        if sum_to_one {
            next[subjects - 1] = resolution;
        }
        Ok(Some(Self {
            loss: experiment.training.loss,
            scores: (0..subjects)
                // A training student has every score.
                .map(|subject| {
                    grouped(&|student| table.students[student].scores[subject].unwrap_or(0.0) as f32)
                })
                .collect(),
            targets: grouped(&|student| dataset.targets[(student, 0)]),
            mask: grouped(&|_| 1.0),
            students: students.len(),
            sum_to_one,
            resolution,
            next,
            tried: 0.0,
            total: count(subjects as u32, resolution, sum_to_one),
            best: None,
        }))
    }

    /// The number of candidates tried.
    pub fn tried(&self) -> f64 {
        self.tried
    }

    /// The number of candidates in all; exact up to 2⁵³.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// The best weights so far, in raw score units, the first of equally good ones, and their mean loss, in units of the
    /// loss; none before the first candidate.
    pub fn best(&self) -> Option<(Vec<f64>, f64)> {
        let best = self.best.as_ref()?;
        let weight = |&steps: &u32| f64::from(steps) / f64::from(self.resolution);
        Some((best.weights.iter().map(weight).collect(), best.loss / self.students as f64))
    }

    /// Tries up to `candidates` more candidates in lexicographic order: the last weight changes first. Returns how many
    /// were tried: fewer only at the end. Allocates nothing after the first candidate.
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

    /// Moves on to the next candidate; from the last to the first.
    fn advance(&mut self) {
        let free = self.next.len() - usize::from(self.sum_to_one);
        for i in (0..free).rev() {
            let others: u32 = if self.sum_to_one { self.next[..i].iter().sum() } else { 0 };
            if self.next[i] < self.resolution - others {
                self.next[i] += 1;
                self.next[i + 1..free].fill(0);
                break;
            }
            self.next[i] = 0;
        }
        if self.sum_to_one {
            let others: u32 = self.next[..free].iter().sum();
            self.next[free] = self.resolution - others;
        }
    }
}

/// The number of candidates of a [`GridSearch`]: (r + 1)^d in the cube of d weights at resolution r. Where they sum to
/// one it is the number of ways to divide r steps among d weights, C(r + d − 1, d − 1). Exact up to 2⁵³.
///
/// # Errors
/// A number of weights that is not from 1 to [`Table::MAX_SUBJECTS`], a resolution that is not from 1 to
/// [`GridSearch::MAX_RESOLUTION`].
pub fn candidates(weights: u32, resolution: u32, sum_to_one: bool) -> Result<f64, Error> {
    between(&"weights", f64::from(weights), 1.0, Table::MAX_SUBJECTS as f64).map_err(|error| *error)?;
    check_resolution(resolution).map_err(|error| *error)?;
    Ok(count(weights, resolution, sum_to_one))
}

fn check_resolution(resolution: u32) -> Checked {
    between(&"resolution", f64::from(resolution), 1.0, f64::from(GridSearch::MAX_RESOLUTION))
}

fn count(weights: u32, resolution: u32, sum_to_one: bool) -> f64 {
    let (d, r) = (f64::from(weights), f64::from(resolution));
    let factors = 1..weights + u32::from(!sum_to_one);
    // Each partial product is an integer and is rounded to one, so that rounding errors do not accumulate.
    factors.fold(1.0, |product, k| match sum_to_one {
        true => libm::round(product * (r + d - f64::from(k)) / f64::from(k)),
        false => product * (r + 1.0),
    })
}
