//! The runs of a sweep that train together.

use std::sync::Arc;

use crate::data::dataset::Dataset;
use crate::math::kernels::LANES;
use crate::model::network::Network;
use crate::model::quad_network::QuadWorkspace;
use crate::model::view::ModelView;
use crate::spec::check::CheckedExperiment;
use crate::training::quad::Quad;
use crate::training::trainer::Trainer;

/// Runs that train together.
#[derive(Debug)]
pub(super) enum Member {
    /// Up to four runs of one shape.
    Quad(Box<Four>),
    /// A run by itself, its number among the sweep's runs.
    Single(usize, Box<Trainer>),
}

/// Up to four runs side by side.
#[derive(Debug)]
pub(super) struct Four {
    pub quad: Quad,
    /// Their numbers among the sweep's runs. The lanes left over repeat the last one.
    pub runs: Vec<usize>,
    pub datasets: [Arc<Dataset>; LANES],
    /// Networks that take the runs' parameters when somebody looks at them.
    pub networks: [Network; LANES],
}

impl Member {
    /// Updates done by the runs that have not diverged.
    pub(super) fn updates(&self) -> u64 {
        match self {
            Self::Quad(four) => four.quad.updates(),
            Self::Single(_, trainer) => trainer.updates(),
        }
    }

    /// The updates of an epoch.
    pub(super) fn batches(&self) -> u64 {
        match self {
            Self::Quad(four) => four.quad.batches(),
            Self::Single(_, trainer) => trainer.batches(),
        }
    }

    /// The runs' numbers among the sweep's.
    pub(super) fn runs(&self) -> &[usize] {
        match self {
            Self::Quad(four) => &four.runs,
            Self::Single(run, _) => std::slice::from_ref(run),
        }
    }

    /// Whether every run had diverged by this update.
    pub(super) fn had_diverged_by(&self, update: u64) -> bool {
        match self {
            Self::Quad(four) => {
                four.lanes().all(|(lane, _)| four.quad.diverged(lane).is_some_and(|at| at <= update))
            }
            Self::Single(_, trainer) => trainer.has_diverged() && trainer.updates() <= update,
        }
    }

    /// How many runs have not diverged.
    pub(super) fn live(&self) -> u64 {
        match self {
            Self::Quad(four) => {
                four.lanes().filter(|&(lane, _)| four.quad.diverged(lane).is_none()).count() as u64
            }
            Self::Single(_, trainer) => u64::from(!trainer.has_diverged()),
        }
    }

    /// So many updates in each run that has not diverged.
    pub(super) fn step(&mut self, updates: u64, space: &mut QuadWorkspace) {
        match self {
            Self::Quad(four) => four.quad.step(updates, space),
            Self::Single(_, trainer) => _ = trainer.step(updates),
        }
    }

    /// Writes each run's losses over training and held-out students into its place.
    pub(super) fn write_losses(&mut self, [training, held_out]: [&mut [f64]; 2], space: &mut QuadWorkspace) {
        match self {
            Self::Quad(four) => {
                let losses = four.quad.losses(space);
                for (lane, run) in four.lanes() {
                    (training[run], held_out[run]) = (losses[0][lane], losses[1][lane]);
                }
            }
            Self::Single(run, trainer) => {
                let evaluation = trainer.evaluate();
                training[*run] = evaluation.loss().unwrap_or(f64::NAN);
                held_out[*run] = evaluation.held_out_loss().unwrap_or(f64::NAN);
            }
        }
    }

    /// Writes the update at which a run diverged into its place.
    pub(super) fn write_diverged(&self, diverged: &mut [Option<u64>]) {
        match self {
            Self::Quad(four) => four.lanes().for_each(|(lane, run)| diverged[run] = four.quad.diverged(lane)),
            Self::Single(run, trainer) if trainer.has_diverged() => diverged[*run] = Some(trainer.updates()),
            Self::Single(..) => {}
        }
    }

    /// A run's model as it stands, if the run is one of these.
    pub(super) fn model<'a>(
        &'a mut self,
        run: usize,
        experiment: &'a CheckedExperiment,
    ) -> Option<ModelView<'a>> {
        match self {
            Self::Quad(four) => {
                let Four { quad, runs, datasets, networks } = &mut **four;
                let lane = runs.iter().position(|&own| own == run)?;
                networks[lane].set_parameters(quad.parameters(lane));
                Some(ModelView { experiment, dataset: &datasets[lane], network: &networks[lane] })
            }
            Self::Single(own, trainer) => (*own == run).then(|| trainer.view()),
        }
    }
}

impl Four {
    /// Each run's lane and its number among the sweep's.
    fn lanes(&self) -> impl Iterator<Item = (usize, usize)> {
        self.runs.iter().copied().enumerate()
    }
}
