//! How the runs of a sweep spread: what of a result is the experiment's, and what is the luck of its seed.

use crate::insight::metrics::{self, Metrics, SplitMetrics};
use crate::insight::prediction_grid::{PredictionGrid, ScorePlane};
use crate::model::output::class_of;
use crate::training::sweep::Sweep;

/// The spread of some runs' losses at one point of a sweep. Each is one run's own loss (nearest rank); infinite where a run
/// stands there that has diverged or has no such loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The smallest.
    pub least: f64,
    /// A quarter of the runs have at most this.
    pub first_quartile: f64,
    /// Half of them.
    pub median: f64,
    /// Three quarters.
    pub third_quartile: f64,
    /// The largest.
    pub largest: f64,
}

/// The spread of the training losses, or of the held-out students', at each of the sweep's points: points × groups. The runs
/// that differ in the last axis alone are a group.
pub fn of_losses(sweep: &Sweep, held_out: bool) -> Vec<Spread> {
    let (runs, diverged) = (sweep.runs(), sweep.diverged());
    let groups = runs / sweep.values().last().map_or(1, Vec::len);
    let losses = if held_out { sweep.held_out_losses() } else { sweep.losses() };
    let mut spreads = vec![];
    for (&point, row) in sweep.points().iter().zip(losses.chunks_exact(runs)) {
        let loss = |run: usize| match diverged[run] {
            Some(at) if at <= point => f64::INFINITY,
            _ if row[run].is_nan() => f64::INFINITY,
            _ => row[run],
        };
        spreads.extend((0..groups).map(|group| spread((group..runs).step_by(groups).map(loss).collect())));
    }
    spreads
}

fn spread(mut losses: Vec<f64>) -> Spread {
    losses.sort_by(f64::total_cmp);
    let rank = |quarters: usize| losses[(quarters * losses.len()).div_ceil(4).max(1) - 1];
    Spread {
        least: rank(0),
        first_quartile: rank(1),
        median: rank(2),
        third_quartile: rank(3),
        largest: rank(4),
    }
}

/// The fraction of the training or of the held-out students whose class each run predicts correctly; NaN without such
/// students, and for a table with numbers.
pub fn accuracies(sweep: &mut Sweep, held_out: bool) -> Vec<f64> {
    let accuracy = |sweep: &mut Sweep, run| {
        let SplitMetrics { training, held_out: apart } = metrics::of(sweep.model(run)?);
        match if held_out { apart } else { training } {
            Some(Metrics::Classes { accuracy, .. }) => accuracy,
            _ => None,
        }
    };
    (0..sweep.runs()).map(|run| accuracy(sweep, run).unwrap_or(f64::NAN)).collect()
}

/// The share of the runs that give the class number `class` at columns × rows points of a plane, the top row first. Runs that
/// have diverged or not begun do not count. Empty where none is left, and where the plane does not fit the table.
pub fn agreement(
    sweep: &mut Sweep,
    class: usize,
    plane: &ScorePlane,
    [columns, rows]: [usize; 2],
) -> Vec<f32> {
    let diverged = sweep.diverged();
    let mut grid = PredictionGrid::default();
    let (mut votes, mut runs): (Vec<f32>, f32) = (vec![], 0.0);
    for run in (0..sweep.runs()).filter(|&run| diverged[run].is_none()) {
        let Some(model) = sweep.model(run) else { continue };
        grid.fill(model, plane, columns, rows);
        let predictions = grid.values();
        votes.resize(predictions.len() / grid.outputs().max(1), 0.0);
        for (votes, predictions) in votes.iter_mut().zip(predictions.rows()) {
            *votes += f32::from(class_of(predictions.iter().copied()) == class);
        }
        runs += 1.0;
    }
    votes.iter_mut().for_each(|votes| *votes /= runs);
    votes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_numpy() {
        // np.quantile(losses, [0, 0.25, 0.5, 0.75, 1], method="inverted_cdf")
        for (losses, expected) in [
            (vec![3.0], [3.0, 3.0, 3.0, 3.0, 3.0]),
            (vec![5.0, 1.0, 4.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0, 5.0]),
            (vec![8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], [1.0, 2.0, 4.0, 6.0, 8.0]),
            (vec![1.0, f64::INFINITY, 2.0], [1.0, 1.0, 2.0, f64::INFINITY, f64::INFINITY]),
        ] {
            let Spread { least, first_quartile, median, third_quartile, largest } = spread(losses);
            assert_eq!([least, first_quartile, median, third_quartile, largest], expected);
        }
    }
}
