//! A sweep: many runs of one experiment, which differ in one or two settings.

mod member;
mod plan;
mod variation;

use crate::model::quad_network::QuadWorkspace;
use crate::model::view::ModelView;
use crate::spec::axis::Axis;
use crate::spec::check::CheckedExperiment;
use crate::spec::error::Error;
use crate::training::sweep::member::Member;
use crate::training::sweep::plan::Plan;

/// Many runs of one experiment, each with the bits that it has alone.
///
/// Runs of one shape train four at a time, those of a large network one by one. Every run's losses are kept after the
/// same updates: after each of the first sixteen, then eight an octave, and at the end.
///
/// ```
/// use sanhao::{Axis, Preset, Sweep};
///
/// let rates = Axis::LearningRate { low: 1e-5, high: 1.0, count: 64 };
/// let mut sweep = Sweep::new(Preset::Weights.experiment().check()?, &[rates], 5000)?;
/// sweep.step(u64::MAX);
/// assert_eq!(sweep.points().last(), Some(&5000));
/// let last = sweep.losses().chunks_exact(sweep.runs()).last().unwrap_or_default();
/// let best = (0..sweep.runs()).min_by(|&a, &b| last[a].total_cmp(&last[b])).unwrap_or_default();
/// assert!((1e-5..1e-2).contains(&sweep.values()[0][best]));
/// # Ok::<(), sanhao::Error>(())
/// ```
#[derive(Debug)]
pub struct Sweep {
    plan: Plan,
    values: Vec<Vec<f64>>,
    runs: usize,
    /// The last update.
    end: u64,
    /// Those of the plan that have been laid out: each is before its first turn.
    members: Vec<Member>,
    space: QuadWorkspace,
    /// The updates after which there are losses.
    points: Vec<u64>,
    /// Points × runs, and the runs of the point that they are on the way to.
    losses: Vec<f64>,
    held_out: Vec<f64>,
    /// The member whose turn it is.
    turn: usize,
}

impl Sweep {
    /// The most runs.
    pub const MAX_RUNS: usize = 1024;

    /// Runs at their start: one for each value of an axis, or for each pair of values of two axes, of which the first varies
    /// fastest. They end after `updates` updates.
    ///
    /// # Errors
    /// No axis or more than two; a value that the check of an experiment refuses; more than [`Sweep::MAX_RUNS`], or more
    /// than there is room and time for: `axes: 1024 runs of this size at once, at most 400 allowed`.
    pub fn new(experiment: CheckedExperiment, axes: &[Axis], updates: u64) -> Result<Self, Error> {
        let plan = Plan::new(experiment, axes).map_err(|error| *error)?;
        let runs = plan.runs();
        Ok(Self {
            plan,
            values: axes.iter().map(Axis::numbers).collect(),
            runs,
            end: updates,
            members: vec![],
            space: QuadWorkspace::default(),
            points: vec![],
            losses: vec![f64::NAN; runs],
            held_out: vec![f64::NAN; runs],
            turn: 0,
        })
    }

    /// Works for as long as some `budget` updates take, and returns how many were done, those of each run counted: fewer
    /// where losses were computed, which counts as an epoch, and at the end; a few more where the budget ends amid runs that
    /// train together.
    pub fn step(&mut self, budget: u64) -> u64 {
        let (mut done, mut work) = (0, 0);
        while work < budget && !self.is_finished() {
            let to = self.next_point();
            if self.turn == self.members.len() {
                self.members.push(self.plan.member(self.turn));
            }
            let Some(member) = self.members.get_mut(self.turn) else { break };
            let from = self.points.len() * self.runs;
            if self.points.last().is_some_and(|&last| member.had_diverged_by(last)) {
                for at in member.runs().iter().map(|run| from + run) {
                    self.losses[at] = self.losses[at - self.runs];
                    self.held_out[at] = self.held_out[at - self.runs];
                }
            } else {
                let (live, missing) = (member.live(), to - member.updates());
                let updates = if live == 0 { missing } else { missing.min((budget - work).div_ceil(live)) };
                member.step(updates, &mut self.space);
                done += updates * live;
                work += updates * live;
                if updates < missing {
                    continue;
                }
                let rows = [&mut self.losses[from..], &mut self.held_out[from..]];
                member.write_losses(rows, &mut self.space);
                work += live * member.batches();
            }
            self.turn += 1;
            if self.turn == self.plan.members() {
                self.turn = 0;
                self.points.push(to);
                self.losses.resize(self.losses.len() + self.runs, f64::NAN);
                self.held_out.resize(self.held_out.len() + self.runs, f64::NAN);
            }
        }
        done
    }

    /// The update after which losses are kept next.
    fn next_point(&self) -> u64 {
        let Some(&last) = self.points.last() else { return 0 };
        // An eighth of the largest power of two that is not larger, but at least one.
        let stride = 1 << last.max(1).ilog2().saturating_sub(3);
        last.saturating_add(stride).min(self.end)
    }

    /// Whether every run has come to its end.
    pub fn is_finished(&self) -> bool {
        self.points.last() == Some(&self.end)
    }

    /// The number of runs.
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// The values of each axis as numbers; of settings that are none, their places from 0 on.
    pub fn values(&self) -> &[Vec<f64>] {
        &self.values
    }

    /// The updates after which every run has losses.
    pub fn points(&self) -> &[u64] {
        &self.points
    }

    /// Points × runs: the mean loss of the training students, bit for bit that of the run alone; NaN where it is not finite.
    /// A run that has diverged keeps its last one.
    pub fn losses(&self) -> &[f64] {
        &self.losses[..self.points.len() * self.runs]
    }

    /// Points × runs: the mean loss of the held-out students; NaN without any.
    pub fn held_out_losses(&self) -> &[f64] {
        &self.held_out[..self.points.len() * self.runs]
    }

    /// The update at which each run diverged; none for a run that did not.
    pub fn diverged(&self) -> Vec<Option<u64>> {
        let mut diverged = vec![None; self.runs];
        self.members.iter().for_each(|member| member.write_diverged(&mut diverged));
        diverged
    }

    /// One run's model as it stands, with its own experiment; none where there is no such run, and before the run's first
    /// turn.
    pub fn model(&mut self, run: usize) -> Option<ModelView<'_>> {
        let experiment = self.plan.experiment(run);
        self.members.iter_mut().find_map(|member| member.model(run, experiment))
    }

    /// One run's parameters as a learner reads them, as [`Evaluation::parameters`](crate::Evaluation::parameters); empty where
    /// there is no such run, and before its first turn.
    pub fn parameters(&mut self, run: usize) -> Vec<f32> {
        self.model(run).map(|model| model.raw_parameters()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::presets::Preset;

    #[test]
    fn losses_are_kept_eight_times_an_octave_and_at_the_end() {
        let experiment = Preset::Weights.experiment().check().unwrap();
        let axis = Axis::Seed { first: 1, count: 1 };
        let mut sweep = Sweep::new(experiment, &[axis], 45).unwrap();
        sweep.step(u64::MAX);
        let expected: Vec<u64> = (0..16).chain((16..32).step_by(2)).chain([32, 36, 40, 44, 45]).collect();
        assert_eq!(sweep.points(), expected);
        assert_eq!(sweep.losses().len(), expected.len());
        assert_eq!(sweep.step(1), 0, "the end is the end");
    }
}
