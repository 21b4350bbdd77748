//! What a copy of a run shows when it is trained on: whether the run swings, and whether larger steps lower its loss faster.

use crate::data::dataset::Role;
use crate::insight::objective::{BUDGET, visits};
use crate::training::loss_windows::Window;
use crate::training::trainer::Trainer;

/// Losses that range over less than this part of their mean have settled.
const SETTLED: f64 = 0.01;

/// Of a swing, the means of its earlier and its later half differ by no more than this part of its range.
const DRIFT: f64 = 0.2;

/// How often a swing rises through the middle between its ends, at least: a single jump is no swing.
const RETURNS: usize = 3;

/// A swing whose later half ranges over less than this part of its earlier half dies out.
const DYING: f64 = 0.8;

/// The learning rates that are tried on a slow run, as multiples of its own.
const LONGER_STEPS: [f64; 4] = [10_000.0, 100.0, 10.0, 3.0];

/// The most updates of such a trial.
const TRIAL: u64 = 1000;

/// The least and the most updates that a copy is trained on to see its swing.
const AHEAD: [u64; 2] = [64, 256];

/// The lowest and the highest loss of the last `epochs` and of the next updates. None where the next updates hardly
/// change the loss, where it moves one way rather than to and fro, where the swing dies out, or where looking takes too
/// long. `kept`: the range of the last quarter of the epochs as a part of that of the one before.
pub(super) fn swing(trainer: &Trainer, epochs: u64, kept: f64) -> Option<[f64; 2]> {
    let [least, most] = AHEAD;
    let updates = (2 * trainer.batches()).clamp(least, most);
    let parameters = trainer.view().parameters();
    let students = trainer.view().roles().len();
    // Looked at after each update, or as often as there is time for.
    let look = visits([students, parameters, 4]);
    let every = (look * updates).div_ceil(BUDGET).max(1);
    if every > updates / 16 {
        return None;
    }
    let mut copy = trainer.clone();
    let mut ahead = vec![copy.training_loss()];
    for _ in 0..updates / every {
        copy.step(every);
        ahead.push(copy.training_loss());
    }
    let next: Window = ahead.iter().copied().collect();
    if next.range() <= SETTLED * next.mean() {
        return None;
    }
    let (near, far) = ahead.split_at(ahead.len() / 2);
    let [near, far] = [near, far].map(|losses| losses.iter().copied().collect::<Window>());
    if kept < DYING && far.range() < DYING * near.range() {
        return None;
    }
    let shown = trainer.epoch().saturating_sub(epochs)..=trainer.epoch();
    let points = trainer.history().points().iter().filter(|point| shown.contains(&point.epoch));
    let behind: Vec<f64> = points.map(|point| point.training).collect();
    let seen: Window = behind.iter().chain(&ahead).copied().collect();
    let half = behind.len() / 2;
    let halves =
        if half >= 8 { [&behind[..half], &behind[half..]] } else { ahead.split_at(ahead.len() / 2).into() };
    let middle = (seen.low + seen.high) / 2.0;
    let rises =
        |losses: &[f64]| losses.windows(2).filter(|pair| pair[0] <= middle && pair[1] > middle).count();
    if rises(&behind) + rises(&ahead) < RETURNS {
        return None;
    }
    let [earlier, later] = halves.map(|losses| losses.iter().copied().collect::<Window>().mean());
    let drifts = (earlier - later).abs() > DRIFT * seen.range();
    (!drifts).then_some([seen.low, seen.high])
}

/// A learning rate with which a copy of the run lowers the loss more than twice as much as with its own: of those tried the
/// one that lowers it most. `lowest`: the lowest loss of late; a run that spikes comes back to it by itself.
/// `worth`: the part of it by which the loss falls at least.
pub(super) fn faster_rate(trainer: &Trainer, lowest: f64, worth: f64) -> Option<f64> {
    let training = &trainer.experiment().training;
    let students = trainer.view().dataset.with_role(Role::Training).len();
    let batch = training.batch_size.unwrap_or(students).min(students);
    let cost = visits([batch, trainer.view().parameters(), 4 * (1 + LONGER_STEPS.len())]);
    let updates = TRIAL.min(BUDGET / cost.max(1));
    if updates < TRIAL / 10 {
        return None;
    }
    let fall = |rate: f64| {
        let mut copy = trainer.clone();
        copy.set_learning_rate(rate).ok()?;
        copy.step(updates);
        (!copy.has_diverged()).then(|| lowest - copy.training_loss()).filter(|fall| fall.is_finite())
    };
    let rate = trainer.base_learning_rate();
    let least = (2.0 * fall(rate)?).max(worth * lowest);
    LONGER_STEPS
        .map(|times| times * rate)
        .into_iter()
        .filter_map(|rate| Some((rate, fall(rate).filter(|fall| *fall > least)?)))
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(rate, _)| rate)
}
